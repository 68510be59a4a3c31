import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { requestDelivery } from '../../notices/delivery-job.ts';
import { oweNotices } from '../../notices/notices.queries.ts';
import { transaction } from '../../platform/database/database.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { newId } from '../../platform/identifier.ts';
import { lockRegistered, type Registered, writeDecision } from './registrations.queries.ts';

/** What HFS decides on a registration: that it is confirmed, or why it is not. */
export type Decision =
  | { readonly standing: 'confirmed' }
  | { readonly standing: 'refused'; readonly reason: string };

/**
 * Confirms or refuses a registration, and owes its people a letter that says so. To confirm one that is confirmed is
 * to say that its changed sites are right too, and is told to nobody.
 * @param seen the version that the page showed
 * @throws NotFound; Conflict when it was changed, or decided, after the page was opened
 */
export async function decideRegistration(
  organizationId: string,
  decision: Decision,
  seen: number,
  actor: Actor,
): Promise<void> {
  await transaction(async (tx) => {
    const organization = await lockRegistered(tx, organizationId);
    if (!organization) throw new NotFound();
    if (organization.version !== seen)
      throw new Conflict('This registration was changed or decided after you opened it. Look at it again.');
    const reason = 'reason' in decision ? decision.reason : null;
    await writeDecision(tx, organizationId, { ...decision, reason, byId: actor.accountId });
    await appendAudit(tx, actor, {
      action: decision.standing === 'confirmed' ? 'organization.confirm' : 'organization.refuse',
      subjectType: 'organization',
      subjectId: organizationId,
      changes: {
        standing: { before: organization.standing, after: decision.standing },
        ...(reason === null ? {} : { reason: { before: null, after: reason } }),
        ...sitesChecked(organization, decision),
      },
    });
    if (organization.standing === 'confirmed' && decision.standing === 'confirmed') return;
    const kind = decision.standing === 'confirmed' ? 'registration-confirmed' : 'registration-refused';
    const dedupeKey = newId();
    await oweNotices(
      tx,
      organization.accounts.map(({ id }) => ({ kind, recipientId: id, dedupeKey })),
    );
  });
  await requestDelivery();
}

function sitesChecked({ sites }: Registered, { standing }: Decision) {
  const names = sites.filter(({ checkedAt }) => checkedAt === null).map(({ name }) => name);
  if (standing !== 'confirmed' || names.length === 0) return {};
  return { sites: { before: null, after: names.join('; ') } };
}
