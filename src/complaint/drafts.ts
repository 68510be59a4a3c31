import { appendAudit, fingerprint } from '../audit/audit.queries.ts';
import { remindOfDraft } from '../notices/reminders.queries.ts';
import { today } from '../platform/clock.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import { newId } from '../platform/identifier.ts';
import { type Actor, partyOf } from './actor.ts';
import { readStoredDocument, sealDocument } from './document.queries.ts';
import { type DraftDocument, EMPTY_DRAFT } from './document.ts';
import { daysToRemindOf } from './draft-reminder.ts';
import { type DraftColumns, insertDraft, writeDraft, writeSite } from './drafts.queries.ts';
import { holdActor } from './hold-actor.queries.ts';
import { createComplaintKey } from './keys.queries.ts';
import { type ComplaintInHand, lockComplaint } from './perform.queries.ts';
import { policyInForce } from './policy-versions.ts';
import { getReference, holdReference } from './reference.queries.ts';
import { getFilingSite } from './sites.queries.ts';

/** What a step of the filing pages saves: columns, parts of the document, or both. Absent: left as it is. */
export interface DraftChanges extends DraftColumns {
  readonly document?: Partial<DraftDocument>;
}

/** What a draft begins with. */
export interface Beginning {
  /** May be left out where there is one only. */
  readonly siteId?: string | undefined;
  /** Nothing, unless it is like another. */
  readonly answers?: DraftChanges | undefined;
}

/**
 * Begins a draft about a site for which the actor may file.
 * @param id made by the page that offers the form, so that a form sent twice begins one draft
 * @returns the draft's id
 * @throws Invalid when the actor may not file for that site, or has to choose one
 */
export async function beginDraft(
  actor: Actor,
  id: string = newId(),
  { siteId, answers = {} }: Beginning = {},
): Promise<string> {
  const { accountId } = actor;
  if (!accountId) throw new NotFound();
  const policyVersion = policyInForce(await getReference(), today()).version;
  const { document: parts, ...columns } = answers;
  await transaction(async (tx) => {
    await holdActor(tx, actor);
    const site = await getFilingSite(tx, actor, siteId);
    await insertDraft(tx, { id, filedById: accountId, site, policyVersion });
    // Inserting waits for whoever changes the provider: what may be filed for it is asked again.
    await getFilingSite(tx, actor, site.id);
    await createComplaintKey(tx, id);
    if (parts) {
      const document = await sealDocument(tx, id, { ...EMPTY_DRAFT, ...parts });
      await writeDraft(tx, id, { ...columns, document, version: 0 });
    }
    const subject = { subjectType: 'complaint', subjectId: id, complaintId: id } as const;
    const changes = { authorizationId: { before: null, after: site.authorizationId } };
    await appendAudit(tx, actor, { action: 'draft.begin', ...subject, changes });
  });
  return id;
}

/**
 * Saves what a step changed. Other parts stay as they are, so two tabs on two steps lose nothing.
 * @param seen the version that the form was rendered with
 * @returns the draft's new version
 * @throws NotFound when it is not the actor's, or no draft any more
 * @throws Conflict when another tab has saved the same part since
 */
export async function saveDraft(
  id: string,
  actor: Actor,
  seen: number,
  changes: DraftChanges,
): Promise<number> {
  const reference = await getReference();
  return transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, id, actor);
    const before = await readStoredDocument(tx, draft);
    const { document: parts, ...columns } = changes;
    refuseOverwriting(before, seen, Object.keys(changes), Object.keys(parts ?? {}));
    const version = draft.version + 1;
    const saved = [...Object.keys(columns), ...Object.keys(parts ?? {})];
    const savedAt = { ...before.savedAt, ...Object.fromEntries(saved.map((part) => [part, version])) };
    const after = { ...before, ...parts, savedAt };
    const document = await sealDocument(tx, id, after);
    await writeDraft(tx, id, { ...columns, document, version });
    const topicCode = columns.topicCode === undefined ? draft.topicCode : columns.topicCode;
    const days = daysToRemindOf(after.priorReview, topicCode, reference, today());
    await remindOfDraft(tx, { id, accountId: draft.representativeId }, days);
    await appendAudit(tx, actor, {
      action: 'draft.save',
      subjectType: 'complaint',
      subjectId: id,
      complaintId: id,
      changes: { document: { before: fingerprint(draft.document), after: fingerprint(document) } },
    });
    return version;
  });
}

/**
 * Makes a draft one about another site of the same provider, for which the actor may file.
 * @throws NotFound when it is not the actor's; Conflict when it is no draft any more; Invalid as `beginDraft`, and for
 * a site of another provider, who is not to read what was written for this one
 */
export async function changeSiteOfDraft(id: string, actor: Actor, siteId: string): Promise<void> {
  await transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, id, actor);
    const site = await getFilingSite(tx, actor, siteId);
    if (site.id === draft.siteId) return;
    if (site.organizationId !== draft.organizationId)
      throw new Invalid([{ field: 'siteId', text: 'A draft stays with its provider: begin a new one' }]);
    await writeSite(tx, draft, site);
    await appendAudit(tx, actor, {
      action: 'draft.change-site',
      subjectType: 'complaint',
      subjectId: id,
      complaintId: id,
      changes: { site: { before: draft.siteId, after: site.id } },
    });
  });
}

async function lockOwnDraft(tx: Transaction, id: string, actor: Actor): Promise<ComplaintInHand> {
  const draft = await lockComplaint(tx, id, await holdReference(tx));
  await holdActor(tx, actor);
  if (!draft || partyOf(draft, actor) !== 'filer') throw new NotFound();
  if (draft.status !== 'draft') throw new Conflict('This complaint has been filed already.');
  return draft;
}

/** A part that was saved after the form was rendered may not be overwritten unseen. */
function refuseOverwriting(
  before: DraftDocument,
  seen: number,
  columns: readonly string[],
  parts: readonly string[],
): void {
  const overwritten = [...columns, ...parts].some((part) => (before.savedAt[part] ?? 0) > seen);
  if (overwritten) {
    throw new Conflict(
      'This step was saved in another window after you opened it here. Check it, then save again.',
    );
  }
}
