import { appendAudit, fingerprint } from '../audit/audit.queries.ts';
import { remindOfDraft } from '../notices/reminders.queries.ts';
import { today } from '../platform/clock.ts';
import { transaction } from '../platform/database/database.ts';
import { Conflict, NotFound } from '../platform/errors.ts';
import { newId } from '../platform/identifier.ts';
import { type Actor, partyOf } from './actor.ts';
import { readStoredDocument, sealDocument } from './document.queries.ts';
import { type DraftDocument, EMPTY_DRAFT } from './document.ts';
import { daysToRemindOf } from './draft-reminder.ts';
import { type DraftColumns, insertDraft, writeDraft } from './drafts.queries.ts';
import { createComplaintKey } from './keys.queries.ts';
import { lockComplaint } from './perform.queries.ts';
import { policyInForce } from './policy-versions.ts';
import { getReference } from './reference.queries.ts';

/** What a step of the filing pages saves: columns, parts of the document, or both. Absent: left as it is. */
export interface DraftChanges extends DraftColumns {
  readonly document?: Partial<DraftDocument>;
}

/**
 * Begins a draft of the actor's organization.
 * @param id made by the page that offers the form, so that a form sent twice begins one draft
 * @param answers what it begins with; nothing, unless it is like another
 * @returns the draft's id
 */
export async function beginDraft(
  actor: Actor,
  id: string = newId(),
  answers: DraftChanges = {},
): Promise<string> {
  const { organizationId, accountId } = actor;
  if (!organizationId || !accountId) throw new NotFound();
  const policyVersion = policyInForce(await getReference(), today()).version;
  const { document: parts, ...columns } = answers;
  await transaction(async (tx) => {
    await insertDraft(tx, { id, organizationId, filedById: accountId, policyVersion });
    await createComplaintKey(tx, id);
    if (parts) {
      const document = await sealDocument(tx, id, { ...EMPTY_DRAFT, ...parts });
      await writeDraft(tx, id, { ...columns, document, version: 0 });
    }
    const subject = { subjectType: 'complaint', subjectId: id, complaintId: id } as const;
    await appendAudit(tx, actor, { action: 'draft.begin', ...subject });
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
    const draft = await lockComplaint(tx, id);
    if (!draft || partyOf(draft, actor) !== 'filer') throw new NotFound();
    if (draft.status !== 'draft') throw new Conflict('This complaint has been filed already.');
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
    await remindOfDraft(tx, { id, accountId: draft.filedById }, days);
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
