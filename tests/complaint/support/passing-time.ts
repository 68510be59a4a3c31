import { Temporal } from 'temporal-polyfill';
import { setClock, ZONE } from '../../../src/platform/clock.ts';
import { asOwner } from '../../support/database.ts';

/** Sets the clock to a time in Chicago: by default noon, after the morning's mail. */
export function itIs(date: string | Temporal.PlainDate, plainTime = '12:00'): void {
  const day = Temporal.PlainDate.from(date);
  setClock(day.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant());
}

/** What is written down of a complaint, read past the application. */
export function watch(ownerUrl: () => string) {
  const rows = async (sql: string, id: string) => (await asOwner(ownerUrl(), sql, [id])).rows;
  return {
    async complaint(id: string) {
      const [row] = await rows(
        `SELECT status::text, version, due_on::text AS "dueOn", due_clock AS "dueClock",
           closure_reason_code AS reason FROM complaint WHERE id = $1`,
        id,
      );
      return row;
    },
    async moves(id: string): Promise<string[]> {
      const found = await rows('SELECT move FROM history_entry WHERE complaint_id = $1 ORDER BY version', id);
      return found.map(({ move }) => move);
    },
    /** Those that are owed, as "propose until 2026-11-04", with "missed" after what ran out. */
    async owedClocks(id: string): Promise<string[]> {
      const found = await rows(
        `SELECT kind, due_on::text AS due, state FROM clock WHERE complaint_id = $1 AND ended_on IS NULL
         ORDER BY due_on, kind`,
        id,
      );
      return found.map(
        ({ kind, due, state }) => `${kind} until ${due}${state === 'missed' ? ', missed' : ''}`,
      );
    },
    /** The last day of the owed clock of a kind. */
    async dueOf(id: string, kind: string): Promise<Temporal.PlainDate> {
      const found = await rows(
        `SELECT kind, due_on::text AS due FROM clock WHERE complaint_id = $1 AND ended_on IS NULL`,
        id,
      );
      return Temporal.PlainDate.from(found.find((clock) => clock.kind === kind)?.due ?? '');
    },
    /** The mails owed about a complaint, as "kind to name", by when they came to be owed, then by kind. */
    async notices(id: string, like = '%'): Promise<string[]> {
      const found = await rows(
        `SELECT notice.kind, account.name FROM notice JOIN account ON account.id = notice.recipient_id
         WHERE complaint_id = $1 AND notice.kind LIKE '${like}' ORDER BY notice.created_at, notice.kind, account.name`,
        id,
      );
      return found.map(({ kind, name }) => `${kind} to ${name}`);
    },
  };
}
