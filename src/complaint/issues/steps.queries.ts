import { nowDate } from '../../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../../platform/database/database.ts';
import type { IssueStep } from '../../platform/database/generated/client.ts';
import { isId } from '../../platform/identifier.ts';

export type { IssueStep };

/** What the plan writes of a step. */
export interface StepWritten {
  readonly text: string;
  readonly owner: string;
  readonly dueOn: Date;
  readonly doneOn: Date | null;
}

/** The steps of an action plan, by due date. */
export function listSteps(issueId: string): Promise<IssueStep[]> {
  return prisma().issueStep.findMany({
    where: { issueId, removedAt: null },
    orderBy: [{ dueOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
}

/** A step of an issue; null: it is not there, or removed. */
export async function findStep(issueId: string, id: string, db: Db = prisma()): Promise<IssueStep | null> {
  return isId(id) ? db.issueStep.findFirst({ where: { id, issueId, removedAt: null } }) : null;
}

/** Returns whether the step is new: a form that comes twice makes one. */
export async function insertStep(
  tx: Transaction,
  issueId: string,
  id: string,
  written: StepWritten,
): Promise<boolean> {
  const data = [{ id, issueId, ...written, createdAt: nowDate() }];
  const { count } = await tx.issueStep.createMany({ data, skipDuplicates: true });
  return count > 0;
}

export async function updateStep(
  tx: Transaction,
  { id, version }: IssueStep,
  change: Partial<StepWritten> & { readonly removedAt?: Date },
): Promise<void> {
  await tx.issueStep.update({
    where: { id },
    data: { ...change, version: version + 1 },
    select: { id: true },
  });
}
