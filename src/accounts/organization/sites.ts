import { type AuditChanges, appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { createSite, type SiteFacts } from '../organizations.queries.ts';
import { administer } from './administer.ts';
import {
  countOpenSites,
  findSite,
  type Site,
  writeChanged,
  writeClosed,
  writeEnrolledAnew,
  writeName,
  writeOrganizationName,
} from './sites.queries.ts';

/** Adds a site to the actor's organization. Complaints can be filed for it at once; HFS is shown that it is new. */
export async function addSite(actor: Actor, facts: SiteFacts): Promise<void> {
  await administer(actor, async (tx, organizationId) => {
    const id = await createSite(tx, organizationId, facts);
    await writeChanged(tx, organizationId);
    await audit(tx, actor, organizationId, 'organization.add-site', changesOf({ id }, null, facts));
  });
}

/**
 * Changes a site of the actor's organization. HFS is shown what it is enrolled as now; a name alone is the
 * organization's own affair.
 * @throws NotFound when it is none of theirs
 */
export async function changeSite(actor: Actor, siteId: string, facts: SiteFacts): Promise<void> {
  await administer(actor, async (tx, organizationId) => {
    const site = await getSite(tx, organizationId, siteId);
    const changed = FACTS.filter((fact) => site[fact] !== facts[fact]);
    if (changed.length === 0) return;
    if (changed.every((fact) => fact === 'name')) await writeName(tx, site.id, facts.name);
    else {
      await writeEnrolledAnew(tx, site, facts);
      await writeChanged(tx, organizationId);
    }
    const changes = changesOf(site, site, facts);
    await audit(tx, actor, organizationId, 'organization.change-site', changes);
  });
}

/**
 * Closes a site: nothing is filed for it any more, and what was filed stays.
 * @throws NotFound when it is none of theirs; Invalid when it is the last one
 */
export async function closeSite(actor: Actor, siteId: string): Promise<void> {
  await administer(actor, async (tx, organizationId) => {
    const site = await getSite(tx, organizationId, siteId);
    if ((await countOpenSites(tx, organizationId)) < 2)
      throw new Invalid([{ field: 'close', text: 'This is the last site: add another before you close it' }]);
    await writeClosed(tx, site.id);
    await audit(tx, actor, organizationId, 'organization.close-site', {
      site: { before: null, after: site.id },
      name: { before: null, after: site.name },
    });
  });
}

/** Renames the actor's organization; HFS is shown that it did. */
export async function renameOrganization(actor: Actor, name: string): Promise<void> {
  await administer(actor, async (tx, organizationId) => {
    const before = await writeOrganizationName(tx, organizationId, name);
    if (before === name) return;
    await writeChanged(tx, organizationId);
    await audit(tx, actor, organizationId, 'organization.rename', { name: { before, after: name } });
  });
}

/** Asks HFS to look again at a registration that it could not confirm. */
export async function sendAgain(actor: Actor): Promise<void> {
  await administer(actor, async (tx, organizationId) => {
    await writeChanged(tx, organizationId);
    await audit(tx, actor, organizationId, 'organization.send-again', {});
  });
}

async function getSite(tx: Transaction, organizationId: string, id: string): Promise<Site> {
  const site = await findSite(organizationId, id, tx);
  if (!site) throw new NotFound();
  return site;
}

const FACTS = ['name', 'npi', 'hfsProviderId', 'providerTypeCode', 'county'] as const;

function changesOf(
  { id }: { readonly id: string },
  before: SiteFacts | null,
  after: SiteFacts,
): AuditChanges {
  const changed = FACTS.filter((fact) => before?.[fact] !== after[fact]);
  return {
    site: { before: null, after: id },
    ...Object.fromEntries(
      changed.map((fact) => [fact, { before: before?.[fact] ?? null, after: after[fact] }]),
    ),
  };
}

function audit(
  tx: Transaction,
  actor: Actor,
  organizationId: string,
  action: string,
  changes: AuditChanges,
): Promise<void> {
  return appendAudit(tx, actor, { action, subjectType: 'organization', subjectId: organizationId, changes });
}
