import { nowDate } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { Site } from '../platform/database/generated/client.ts';
import { newId } from '../platform/identifier.ts';

/** What a site is enrolled as: an NPI, an HFS provider ID, or both. */
export type SiteFacts = Readonly<
  Pick<Site, 'name' | 'npi' | 'hfsProviderId' | 'providerTypeCode' | 'county'>
>;

/** What an organization says of itself when it registers; its first site has the organization's name. */
export type OrganizationFacts = SiteFacts & { readonly isBillingAgent: boolean };

/** @returns the new organization's id */
export async function createOrganization(
  tx: Transaction,
  { isBillingAgent, ...site }: OrganizationFacts,
): Promise<string> {
  const id = newId();
  await tx.organization.create({ data: { id, createdAt: nowDate(), name: site.name, isBillingAgent } });
  await createSite(tx, id, site);
  return id;
}

/** Writes anew what was registered before anybody could use it: an organization with its one site. */
export async function changeOrganization(
  tx: Transaction,
  id: string,
  { isBillingAgent, ...site }: OrganizationFacts,
): Promise<void> {
  await tx.organization.update({ where: { id }, data: { name: site.name, isBillingAgent } });
  await tx.site.updateMany({ where: { organizationId: id }, data: site });
}

/** @returns the new site's id */
export async function createSite(tx: Transaction, organizationId: string, facts: SiteFacts): Promise<string> {
  const id = newId();
  await tx.site.create({ data: { id, createdAt: nowDate(), organizationId, ...facts } });
  return id;
}
