import { Temporal } from 'temporal-polyfill';
import { type AuditChanges, appendAudit } from '../../audit/audit.queries.ts';
import { nowDate } from '../../platform/clock.ts';
import { prisma, type Transaction } from '../../platform/database/database.ts';
import { newId } from '../../platform/identifier.ts';
import type { Actor } from '../actor.ts';
import {
  canReadIssueEvent,
  type IssueEvent,
  type IssueEventKind,
  type IssueFacts,
  isIssueEvent,
} from './events.ts';
import type { IssueSide } from './issue.ts';

export interface EventToAppend {
  /** Made by the page with the form, where the same form sent again is to write nothing twice. */
  readonly id?: string;
  readonly kind: IssueEventKind;
  readonly facts?: IssueFacts;
  readonly words?: string;
  readonly changes?: AuditChanges;
}

/**
 * Appends to the history of an issue, with the audit event.
 * @returns the id of the entry; null: it was there before
 */
export async function appendIssueEvent(
  tx: Transaction,
  actor: Actor,
  issue: { readonly id: string; readonly reference: string },
  { id = newId(), kind, facts = {}, words, changes = {} }: EventToAppend,
): Promise<string | null> {
  const author = { at: nowDate(), actorName: actor.name, actorRole: actor.role };
  const { count } = await tx.issueEvent.createMany({
    data: [{ id, issueId: issue.id, kind, ...author, facts: factsRow(facts), words: words ?? null }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  await appendAudit(tx, actor, {
    action: `issue.${kind}`,
    subjectType: 'issue',
    subjectId: issue.reference,
    changes,
  });
  return id;
}

/** The history of an issue, oldest first, as far as a side may read it. */
export async function listIssueEvents(issueId: string, side: IssueSide): Promise<IssueEvent[]> {
  const rows = await prisma().issueEvent.findMany({
    where: { issueId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ id, kind, at, actorName, actorRole, facts, words }) => {
    if (!isIssueEvent(kind) || !canReadIssueEvent(kind, side)) return [];
    const when = Temporal.Instant.fromEpochMilliseconds(at.getTime());
    // Written by appendIssueEvent alone.
    return [{ id, kind, at: when, actorName, actorRole, facts: facts as IssueFacts, words }];
  });
}

function factsRow({ references, ...facts }: IssueFacts) {
  return { ...facts, ...(references ? { references: [...references] } : {}) };
}
