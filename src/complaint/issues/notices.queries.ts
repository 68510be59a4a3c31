import { type NoticeOwed, oweNotices } from '../../notices/notices.queries.ts';
import { today } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { Actor } from '../actor.ts';
import type { Issue } from './issue.queries.ts';

/** Tells the plan's liaisons by mail. `event` is the entry of the history that owes it. */
export async function tellPlan(
  tx: Transaction,
  kind: 'plan-issue-asked' | 'plan-issue-news',
  issue: Issue,
  event: string,
): Promise<void> {
  const liaisons = await tx.account.findMany({
    where: { role: 'liaison', mcoCode: issue.mcoCode, status: 'active' },
    select: { id: true },
  });
  await oweNotices(
    tx,
    liaisons.map(({ id }) => owed(kind, issue, id, event)),
  );
}

/** Tells whoever opened the issue, or the supervisors in their place; once a day, however much the plan writes. */
export async function tellStaff(tx: Transaction, issue: Issue, actor: Actor): Promise<void> {
  const opener = await tx.account.findFirst({
    where: { id: issue.openedById, status: 'active', role: { in: ['analyst', 'supervisor'] } },
    select: { id: true },
  });
  const told = opener
    ? [opener]
    : await tx.account.findMany({ where: { role: 'supervisor', status: 'active' }, select: { id: true } });
  const key = `${issue.id}:${today().toString()}`;
  const others = told.filter(({ id }) => id !== actor.accountId);
  await oweNotices(
    tx,
    others.map(({ id }) => owed('staff-issue-news', issue, id, key)),
  );
}

function owed(kind: NoticeOwed['kind'], issue: Issue, recipientId: string, dedupeKey: string): NoticeOwed {
  return { kind, recipientId, issueId: issue.id, dedupeKey };
}
