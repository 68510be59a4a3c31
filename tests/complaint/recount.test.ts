import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addHoliday, removeHoliday } from '../../src/administration/holidays/holidays.queries.ts';
import { makeOrder, type NewOrder, undoOrder } from '../../src/administration/orders/orders.queries.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById, readClocks, readHistory } from '../../src/complaint/complaints.queries.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { beginRecount, countDue, listUnfinished } from '../../src/complaint/recount.queries.ts';
import { finishRecounts } from '../../src/complaint/recount.ts';
import { getReference } from '../../src/complaint/reference.queries.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { setClock, today } from '../../src/platform/clock.ts';
import { pool, transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { useKeys } from '../support/app.ts';
import { actor, aFiledComplaint, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { receiveMail } from '../support/mail.ts';
import { aLiaison, anAdministrator, anAnalyst, aRepresentative, aSupervisor } from '../support/personas.ts';
import { on } from './support/reference.ts';

const database = useDatabase();
const keys = useKeys();

/** A Monday; the ten business days from it have no holiday. */
const MONDAY = Temporal.Instant.from('2026-03-02T15:00:00Z');
const FRIDAY = { date: on('2026-03-06'), name: 'Day of the flood' };

let filer: Actor;
let analyst: Actor;
let supervisor: Actor;
let liaison: Actor;
let administrator: Actor;

beforeAll(async () => {
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  setClock(MONDAY);
  filer = actor(await aRepresentative());
  analyst = actor(await anAnalyst());
  supervisor = actor(await aSupervisor());
  liaison = actor(await aLiaison());
  administrator = actor(await anAdministrator());
  return () => setClock(null);
});

afterEach(async () => {
  setClock(MONDAY);
  await finishRecounts();
  await removeHoliday(FRIDAY, administrator);
});

async function seen({ complaintId }: Performed) {
  const { complaint } = await getComplaintById(filer, complaintId);
  return complaint;
}

/** The clocks as they are written down. */
async function written({ complaintId }: Performed) {
  const { rows } = await pool().query(
    `SELECT kind, started_on::text, due_on::text, state, ended_on::text FROM clock WHERE complaint_id = $1
     ORDER BY kind, started_on`,
    [complaintId],
  );
  return rows;
}

async function dueOf(complaint: Performed, kind: string): Promise<string> {
  return (await written(complaint)).find((row) => row.kind === kind)?.due_on;
}

async function lastEntries(complaint: Performed) {
  const { history } = await seen(complaint);
  return history.map(({ move, facts, version, actorName }) => ({ move, facts, version, actorName }));
}

function anOrder(changes: Partial<NewOrder> = {}): NewOrder {
  return {
    id: newId(),
    clock: 'propose',
    days: 10,
    mcoCode: null,
    fromOn: today(),
    reason: 'Floods along the river',
    ...changes,
  };
}

describe('A holiday that is added', () => {
  it('Moves the open deadlines that it lies in, tells so in the history, and makes no open form stale', async () => {
    const complaint = await aFiledComplaint(filer);
    expect(await dueOf(complaint, 'present')).toBe('2026-03-16');
    await addHoliday(FRIDAY, administrator);
    expect(await dueOf(complaint, 'present')).toBe('2026-03-17');
    const { version, dueOn } = await seen(complaint);
    expect(version).toBe(complaint.version);
    expect(dueOn?.toISOString()).toContain('2026-03-17');
    const [, ...told] = await lastEntries(complaint);
    const entry = { move: 'recount', version, actorName: 'Adaeze Dogwood' };
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        { ...entry, facts: { clock: 'present', before: '2026-03-16', after: '2026-03-17' } },
        { ...entry, facts: { clock: 'first_reply', before: '2026-03-23', after: '2026-03-24' } },
      ]),
    );
    const performed = await perform('present', complaint.complaintId, analyst, {
      version: complaint.version,
      priorReviewConfirmed: true,
    });
    expect(performed.version).toBe(version + 1);
  });

  it('Is known to a move at once, in whatever process it was added', async () => {
    await getReference();
    await asOwner(database.ownerUrl(), `INSERT INTO holiday (date, name) VALUES ('2026-03-06', 'Elsewhere')`);
    expect((await getReference()).holidays.has('2026-03-06')).toBe(true);
    expect(await dueOf(await aFiledComplaint(filer), 'present')).toBe('2026-03-17');
  });

  it('Is waited for by a move that begins while it is being added', async () => {
    let filed: Promise<Performed> | null = null;
    await transaction(async (tx) => {
      await tx.holiday.create({ data: { date: new Date('2026-03-06'), name: 'Meanwhile' } });
      filed = aFiledComplaint(filer);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    const complaint = await (filed ?? Promise.reject(new Error('Nothing was filed')));
    expect(await dueOf(complaint, 'present')).toBe('2026-03-17');
  });

  it('Leaves a closed complaint as it is', async () => {
    const complaint = await aFiledComplaint(filer);
    const { version } = complaint;
    await perform('withdraw', complaint.complaintId, filer, { version });
    const before = await written(complaint);
    await addHoliday(FRIDAY, administrator);
    expect(await written(complaint)).toEqual(before);
    expect((await lastEntries(complaint)).map(({ move }) => move)).toEqual(['submit', 'withdraw']);
  });

  it('And removed again, leaves every clock as it was', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const before = await written(complaint);
    await addHoliday(FRIDAY, administrator);
    expect(await dueOf(complaint, 'acknowledge')).toBe('2026-03-04');
    await removeHoliday(FRIDAY, administrator);
    const owed = (rows: typeof before) => rows.filter(({ ended_on }) => ended_on === null);
    expect(owed(await written(complaint))).toEqual(owed(before));
  });

  it('Counted a second time, writes nothing', async () => {
    const complaint = await aFiledComplaint(filer);
    await addHoliday(FRIDAY, administrator);
    const before = await lastEntries(complaint);
    await transaction((tx) => beginRecount(tx, 'holidays', administrator));
    expect(await finishRecounts()).toBe(true);
    expect(await lastEntries(complaint)).toEqual(before);
  });
});

