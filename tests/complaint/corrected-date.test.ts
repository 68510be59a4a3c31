import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { logAttempt } from '../../src/complaint/contact-log.ts';
import { correctedColumns } from '../../src/complaint/corrected-columns.ts';
import { perform } from '../../src/complaint/perform.ts';
import { readScorecard } from '../../src/mco/scorecard/scorecard.queries.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { setClock, today } from '../../src/platform/clock.ts';
import { chicagoDate } from '../../src/platform/dates.ts';
import { newId } from '../../src/platform/identifier.ts';
import { useKeys } from '../support/app.ts';
import { actor, aDispute, aFiledComplaint, aProposal } from '../support/complaints.ts';
import { useDatabase } from '../support/database.ts';
import { receiveMail } from '../support/mail.ts';
import { aLiaison, anAnalyst, aRepresentative, aSupervisor } from '../support/personas.ts';
import { itIs } from './support/passing-time.ts';

useDatabase();
const keys = useKeys();
const date = (iso: string) => Temporal.PlainDate.from(iso);

let filer: Actor;
let analyst: Actor;
let supervisor: Actor;
let liaison: Actor;

beforeAll(async () => {
  itIs('2026-04-01');
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  filer = actor(await aRepresentative());
  analyst = actor(await anAnalyst());
  supervisor = actor(await aSupervisor());
  liaison = actor(await aLiaison());
});
afterAll(() => setClock(null));

describe('What was presented on another day than HFS had entered', () => {
  it('has that day everywhere: in the complaint, the plan’s figures and the log of attempts to reach the provider', async () => {
    itIs('2026-04-01');
    const filed = await aFiledComplaint(filer, aDispute());
    const id = filed.complaintId;
    itIs('2026-04-10');
    const presented = await perform('present', id, analyst, {
      version: filed.version,
      priorReviewConfirmed: true,
    });
    const entry = await lastEntry(id);
    const attempt = () => logAttemptOn(id, date('2026-04-03'));
    await expect(attempt()).rejects.toThrow('presented on April 10, 2026');
    const corrected = await correct(id, presented.version, entry, '2026-04-02');
    expect(await days(id)).toMatchObject({ submitted: '2026-04-01', presented: '2026-04-02' });
    await attempt();
    itIs('2026-05-05');
    const answer = { version: corrected, ...aProposal('upheld') };
    const { version } = await perform('propose', id, liaison, answer);
    expect(await medianDays()).toBe(33);
    await correct(id, version, await lastEntry(id), '2026-05-01');
    expect(await medianDays()).toBe(29);
  });

  it('has the last of the days that were entered, and the day of filing is corrected alike', async () => {
    itIs('2026-04-01');
    const filed = await aFiledComplaint(filer, aDispute());
    const id = filed.complaintId;
    const submitted = await lastEntry(id);
    itIs('2026-04-10');
    let { version } = await perform('present', id, analyst, {
      version: filed.version,
      priorReviewConfirmed: true,
    });
    const presented = await lastEntry(id);
    version = await correct(id, version, presented, '2026-04-06');
    version = await correct(id, version, presented, '2026-04-07');
    await correct(id, version, submitted, '2026-03-30');
    expect(await days(id)).toMatchObject({ submitted: '2026-03-30', presented: '2026-04-07' });
  });
});

describe('The column that a corrected entry has written', () => {
  const at = new Date('2026-04-10T20:30:00Z');
  const made = (id: string, move: 'submit' | 'present' | 'recall' | 'not-ours' | 'propose') =>
    ({ id, move, at, toStatus: move === 'present' ? 'with_mco' : 'submitted' }) as const;
  const columns = (history: ReturnType<typeof made>[], id: string) => {
    const entry = history.find((each) => each.id === id);
    return entry && correctedColumns(history, entry, date('2026-04-02'));
  };

  it('keeps the time of day in Chicago, also across the change to daylight saving time', () => {
    const entry = made('a', 'present');
    expect(correctedColumns([entry], entry, date('2026-03-02'))).toEqual({
      presentedAt: new Date('2026-03-02T21:30:00Z'),
    });
  });

  it('is the first presenting’s, also after the plan gave it back; what was recalled was none', () => {
    const again = [made('s', 'submit'), made('1', 'present'), made('n', 'not-ours'), made('2', 'present')];
    expect(columns(again, '1')).toHaveProperty('presentedAt');
    expect(columns(again, '2')).toEqual({});
    const recalled = [made('s', 'submit'), made('1', 'present'), made('r', 'recall'), made('2', 'present')];
    expect(columns(recalled, '1')).toEqual({});
    expect(columns(recalled, '2')).toHaveProperty('presentedAt');
  });

  it('is none for what no column holds', () => {
    expect(columns([made('s', 'submit'), made('p', 'propose')], 'p')).toEqual({});
  });

  it('is the day of closing for the move that closed it last, as long as it is closed', () => {
    const entries = [
      { id: '1', move: 'close', at, toStatus: 'closed' },
      { id: '2', move: 'reopen', at, toStatus: 'with_mco' },
      { id: '3', move: 'withdraw', at, toStatus: 'closed' },
      { id: '4', move: 'confirm-payment', at, toStatus: 'closed' },
    ] as const;
    const on = date('2026-04-02');
    expect(correctedColumns(entries, entries[0], on)).toEqual({});
    expect(correctedColumns(entries, entries[2], on)).toHaveProperty('closedAt');
    expect(correctedColumns(entries, entries[3], on)).toEqual({});
    expect(correctedColumns(entries.slice(0, 2), entries[0], on)).toEqual({});
  });
});

async function correct(id: string, version: number, entry: string, to: string): Promise<number> {
  const given = { version, entry, correctedOn: date(to), words: 'Entered wrongly.' };
  return (await perform('correct-date', id, supervisor, given)).version;
}

async function lastEntry(id: string): Promise<string> {
  return (await getComplaintById(analyst, id)).complaint.history.at(-1)?.id ?? '';
}

async function days(id: string) {
  const { complaint } = await getComplaintById(analyst, id);
  const { submittedAt, presentedAt } = complaint;
  return { submitted: dayOf(submittedAt), presented: dayOf(presentedAt) };
}

function dayOf(at: Date | null): string {
  return at ? chicagoDate(Temporal.Instant.fromEpochMilliseconds(at.getTime())).toString() : 'never';
}

async function logAttemptOn(id: string, on: Temporal.PlainDate): Promise<void> {
  const seen = await getComplaintById(liaison, id);
  const reached = { withWhom: 'The front desk', referenceNumber: undefined, outcome: 'They call back.' };
  await logAttempt(seen, liaison, { id: newId(), on, how: 'phone', ...reached });
}

async function medianDays(): Promise<number | null | undefined> {
  const rows = await readScorecard('MERIDIAN', date('2026-01-01'), today());
  return rows.at(-1)?.medianDays;
}
