import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { transaction } from '../../platform/database/database.ts';
import { type EnrolledRow, replaceEnrolled } from './enrolled.queries.ts';

/**
 * Puts a list of enrolled providers in the place of the one before.
 * @returns how many lines the old list had, and the new one has
 */
export function importEnrolled(
  rows: readonly EnrolledRow[],
  actor: Actor,
): Promise<{ readonly before: number; readonly after: number }> {
  return transaction(async (tx) => {
    const before = await replaceEnrolled(tx, rows);
    await appendAudit(tx, actor, {
      action: 'enrolled.import',
      subjectType: 'enrolled-list',
      subjectId: 'enrolled-providers',
      changes: { lines: { before: String(before), after: String(rows.length) } },
    });
    return { before, after: rows.length };
  });
}
