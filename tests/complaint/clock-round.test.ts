import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrder } from '../../src/administration/orders/orders.queries.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { runClockRound } from '../../src/complaint/clock-round.ts';
import { lockComplaint } from '../../src/complaint/perform.queries.ts';
import { perform } from '../../src/complaint/perform.ts';
import { finishRecounts } from '../../src/complaint/recount.ts';
import { getReference } from '../../src/complaint/reference.queries.ts';
import { oweWarnings } from '../../src/complaint/warnings.ts';
import { setClock } from '../../src/platform/clock.ts';
import { transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { useKeys } from '../support/app.ts';
import { actor, aFiledComplaint, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { aLiaison, anAdministrator, anAnalyst, aRepresentative, aSupervisor } from '../support/personas.ts';
import { itIs, watch } from './support/passing-time.ts';

const database = useDatabase();
const keys = useKeys();
const stored = watch(database.ownerUrl);

let filer: Actor;
let analyst: Actor;
let supervisor: Actor;
let liaison: Actor;
let administrator: Actor;

beforeAll(async () => {
  itIs('2026-04-01');
  await keys.load();
  filer = actor(await aRepresentative());
  analyst = actor(await anAnalyst());
  supervisor = actor(await aSupervisor());
  liaison = actor(await aLiaison());
  administrator = actor(await anAdministrator());
});
afterAll(() => setClock(null));
beforeEach(() => itIs('2026-04-01'));

async function aReturned() {
  const { complaintId: id, version } = await aFiledComplaint(filer);
  const details = { version, missing: ['document' as const], words: 'Add the letter.' };
  return { id, version: (await perform('return', id, analyst, details)).version };
}

async function aProposed() {
  const { complaintId: id, version } = await aPresentedComplaint(filer, analyst);
  const proposal = { version, ...aProposal('upheld') };
  return { id, version: (await perform('propose', id, liaison, proposal)).version };
}

/** On the morning of the last day, when whoever owes something is reminded of it. */
async function remindBefore(due: Temporal.PlainDate): Promise<void> {
  itIs(due);
  await oweWarnings();
}

/** After the last second of a day. */
async function roundAfter(day: Temporal.PlainDate): Promise<void> {
  itIs(day.add({ days: 1 }), '00:00');
  await runClockRound();
}

describe('Information that does not come', () => {
  it('closes the complaint with the next day in Chicago, not before, and tells all who must know', async () => {
    const { id, version } = await aReturned();
    const assigned = { version, assignee: analyst.accountId ?? '' };
    await perform('assign', id, supervisor, assigned);
    const due = await stored.dueOf(id, 'resubmit');
    await remindBefore(due);
    itIs(due, '23:59:59');
    await runClockRound();
    expect(await stored.complaint(id)).toMatchObject({ status: 'returned' });
    await roundAfter(due);
    expect(await stored.complaint(id)).toMatchObject({
      status: 'closed',
      reason: 'INCOMPLETE',
      dueOn: null,
      version: version + 2,
    });
    expect(await stored.moves(id)).toEqual(['submit', 'return', 'assign', 'lapse']);
    expect((await stored.notices(id)).slice(-2)).toEqual([
      'complaint-closed to Renata Alder',
      'staff-complaint-moved to Anselm Birch',
    ]);
  });

  it('closes it once, however often and in however many processes time is looked at', async () => {
    const { id } = await aReturned();
    const due = await stored.dueOf(id, 'resubmit');
    await remindBefore(due);
    itIs(due.add({ days: 40 }));
    await Promise.all([runClockRound(), runClockRound(), runClockRound()]);
    await runClockRound();
    expect(await stored.moves(id)).toEqual(['submit', 'return', 'lapse']);
    expect(await stored.notices(id, 'complaint-closed')).toHaveLength(1);
  });

  it('does not close again what a supervisor reopens: the representative’s time begins anew, and then it does', async () => {
    const { id } = await aReturned();
    await remindBefore(await stored.dueOf(id, 'resubmit'));
    await roundAfter(await stored.dueOf(id, 'resubmit'));
    itIs('2026-06-01');
    const { version } = await stored.complaint(id);
    await perform('reopen', id, supervisor, { version, words: 'They called.' });
    await runClockRound();
    expect(await stored.complaint(id)).toMatchObject({ status: 'returned', dueOn: '2026-06-15' });
    itIs('2026-06-15', '23:59');
    await runClockRound();
    expect(await stored.complaint(id)).toMatchObject({ status: 'returned' });
    await remindBefore(await stored.dueOf(id, 'resubmit'));
    await roundAfter(await stored.dueOf(id, 'resubmit'));
    expect((await stored.moves(id)).slice(-3)).toEqual(['lapse', 'reopen', 'lapse']);
  });

  it('closes nothing of which nobody was reminded: after days of downtime the reminder comes first, and a week is left', async () => {
    const { id, version } = await aReturned();
    itIs('2026-04-20', '00:00');
    await runClockRound();
    itIs('2026-04-20');
    await oweWarnings();
    await runClockRound();
    expect(await stored.complaint(id)).toMatchObject({ status: 'returned' });
    expect((await stored.notices(id)).at(-1)).toBe('complaint-deadline-near to Renata Alder');
    itIs('2026-04-27', '23:59');
    await oweWarnings();
    await runClockRound();
    expect(await stored.complaint(id)).toMatchObject({ status: 'returned', version });
    await roundAfter(Temporal.PlainDate.from('2026-04-27'));
    expect(await stored.complaint(id)).toMatchObject({ status: 'closed', reason: 'INCOMPLETE' });
    expect(await stored.notices(id, 'complaint-deadline-near')).toHaveLength(1);
  });

  it('closes nothing that an order made in time has yet to come to', async () => {
    const { id } = await aReturned();
    const due = await stored.dueOf(id, 'resubmit');
    await remindBefore(due);
    itIs(due, '23:59');
    const order = { clock: 'resubmit' as const, days: 14, mcoCode: null, fromOn: due, reason: 'Floods' };
    await transaction(async (tx) => {
      // Somebody has it in hand, so that the order passes it over.
      await lockComplaint(tx, id, await getReference());
      await makeOrder({ id: newId(), ...order }, administrator);
    });
    await roundAfter(due);
    expect(await stored.complaint(id)).toMatchObject({ status: 'returned' });
    await finishRecounts();
    await runClockRound();
    expect(await stored.owedClocks(id)).toEqual(['resubmit until 2026-04-29']);
  });
});

describe('A review that nobody asks for', () => {
  it('closes the complaint when the time for it is over after a proposal, and the plan is told', async () => {
    const { id } = await aProposed();
    const due = await stored.dueOf(id, 'request_review');
    expect(due.toString()).toBe('2026-05-01');
    itIs(due, '23:59:59');
    await runClockRound();
    expect(await stored.complaint(id)).toMatchObject({ status: 'proposed' });
    await roundAfter(due);
    expect(await stored.complaint(id)).toMatchObject({ status: 'closed', reason: 'NO_REVIEW_REQUESTED' });
    expect((await stored.notices(id)).slice(-2)).toEqual([
      'complaint-closed to Renata Alder',
      'plan-complaint-closed to Lars Fir',
    ]);
  });

  it('closes it when the time for it is over after a proposal that never came', async () => {
    const { complaintId: id } = await aPresentedComplaint(filer, analyst);
    await roundAfter(await stored.dueOf(id, 'propose'));
    await roundAfter((await stored.dueOf(id, 'request_review')).subtract({ days: 1 }));
    expect(await stored.complaint(id)).toMatchObject({ status: 'with_mco' });
    await roundAfter(await stored.dueOf(id, 'request_review'));
    expect(await stored.complaint(id)).toMatchObject({ status: 'closed', reason: 'NO_REVIEW_REQUESTED' });
  });

  it('closes it in the first run after the portal was down for all of that time', async () => {
    const { complaintId: id } = await aPresentedComplaint(filer, analyst);
    itIs('2026-09-01');
    await runClockRound();
    expect(await stored.moves(id)).toEqual(['submit', 'present', 'lapse']);
  });
});

describe('A proposal that is missed', () => {
  it('starts the time to ask for a review on that day, and changes neither version nor history', async () => {
    const { complaintId: id, version } = await aPresentedComplaint(filer, analyst);
    await perform('acknowledge', id, liaison, { version, contact: 'Lars Fir, 217-555-0177' });
    const before = await stored.complaint(id);
    const due = await stored.dueOf(id, 'propose');
    itIs(due, '23:59:59');
    await runClockRound();
    expect(await stored.owedClocks(id)).toEqual(['propose until 2026-05-01']);
    await roundAfter(due);
    expect(await stored.owedClocks(id)).toEqual([
      'propose until 2026-05-01, missed',
      'request_review until 2026-05-31',
    ]);
    expect(await stored.complaint(id)).toEqual(before);
    expect(await stored.moves(id)).toEqual(['submit', 'present', 'acknowledge']);
    await runClockRound();
    expect(await stored.owedClocks(id)).toHaveLength(2);
  });
});

describe('Information for a review that does not come', () => {
  it('is waited for no longer: HFS holds the complaint, and owes the decision from that day on', async () => {
    const { complaintId: id } = await aPresentedComplaint(filer, analyst);
    await roundAfter(await stored.dueOf(id, 'propose'));
    const { version } = await stored.complaint(id);
    const asked = { version, refused: [], words: 'Please review it.' };
    await perform('request-review', id, filer, asked);
    const due = await stored.dueOf(id, 'review_information');
    expect(await stored.complaint(id)).toMatchObject({ dueClock: 'review_information' });
    await roundAfter(due);
    const decideBy = due.add({ days: 30 }).toString();
    expect(await stored.owedClocks(id)).toEqual([`decide until ${decideBy}`]);
    expect(await stored.complaint(id)).toMatchObject({
      status: 'department_review',
      dueOn: decideBy,
      dueClock: 'decide',
      version: version + 1,
    });
  });
});

describe('A complaint that cannot be closed', () => {
  it('does not keep the others from being closed, and is closed when it can be', async () => {
    const [first, second, third] = [await aReturned(), await aReturned(), await aReturned()];
    const owner = database.ownerUrl();
    await asOwner(
      owner,
      `ALTER TABLE complaint ADD CONSTRAINT stays_open CHECK (id <> '${second.id}' OR status <> 'closed')`,
    );
    await remindBefore(await stored.dueOf(first.id, 'resubmit'));
    await roundAfter(await stored.dueOf(first.id, 'resubmit'));
    await asOwner(owner, 'ALTER TABLE complaint DROP CONSTRAINT stays_open');
    const statusOf = async ({ id }: { id: string }) => (await stored.complaint(id)).status;
    expect(await Promise.all([first, second, third].map(statusOf))).toEqual(['closed', 'returned', 'closed']);
    expect(await stored.moves(second.id)).toEqual(['submit', 'return']);
    expect(await stored.notices(second.id, 'complaint-closed')).toEqual([]);
    await runClockRound();
    expect(await statusOf(second)).toBe('closed');
  });
});

describe('Somebody who acts at the moment at which time runs out', () => {
  it('either is in time or learns that it is closed; never both, and nothing is written twice', async () => {
    const complaints = [];
    for (let made = 0; made < 8; made += 1) complaints.push(await aReturned());
    const [first] = complaints;
    const due = await stored.dueOf(first?.id ?? '', 'resubmit');
    await remindBefore(due);
    itIs(due.add({ days: 1 }), '00:00:01');
    const [sent] = await Promise.all([
      Promise.allSettled(
        // From the last, so that they meet half-way.
        complaints
          .toReversed()
          .map(({ id, version }) => perform('resubmit', id, filer, { version, words: 'Here it is.' })),
      ),
      runClockRound(),
      runClockRound(),
    ]);
    for (const [place, { id }] of complaints.toReversed().entries()) {
      const isSent = sent[place]?.status === 'fulfilled';
      expect(await stored.moves(id)).toEqual(['submit', 'return', isSent ? 'resubmit' : 'lapse']);
      expect((await stored.complaint(id)).status).toBe(isSent ? 'submitted' : 'closed');
      expect(await stored.notices(id, 'complaint-closed')).toHaveLength(isSent ? 0 : 1);
    }
  });

  it.each(['the person', 'time'])('%s comes first, and the other finds it done', async (winner) => {
    const { id, version } = await aProposed();
    itIs('2026-05-02', '00:00:01');
    const accept = () => perform('accept', id, filer, { version }).catch((error: unknown) => error);
    if (winner === 'time') await runClockRound();
    const answer = await accept();
    await runClockRound();
    const last = winner === 'time' ? 'lapse' : 'accept';
    expect(await stored.moves(id)).toEqual(['submit', 'present', 'propose', last]);
    expect(answer instanceof Error).toBe(winner === 'time');
  });
});
