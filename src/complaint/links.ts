import { appendAudits } from '../audit/audit.queries.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import type { Actor } from './actor.ts';
import { holdActor } from './hold-actor.queries.ts';
import {
  findByReference,
  insertLink,
  isDuplicateOf,
  type LinkKind,
  writeLinkEnded,
} from './links.queries.ts';
import { parseReference, referenceText } from './reference-number.ts';

export interface LinkAsked {
  readonly kind: LinkKind;
  /** As a person typed it. */
  readonly reference: string;
  readonly words: string;
}

/**
 * Links a complaint with another, for HFS alone to see. Neither side is told, and neither version rises.
 * @throws Invalid when the reference is none, or this complaint's own
 * @throws Conflict when they are linked so already
 */
export function linkComplaints(complaintId: string, asked: LinkAsked, actor: Actor): Promise<void> {
  return transaction(async (tx) => {
    await holdActor(tx, actor);
    const [problem, toId] = await otherComplaint(tx, complaintId, asked.reference);
    if (problem !== null) throw new Invalid([{ field: 'reference', text: problem }]);
    await link(tx, { ...asked, complaintId, toId }, actor);
  });
}

/**
 * Notes, in the transaction that closes a complaint as a duplicate, of which it is one.
 * @throws Conflict when the other was closed as a duplicate of this one a moment ago
 */
export async function linkDuplicate(
  tx: Transaction,
  complaintId: string,
  { duplicateOf, words }: { readonly duplicateOf: string; readonly words: string },
  actor: Actor,
): Promise<void> {
  const toId = await findByReference(tx, duplicateOf);
  if (toId === null) throw new NotFound();
  if (await isDuplicateOf(tx, complaintId, toId)) return;
  await link(tx, { kind: 'duplicate', reference: duplicateOf, words, complaintId, toId }, actor);
}

/** What is wrong with a reference that is to name a complaint that this one repeats; null: nothing. */
export async function duplicateProblem(
  tx: Transaction,
  complaintId: string,
  typed: string | undefined,
): Promise<string | null> {
  if (typed === undefined) return 'Enter the reference of the complaint that it repeats';
  const [problem, toId] = await otherComplaint(tx, complaintId, typed);
  if (problem !== null) return problem;
  return (await isDuplicateOf(tx, toId, complaintId))
    ? 'That complaint is itself linked as a duplicate of this one'
    : null;
}

/**
 * Ends a link of a complaint.
 * @throws Conflict when it was ended already
 */
export function endLink(complaintId: string, id: string, actor: Actor): Promise<void> {
  return transaction(async (tx) => {
    await holdActor(tx, actor);
    const ended = await writeLinkEnded(tx, { id, complaintId, endedById: idOf(actor) });
    if (ended === null) throw new Conflict('The link was ended already.');
    await auditBoth(tx, 'complaint.unlink', [ended.fromId, ended.toId], actor);
  });
}

type Linking = LinkAsked & { readonly complaintId: string; readonly toId: string };

async function link(
  tx: Transaction,
  { kind, words, complaintId, toId }: Linking,
  actor: Actor,
): Promise<void> {
  const made = await insertLink(tx, { kind, fromId: complaintId, toId, words, madeById: idOf(actor) });
  if (made === null) throw new Conflict(ALREADY[kind]);
  await auditBoth(tx, 'complaint.link', [complaintId, toId], actor);
}

const ALREADY: Readonly<Record<LinkKind, string>> = {
  same_matter: 'The two are linked as the same matter already.',
  duplicate: 'One of the two is linked as a duplicate of the other already.',
};

type Other = readonly [problem: string, id: null] | readonly [problem: null, id: string];

async function otherComplaint(tx: Transaction, complaintId: string, typed: string): Promise<Other> {
  const read = parseReference(typed);
  if (!read.ok) return [referenceText(read.problem), null];
  const id = await findByReference(tx, read.value);
  if (id === null) return ['No complaint has this reference', null];
  return id === complaintId ? ['Enter another complaint: this is its own reference', null] : [null, id];
}

/** Each of the two names the other. */
function auditBoth(
  tx: Transaction,
  action: 'complaint.link' | 'complaint.unlink',
  [one, other]: readonly [string, string],
  actor: Actor,
): Promise<void> {
  const events = [
    { id: one, with: other },
    { id: other, with: one },
  ].map((event) => ({
    action,
    subjectType: 'complaint' as const,
    subjectId: event.id,
    complaintId: event.id,
    changes: {
      with:
        action === 'complaint.link'
          ? { before: null, after: event.with }
          : { before: event.with, after: null },
    },
  }));
  return appendAudits(tx, actor, events);
}

function idOf({ accountId }: Actor): string {
  if (accountId === null) throw new Error('Only a person links complaints');
  return accountId;
}
