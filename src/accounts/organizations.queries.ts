import { nowDate } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { Organization } from '../platform/database/generated/client.ts';
import { newId } from '../platform/identifier.ts';

/** What an organization says of itself: an NPI, an HFS provider ID, or both. */
export type OrganizationFacts = Readonly<Omit<Organization, 'id' | 'createdAt'>>;

/** @returns the new organization's id */
export async function createOrganization(tx: Transaction, facts: OrganizationFacts): Promise<string> {
  const id = newId();
  await tx.organization.create({ data: { id, createdAt: nowDate(), ...facts } });
  return id;
}

export async function changeOrganization(
  tx: Transaction,
  id: string,
  facts: OrganizationFacts,
): Promise<void> {
  await tx.organization.update({ where: { id }, data: facts });
}
