import { appendAudits } from '../../audit/audit.queries.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../actor.ts';
import { parseReference, referenceText } from '../reference-number.ts';
import { changeIssue } from './change-issue.ts';
import { appendIssueEvent } from './events.queries.ts';
import type { Issue } from './issue.queries.ts';
import { endLink, insertLink, listNamed, type Named } from './links.queries.ts';

/** As many as one looks through. */
export const LINK_LIMIT = 100;

export interface Asked {
  /** Ticked in a list. */
  readonly ids: readonly string[];
  /** Typed, in the form in which they are kept. */
  readonly references: readonly string[];
}

/** The reference numbers in a text, and what is wrong with what is none. */
export function readReferences(text: string): { references: string[]; problems: string[] } {
  const written = text.split(/[\s,;]+/).filter((word) => word !== '');
  const read = written.map((word) => ({ word, ...parseReference(word) }));
  return {
    references: [...new Set(read.flatMap((each) => (each.ok ? [each.value] : [])))],
    problems: read.flatMap((each) => (each.ok ? [] : [`${each.word}: ${referenceText(each.problem)}`])),
  };
}

/**
 * Links complaints to an issue: all of them, or none.
 * @returns how many were not linked before
 * @throws Invalid with each that cannot be linked, and why
 */
export function linkComplaints(actor: Actor, reference: string, asked: Asked): Promise<number> {
  return changeIssue(actor, reference, ['staff'], (tx, { issue }) => linkIn(tx, actor, issue, asked));
}

/** The same within a transaction that has the issue locked. */
export async function linkIn(tx: Transaction, actor: Actor, issue: Issue, asked: Asked): Promise<number> {
  if (asked.ids.length + asked.references.length > LINK_LIMIT)
    throw refusal([`Link at most ${LINK_LIMIT} complaints at once`]);
  const named = await listNamed(tx, asked);
  const problems = [...unknown(asked, named), ...named.flatMap((each) => problemWith(each, issue))];
  if (problems.length > 0) throw refusal(problems);
  const fresh = named.filter(({ issue: holding }) => holding === null);
  for (const { id, reference } of fresh)
    if (!(await insertLink(tx, issue.id, id)))
      throw refusal([`${reference} was linked to another issue a moment ago`]);
  await record(tx, actor, issue, 'link', fresh);
  return fresh.length;
}

/** Takes a complaint out of an issue again; done already, nothing is done. */
export function unlinkComplaint(actor: Actor, reference: string, complaintId: string): Promise<void> {
  return changeIssue(actor, reference, ['staff'], async (tx, { issue }) => {
    if (!(await endLink(tx, issue.id, complaintId))) return;
    await record(tx, actor, issue, 'unlink', await listNamed(tx, { ids: [complaintId], references: [] }));
  });
}

function unknown({ ids, references }: Asked, named: readonly Named[]): string[] {
  const known = new Set(named.flatMap(({ id, reference }) => [id, reference]));
  const missing = references.filter((reference) => !known.has(reference));
  const isForged = ids.some((id) => !known.has(id));
  return [
    ...missing.map((reference) => `${reference} is not the number of a complaint`),
    ...(isForged ? ['A complaint that was ticked is not there'] : []),
  ];
}

function problemWith({ reference, mcoCode, planName, issue: holding }: Named, issue: Issue): string[] {
  if (mcoCode !== issue.mcoCode) return [`${reference} is about another plan, ${planName}`];
  if (holding && holding.id !== issue.id) return [`${reference} belongs to ${holding.reference} already`];
  return [];
}

function refusal(problems: readonly string[]): Invalid {
  return new Invalid([{ field: 'references', text: problems.join('. ') }]);
}

/** One entry in the history of the issue, and an event in the log of each complaint. */
async function record(
  tx: Transaction,
  actor: Actor,
  issue: Issue,
  kind: 'link' | 'unlink',
  complaints: readonly Named[],
): Promise<void> {
  if (complaints.length === 0) return;
  const references = complaints.map(({ reference }) => reference);
  await appendIssueEvent(tx, actor, issue, { kind, facts: { references } });
  await appendAudits(
    tx,
    actor,
    complaints.map(({ id }) => ({
      action: `issue.${kind}`,
      subjectType: 'issue' as const,
      subjectId: issue.reference,
      complaintId: id,
    })),
  );
}
