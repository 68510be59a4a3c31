import type { Status } from './status.ts';

export const ROLES = [
  'representative',
  'analyst',
  'supervisor',
  'administrator',
  'privacy_officer',
  'liaison',
] as const;
export type Role = (typeof ROLES)[number];

/** What a representative is in their organization: an administrator also looks after its people and sites. */
export type OrganizationRole = 'administrator' | 'member';

/** In what capacity somebody stands before one complaint. A supervisor is staff; the role tells them apart. */
export type Party = 'filer' | 'staff' | 'plan';

/** Who does something, as the log and the audit will name them. `system` is the portal itself. */
export interface Actor {
  accountId: string | null;
  name: string;
  role: Role | 'system';
  organizationId: string | null;
  /** A representative's part in their organization; null for everybody else. */
  organizationRole: OrganizationRole | null;
  mcoCode: string | null;
  requestId: string | null;
  address: string | null;
}

/** What of a complaint decides who stands how before it. */
export interface PartiesOfComplaint {
  status: Status;
  filedById: string;
  mcoCode: string | null;
  /** When it was first presented to the plan; null as long as it never was. */
  presentedAt: Date | null;
}

/**
 * The capacity in which an actor stands before a complaint; null: it does not exist for them.
 * A draft is its writer's alone. A plan sees a complaint from the day it is presented to it.
 * Administrators and the privacy officer work on accounts and logs, so they have no part in a complaint.
 */
export function partyOf(
  complaint: PartiesOfComplaint,
  actor: Pick<Actor, 'accountId' | 'role' | 'mcoCode'>,
): Party | null {
  if (actor.role === 'representative') return actor.accountId === complaint.filedById ? 'filer' : null;
  if (complaint.status === 'draft') return null;
  if (actor.role === 'analyst' || actor.role === 'supervisor') return 'staff';
  if (actor.role === 'liaison') return isPresentedTo(complaint, actor.mcoCode) ? 'plan' : null;
  return null;
}

function isPresentedTo(complaint: PartiesOfComplaint, mcoCode: string | null): boolean {
  return complaint.presentedAt !== null && mcoCode !== null && complaint.mcoCode === mcoCode;
}
