import { nowDate } from '../platform/clock.ts';
import { prisma } from '../platform/database/database.ts';
import { NotFound } from '../platform/errors.ts';

/**
 * Writes down that somebody of the plan has opened a complaint: from then on it is not taken back any more.
 * @throws NotFound when it was taken back a moment ago
 */
export async function recordOpenedByPlan(complaint: {
  readonly id: string;
  readonly openedByPlanAt: Date | null;
}): Promise<void> {
  if (complaint.openedByPlanAt !== null) return;
  const { count } = await prisma().complaint.updateMany({
    where: { id: complaint.id, presentedAt: { not: null } },
    data: { openedByPlanAt: nowDate() },
  });
  if (count === 0) throw new NotFound();
}