describe('A recount', () => {
  it('That a killed process left is finished by the next', async () => {
    const complaint = await aFiledComplaint(filer);
    await asOwner(database.ownerUrl(), `INSERT INTO holiday (date, name) VALUES ('2026-03-06', 'Elsewhere')`);
    await transaction((tx) => beginRecount(tx, 'holidays', administrator));
    expect(await finishRecounts(0)).toBe(false);
    expect(await countDue()).toBeGreaterThan(0);
    expect(await finishRecounts()).toBe(true);
    expect([await countDue(), await listUnfinished()]).toEqual([0, []]);
    expect(await dueOf(complaint, 'present')).toBe('2026-03-17');
  });

  it('Passes over a complaint that somebody has in hand, and comes to it afterwards', async () => {
    const [held, free] = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
    const release = await holding(held);
    const counted = addHoliday(FRIDAY, administrator);
    await expect.poll(() => dueOf(free, 'present')).toBe('2026-03-17');
    expect(await dueOf(held, 'present')).toBe('2026-03-16');
    await release();
    await counted;
    expect(await dueOf(held, 'present')).toBe('2026-03-17');
  });

  it('That leaves a complaint in hand for too long is finished by the next run', async () => {
    const held = await aFiledComplaint(filer);
    const release = await holding(held);
    await addHoliday(FRIDAY, administrator);
    expect(await countDue()).toBe(1);
    await release();
    expect(await finishRecounts()).toBe(true);
    expect(await dueOf(held, 'present')).toBe('2026-03-17');
  });

  it('On which several processes work tells of each deadline once', async () => {
    const complaints = [];
    for (let each = 0; each < 5; each += 1) complaints.push(await aPresentedComplaint(filer, analyst));
    await transaction(async (tx) => {
      await tx.holiday.create({ data: { date: new Date('2026-03-03'), name: 'Together' } });
      await beginRecount(tx, 'holidays', administrator);
    });
    await Promise.all([finishRecounts(), finishRecounts(), finishRecounts()]);
    for (const complaint of complaints) {
      const told = (await lastEntries(complaint)).filter(({ move }) => move === 'recount');
      expect(told.map(({ facts }) => facts)).toEqual([
        { clock: 'acknowledge', before: '2026-03-04', after: '2026-03-05' },
      ]);
    }
    await removeHoliday({ date: on('2026-03-03'), name: 'Together' }, administrator);
  });
});

