import type { Temporal } from 'temporal-polyfill';
import { today } from '../platform/clock.ts';
import { type Authorization, standingOrganization } from './authorization.ts';
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
  /** The provider for whom it is. */
  organizationId: string;
  /** Where a billing agent's people stand for the provider: by what. */
  authorization: Authorization | null;
  /** Who stands for the provider: who filed it, until it was handed over. */
  representativeId: string;
  /** The colleagues with whom it is shared now. */
  shares: readonly { readonly accountId: string }[];
  mcoCode: string | null;
  /** When it was first presented to the plan; null as long as it never was. */
  presentedAt: Date | null;
}

/** Of an actor, what decides how they stand before a complaint. */
export type Asker = Pick<Actor, 'accountId' | 'role' | 'organizationId' | 'mcoCode'>;

/**
 * The capacity in which an actor stands before a complaint; null: it does not exist for them.
 * A draft is its writer's alone. A filed complaint is its representative's, and theirs with whom it is shared, as long
 * as they belong to the organization, or to the billing agent that it has authorized on that day. A plan sees a complaint from the day it is presented to it. Administrators and
 * the privacy officer work on accounts and logs, so they have no part in a complaint.
 */
export function partyOf(complaint: PartiesOfComplaint, actor: Asker, on = today()): Party | null {
  if (actor.role === 'representative') return standsForProvider(complaint, actor, on) ? 'filer' : null;
  if (complaint.status === 'draft') return null;
  if (actor.role === 'analyst' || actor.role === 'supervisor') return 'staff';
  if (actor.role === 'liaison') return isPresentedTo(complaint, actor.mcoCode) ? 'plan' : null;
  return null;
}

/** Whether an actor is the one who stands for the provider, and not one with whom the complaint is shared. */
export function isRepresentativeOf(complaint: PartiesOfComplaint, actor: Asker): boolean {
  return actor.accountId === complaint.representativeId && partyOf(complaint, actor) === 'filer';
}

function standsForProvider(
  complaint: PartiesOfComplaint,
  { accountId, organizationId }: Asker,
  on: Temporal.PlainDate,
): boolean {
  if (accountId === null || organizationId === null) return false;
  if (organizationId !== standingOrganization(complaint, on)) return false;
  if (accountId === complaint.representativeId) return true;
  return complaint.status !== 'draft' && complaint.shares.some((share) => share.accountId === accountId);
}

function isPresentedTo(complaint: PartiesOfComplaint, mcoCode: string | null): boolean {
  return complaint.presentedAt !== null && mcoCode !== null && complaint.mcoCode === mcoCode;
}
