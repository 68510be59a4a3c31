import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { holdActor } from '../../complaint/hold-actor.queries.ts';
import type { Mco } from '../../complaint/reference.queries.ts';
import { transaction } from '../../platform/database/database.ts';
import { NotFound } from '../../platform/errors.ts';

/** What an administrator may say of a plan; null: not known. */
export type PlanHints = Pick<Mco, 'trackingNumberHint' | 'disputePhone' | 'disputeWindowDays'>;

const NAMES = ['trackingNumberHint', 'disputePhone', 'disputeWindowDays'] as const;

/**
 * Changes what the portal says of a plan; what stays the same leaves no trace.
 * @throws NotFound when there is no such plan
 */
export async function changePlanHints(code: string, hints: PlanHints, actor: Actor): Promise<void> {
  await transaction(async (tx) => {
    await holdActor(tx, actor);
    const before = await tx.mco.findUnique({ where: { code } });
    if (!before) throw new NotFound();
    const changed = NAMES.filter((name) => before[name] !== hints[name]);
    if (changed.length === 0) return;
    await tx.mco.update({ where: { code }, data: hints });
    await appendAudit(tx, actor, {
      action: 'plan.change',
      subjectType: 'plan',
      subjectId: code,
      changes: Object.fromEntries(
        changed.map((name) => [name, { before: textOf(before[name]), after: textOf(hints[name]) }]),
      ),
    });
  });
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
