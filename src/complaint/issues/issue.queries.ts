import { appendAudit } from '../../audit/audit.queries.ts';
import { now, nowDate, ZONE } from '../../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Actor } from '../actor.ts';
import { makeIssueNumber } from './issue-number.ts';

const WHOLE = {
  mco: { select: { name: true } },
  openedBy: { select: { name: true } },
} satisfies Prisma.IssueInclude;

/** A systemic issue with what surrounds it. */
export type Issue = Prisma.IssueGetPayload<{ include: typeof WHOLE }>;

/** The issue of a number in the form in which it is kept; null: there is none. */
export function findIssue(reference: string, db: Db = prisma()): Promise<Issue | null> {
  return db.issue.findUnique({ where: { reference }, include: WHOLE });
}

/** The same by its id. */
export function findIssueById(id: string, db: Db = prisma()): Promise<Issue | null> {
  return db.issue.findUnique({ where: { id }, include: WHOLE });
}

/** The same by its id, which is known to be one. */
export function getIssueById(id: string, db: Db): Promise<Issue> {
  return db.issue.findUniqueOrThrow({ where: { id }, include: WHOLE });
}

/** The same, locked against every other change until the transaction ends. */
export async function lockIssue(tx: Transaction, reference: string): Promise<Issue | null> {
  await tx.$queryRaw`SELECT 1 FROM issue WHERE reference = ${reference} FOR UPDATE`;
  return findIssue(reference, tx);
}

export interface IssueToOpen {
  readonly id: string;
  readonly mcoCode: string;
  readonly title: string;
  readonly cause: string;
  readonly openedById: string;
}

/** Opens an issue under the next number. Returns whether it is new: a form that comes twice opens one. */
export async function insertIssue(tx: Transaction, issue: IssueToOpen): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ number: bigint }[]>`SELECT nextval('issue_number') AS number`;
  if (!row) throw new Error('The sequence gave no number');
  const reference = makeIssueNumber(now().toZonedDateTimeISO(ZONE).year, Number(row.number));
  const data = [{ ...issue, reference, openedAt: nowDate() }];
  const { count } = await tx.issue.createMany({ data, skipDuplicates: true });
  return count > 0;
}

export type IssueChange = Pick<
  Prisma.IssueUncheckedUpdateInput,
  'title' | 'cause' | 'status' | 'askedAt' | 'planDueOn' | 'acceptedAt' | 'closedAt'
>;

export async function updateIssue(
  tx: Transaction,
  { id, version }: Issue,
  change: IssueChange,
): Promise<void> {
  await tx.issue.update({ where: { id }, data: { ...change, version: version + 1 }, select: { id: true } });
}

/** What the plan promises has changed: what HFS accepted is no longer what there is. */
export async function raisePlanVersion(tx: Transaction, { id, planVersion }: Issue): Promise<void> {
  const data = { planVersion: planVersion + 1, acceptedAt: null };
  await tx.issue.update({ where: { id }, data, select: { id: true } });
}

/**
 * Answers somebody who asked for an issue that does not exist for them, and records that they did.
 * @throws NotFound always
 */
export async function refuseUnseenIssue(actor: Actor, { reference }: Issue): Promise<never> {
  await appendAudit(prisma(), actor, {
    action: 'issue.refuse-view',
    subjectType: 'issue',
    subjectId: reference,
  });
  throw new NotFound();
}