describe('An order', () => {
  it('Moves the deadlines of its kind, of its plan alone, and says so to both sides', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const filed = await aFiledComplaint(filer);
    const before = await written(filed);
    await makeOrder(anOrder({ mcoCode: 'AETNA' }), administrator);
    expect(await dueOf(complaint, 'propose')).toBe('2026-04-01');
    const order = anOrder({ mcoCode: 'MERIDIAN' });
    await makeOrder(order, administrator);
    expect(await dueOf(complaint, 'propose')).toBe('2026-04-11');
    expect(await written(filed)).toEqual(before);
    for (const reader of [filer, liaison]) {
      const lines = await readHistory(await getComplaintById(reader, complaint.complaintId));
      expect(lines.at(-1)).toMatchObject({
        move: 'shift-deadline',
        facts: { order: order.id, clock: 'propose', days: 10, before: '2026-04-01', after: '2026-04-11' },
      });
    }
  });

  it('That is undone leaves every clock as it was before, of a complaint that was closed since, too', async () => {
    const [open, closed] = [
      await aPresentedComplaint(filer, analyst),
      await aPresentedComplaint(filer, analyst),
    ];
    const before = await written(open);
    const order = anOrder();
    await makeOrder(order, administrator);
    await perform('withdraw', closed.complaintId, filer, { version: closed.version });
    await undoOrder(order.id, 'It was the other river', administrator);
    expect(await written(open)).toEqual(before);
    expect(await dueOf(closed, 'propose')).toBe('2026-04-01');
    expect((await seen(closed)).status).toBe('closed');
    expect((await readClocks(await seen(closed))).map(({ dueOn }) => String(dueOn))).toContain('2026-04-01');
    expect((await lastEntries(closed)).at(-1)).toMatchObject({
      move: 'undo-shift',
      facts: { order: order.id, clock: 'propose', before: '2026-04-11', after: '2026-04-01' },
    });
    const reopened = await perform('reopen', closed.complaintId, supervisor, {
      version: closed.version + 1,
      words: 'It was withdrawn by mistake.',
    });
    expect(reopened.status).toBe('with_mco');
  });

  it('Undone after the plan answered in the time that it gave leaves the answer in time', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const order = anOrder();
    await makeOrder(order, administrator);
    setClock(MONDAY.add({ hours: 24 * 35 }));
    await perform('propose', complaint.complaintId, liaison, {
      version: complaint.version,
      ...aProposal('upheld'),
    });
    const stateOf = async () => (await written(complaint)).find(({ kind }) => kind === 'propose')?.state;
    expect(await stateOf()).toBe('met');
    await undoOrder(order.id, 'It was the other river', administrator);
    expect(await stateOf()).toBe('met');
  });

  it('Says why in the history, and tells both sides of each new date in their next digest, once', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const order = anOrder({ reason: 'Floods' });
    await makeOrder(order, administrator);
    const told = { kind: 'complaint-deadline-moved', recipient_id: filer.accountId };
    const plan = { kind: 'plan-complaint-deadline-moved', recipient_id: liaison.accountId };
    const inDigest = { in_digest: true, state: 'owed', at: '2026-03-03 07:00' };
    expect(await owedAbout(complaint)).toEqual([told, plan].map((each) => ({ ...each, ...inDigest })));
    await makeOrder(order, administrator);
    await undoOrder(order.id, 'Another river', administrator);
    const lines = (await lastEntries(complaint)).slice(-2).map(({ move, facts }) => [move, facts]);
    expect(lines).toEqual([
      ['shift-deadline', expect.objectContaining({ reason: 'Floods' })],
      ['undo-shift', expect.objectContaining({ reason: 'Another river' })],
    ]);
    expect(await owedAbout(complaint)).toHaveLength(4);
  });

  it('Tells the provider alone of a complaint that no plan has, and nobody of one that is closed', async () => {
    const [filed, closed] = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
    const order = anOrder({ clock: 'present' });
    await makeOrder(order, administrator);
    expect((await owedAbout(filed)).map(({ kind }) => kind)).toEqual(['complaint-deadline-moved']);
    await perform('withdraw', closed.complaintId, filer, { version: closed.version });
    await undoOrder(order.id, 'Another river', administrator);
    expect(await owedAbout(filed)).toHaveLength(2);
    expect(await owedAbout(closed)).toHaveLength(1);
  });

  it('Is no question of HFS to the other side', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const { complaintId, version } = complaint;
    await perform('ask-representative', complaintId, analyst, { version, words: 'Which day?' });
    const order = anOrder({ clock: 'provider_information' });
    await makeOrder(order, administrator);
    expect((await owedAbout(complaint)).map(({ kind }) => kind)).toEqual(['complaint-deadline-moved']);
    await undoOrder(order.id, 'Another river', administrator);
  });

  it('Sent twice, or undone twice, is made and undone once', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const order = anOrder();
    await Promise.all([makeOrder(order, administrator), makeOrder(order, administrator)]);
    expect(await dueOf(complaint, 'propose')).toBe('2026-04-11');
    await Promise.all(['Wrong river', 'Wrong river'].map((why) => undoOrder(order.id, why, administrator)));
    const moves = (await lastEntries(complaint)).map(({ move }) => move);
    expect(moves.filter((move) => move === 'shift-deadline' || move === 'undo-shift')).toEqual([
      'shift-deadline',
      'undo-shift',
    ]);
  });

  it('Cannot be undone while it is moving deadlines', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const release = await holding(complaint);
    const order = anOrder();
    await makeOrder(order, administrator);
    await expect(undoOrder(order.id, 'Wrong river', administrator)).rejects.toThrow('still moving deadlines');
    await release();
    await finishRecounts();
    await undoOrder(order.id, 'Wrong river', administrator);
    expect(await dueOf(complaint, 'propose')).toBe('2026-04-01');
  });
});

/** The mails about moved deadlines that are owed. */
async function owedAbout({ complaintId }: Performed) {
  const { rows } = await pool().query(
    `SELECT kind, recipient_id, in_digest, state,
       to_char(next_attempt_at AT TIME ZONE 'America/Chicago', 'YYYY-MM-DD HH24:MI') AS at
     FROM notice WHERE complaint_id = $1 AND kind LIKE '%deadline-moved' ORDER BY created_at, kind`,
    [complaintId],
  );
  return rows;
}

/** Holds a complaint as a move does that takes its time; returns what lets it go. */
async function holding({ complaintId }: Performed): Promise<() => Promise<void>> {
  const client = await pool().connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM complaint WHERE id = $1 FOR UPDATE', [complaintId]);
  return async () => {
    await client.query('COMMIT');
    client.release();
  };
}
