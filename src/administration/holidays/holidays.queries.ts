import type { Temporal } from 'temporal-polyfill';
import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { holdActor } from '../../complaint/hold-actor.queries.ts';
import { beginRecount } from '../../complaint/recount.queries.ts';
import { finishRecountsSoon } from '../../complaint/recount.ts';
import { prisma, transaction } from '../../platform/database/database.ts';
import { fromPlainDate, toPlainDate } from '../../platform/dates.ts';

export interface Holiday {
  readonly date: Temporal.PlainDate;
  readonly name: string;
}

/** All of them, in the order of their dates. */
export async function listHolidays(): Promise<Holiday[]> {
  const rows = await prisma().holiday.findMany({ orderBy: { date: 'asc' } });
  return rows.map(({ date, name }) => ({ date: toPlainDate(date), name }));
}

export async function findHoliday(date: Temporal.PlainDate): Promise<Holiday | null> {
  const row = await prisma().holiday.findUnique({ where: { date: fromPlainDate(date) } });
  return row && { date, name: row.name };
}

/** Adds a holiday, and has the deadlines counted anew. A day that is one already stays as it is. */
export async function addHoliday({ date, name }: Holiday, actor: Actor): Promise<void> {
  await transaction(async (tx) => {
    await holdActor(tx, actor);
    const data = [{ date: fromPlainDate(date), name }];
    const { count } = await tx.holiday.createMany({ data, skipDuplicates: true });
    if (count === 0) return;
    await beginRecount(tx, 'holidays', actor);
    await appendAudit(tx, actor, {
      action: 'holiday.add',
      subjectType: 'holiday',
      subjectId: date.toString(),
      changes: { [date.toString()]: { before: null, after: name } },
    });
  });
  await finishRecountsSoon();
}

/** Takes a holiday out again, and has the deadlines counted anew. */
export async function removeHoliday({ date, name }: Holiday, actor: Actor): Promise<void> {
  await transaction(async (tx) => {
    await holdActor(tx, actor);
    const { count } = await tx.holiday.deleteMany({ where: { date: fromPlainDate(date) } });
    if (count === 0) return;
    await beginRecount(tx, 'holidays', actor);
    await appendAudit(tx, actor, {
      action: 'holiday.remove',
      subjectType: 'holiday',
      subjectId: date.toString(),
      changes: { [date.toString()]: { before: name, after: null } },
    });
  });
  await finishRecountsSoon();
}
