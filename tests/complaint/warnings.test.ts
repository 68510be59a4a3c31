import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { runClockRound } from '../../src/complaint/clock-round.ts';
import { perform } from '../../src/complaint/perform.ts';
import { oweWarnings } from '../../src/complaint/warnings.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { oweMorningMail } from '../../src/notices/morning-mail.ts';
import { saveChoices } from '../../src/notices/preferences.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { transaction } from '../../src/platform/database/database.ts';
import { useKeys } from '../support/app.ts';
import { actor, aDispute, aFiledComplaint, aPresentedComplaint } from '../support/complaints.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { BASE_URL, receiveMail, sentMail } from '../support/mail.ts';
import { aColleague, aLiaison, anAnalyst, aRepresentative, aSupervisor } from '../support/personas.ts';
import { itIs, watch } from './support/passing-time.ts';

const database = useDatabase();
const keys = useKeys();
const stored = watch(database.ownerUrl);

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
  await aLiaison({ mcoCode: 'BCCHP', name: 'Bo Gorse' });
});
afterAll(() => setClock(null));
beforeEach(() => itIs('2026-04-01'));

/** The warnings of a complaint that have come to be owed, in order. */
const warnings = async (id: string) =>
  (await stored.notices(id)).filter((notice) => /deadline|half-time|without|unanswered|waits/.test(notice));

/** What comes at the times of a day at which the jobs might run. */
async function pass(date: string | Temporal.PlainDate): Promise<void> {
  for (const time of ['00:00', '06:59', '07:00', '07:05', '23:55']) {
    itIs(date, time);
    await runClockRound();
    await oweWarnings();
  }
}

async function passFrom(first: string, last: string): Promise<void> {
  const end = Temporal.PlainDate.from(last);
  let day = Temporal.PlainDate.from(first);
  for (; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) await pass(day);
}

/** With the plan, acknowledged, and owed a proposal until May 1. */
async function anAcknowledged(): Promise<string> {
  const { complaintId, version } = await aPresentedComplaint(filer, analyst);
  await perform('acknowledge', complaintId, liaison, { version, contact: 'Lars Fir, 217-555-0177' });
  return complaintId;
}

async function aReturned(): Promise<string> {
  const { complaintId, version } = await aFiledComplaint(filer);
  const details = { version, missing: ['document' as const], words: 'Add the letter.' };
  await perform('return', complaintId, analyst, details);
  return complaintId;
}

async function anAssigned(): Promise<string> {
  const { complaintId, version } = await aFiledComplaint(filer);
  await perform('assign', complaintId, supervisor, { version, assignee: analyst.accountId ?? '' });
  return complaintId;
}

function anUrgentComplaint() {
  const changes = aDispute({
    story: {
      whatHappened: 'The pharmacy rejects the prescription.',
      resolutionSought: 'Cover it.',
      urgentReason: 'Without it since yesterday.',
    },
  });
  return aFiledComplaint(filer, { ...changes, topicCode: 'ACCESS_PRESCRIPTION', isUrgent: true });
}

describe('An extension that was asked for', () => {
  const toPlan = 'plan-complaint-deadline-near to Lars Fir';
  const toSupervisor = 'staff-extension-waits to Sunniva Cedar';

  async function anAsked() {
    const id = await anAcknowledged();
    const { version } = await stored.complaint(id);
    const asked = { version, words: 'Records are still to come.' };
    return { id, version: (await perform('request-extension', id, liaison, asked)).version };
  }

  it('and that nobody answers, is brought before the supervisors 5 days and 1 day before the plan’s deadline, once each', async () => {
    const { id } = await anAsked();
    await passFrom('2026-04-20', '2026-04-24');
    expect(await warnings(id)).toEqual([toPlan]);
    await passFrom('2026-04-25', '2026-05-01');
    expect(await warnings(id)).toEqual([toPlan, toPlan, toSupervisor, toPlan, toSupervisor]);
  });

  it('and is refused, is no more', async () => {
    const { id, version } = await anAsked();
    await perform('refuse-extension', id, supervisor, { version, words: 'There is time enough.' });
    await passFrom('2026-04-25', '2026-05-01');
    expect(await warnings(id)).toEqual([toPlan, toPlan, toPlan]);
  });
});

describe('A deadline of the plan', () => {
  it('is told 10, 5 and 1 days before and when it is missed, each once, however often it is looked at', async () => {
    const id = await anAcknowledged();
    const days = ['2026-04-20', '2026-04-21', '2026-04-25', '2026-04-26', '2026-04-29', '2026-04-30'];
    const counts = [];
    for (const day of [...days, '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-21']) {
      await pass(day);
      counts.push((await warnings(id)).length);
    }
    expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3, 6, 6, 7]);
    const near = 'plan-complaint-deadline-near to Lars Fir';
    // The last is of the review, which the representative may ask for since the plan missed its deadline.
    expect(await warnings(id)).toEqual([
      near,
      near,
      near,
      'complaint-unanswered to Renata Alder',
      'plan-complaint-deadline-missed to Lars Fir',
      'staff-complaint-deadline-missed to Sunniva Cedar',
      'complaint-deadline-near to Renata Alder',
    ]);
  });

  it('is told in the morning, and not in the night before it, not even what the morning before should have brought', async () => {
    const id = await anAcknowledged();
    itIs('2026-04-22', '06:59:59');
    await oweWarnings();
    expect(await warnings(id)).toEqual([]);
    itIs('2026-04-22', '07:00');
    await oweWarnings();
    expect(await warnings(id)).toHaveLength(1);
  });

  it('that passed while the portal was down is told as it stands: one mail, and not all that were missed', async () => {
    const id = await anAcknowledged();
    itIs('2026-04-30', '15:00');
    await oweWarnings();
    expect(await warnings(id)).toEqual(['plan-complaint-deadline-near to Lars Fir']);
    itIs('2026-05-08', '15:00');
    await runClockRound();
    await oweWarnings();
    expect((await warnings(id)).slice(1)).toEqual([
      'complaint-unanswered to Renata Alder',
      'plan-complaint-deadline-missed to Lars Fir',
      'staff-complaint-deadline-missed to Sunniva Cedar',
    ]);
  });

  it('is told once by two processes that look at the same time', async () => {
    const id = await anAcknowledged();
    itIs('2026-04-21');
    await Promise.all([oweWarnings(), oweWarnings(), oweWarnings()]);
    expect(await warnings(id)).toHaveLength(1);
  });

  it('that is moved to later is told anew', async () => {
    const id = await anAcknowledged();
    await pass('2026-04-21');
    const asked = { version: (await stored.complaint(id)).version, words: 'We need the records.' };
    const { version } = await perform('request-extension', id, liaison, asked);
    await perform('grant-extension', id, supervisor, { version, words: 'Once.' });
    await passFrom('2026-04-22', '2026-05-02');
    expect(await warnings(id)).toHaveLength(1);
    await passFrom('2026-05-20', '2026-05-23');
    expect(await warnings(id)).toHaveLength(2);
  });

  it('of two business days is told the day before and when it is missed, to the one who has it', async () => {
    const { complaintId: id, version } = await aPresentedComplaint(filer, analyst);
    const colleague = await aLiaison({ name: 'Lotte Hazel' });
    await perform('appoint', id, liaison, { version, liaison: colleague.id });
    await passFrom('2026-04-01', '2026-04-06');
    expect(await warnings(id)).toEqual([
      'plan-complaint-deadline-near to Lotte Hazel',
      'plan-complaint-deadline-missed to Lotte Hazel',
      'staff-complaint-deadline-missed to Sunniva Cedar',
    ]);
    await asOwner(database.ownerUrl(), `UPDATE account SET status = 'suspended' WHERE id = $1`, [
      colleague.id,
    ]);
  });
});

describe('A deadline of the representative', () => {
  it('is told by a mail that names the complaint, leads to it, and says nothing more', async () => {
    const id = await aReturned();
    const { rows } = await asOwner(database.ownerUrl(), 'SELECT reference FROM complaint WHERE id = $1', [
      id,
    ]);
    const reference: string = rows[0]?.reference;
    await pass('2026-04-07');
    expect(await warnings(id)).toEqual([]);
    await pass('2026-04-08');
    expect(await warnings(id)).toEqual(['complaint-deadline-near to Renata Alder']);
    const mail = (await sentMail()).find(
      ({ subject }) => subject === `Something is due from you on complaint ${reference}`,
    );
    expect(mail?.text).toContain(`${BASE_URL}/complaints/${reference}\n`);
    expect(mail?.text).not.toMatch(/Meridian|Okafor|205755710|letter|April/);
  });

  it('that is missed closes the complaint, of which they are told instead', async () => {
    const id = await aReturned();
    const due = await stored.dueOf(id, 'resubmit');
    await passFrom('2026-04-02', due.add({ days: 3 }).toString());
    expect(await warnings(id)).toEqual(Array(2).fill('complaint-deadline-near to Renata Alder'));
    expect((await stored.notices(id)).at(-1)).toBe('complaint-closed to Renata Alder');
  });

  it('to answer HFS is told as missed, too: the complaint goes on without the answer', async () => {
    const id = await anAcknowledged();
    const { version } = await stored.complaint(id);
    await perform('ask-representative', id, analyst, { version, words: 'Which claims were paid?' });
    await passFrom('2026-04-02', '2026-04-16');
    expect((await warnings(id)).at(-1)).toBe('complaint-deadline-missed to Renata Alder');
  });

  it('who has left is told to those who can hand the complaint over', async () => {
    const administrator = await aRepresentative({ name: 'Ada Ivy' });
    const leaver = actor(await aColleague(administrator));
    const { complaintId: id, version } = await aFiledComplaint(leaver);
    await perform('return', id, analyst, { version, missing: ['document'], words: 'Add the letter.' });
    await asOwner(database.ownerUrl(), `UPDATE account SET status = 'suspended' WHERE id = $1`, [
      leaver.accountId,
    ]);
    await pass('2026-04-08');
    expect(await warnings(id)).toEqual(['complaint-without-representative to Ada Ivy']);
  });

  it('comes in the digest of that very morning, where they want it there', async () => {
    const account = await aRepresentative({ name: 'Dita Juniper' });
    await transaction((tx) =>
      saveChoices(tx, account.id, new Map([['complaint-deadline-near', 'digest' as const]])),
    );
    const { complaintId, version } = await aFiledComplaint(actor(account));
    const returned = { version, missing: ['document' as const], words: 'Add the letter.' };
    await perform('return', complaintId, analyst, returned);
    itIs('2026-04-08', '07:00');
    await oweWarnings();
    await oweMorningMail();
    expect((await sentMail(account.email)).at(-1)?.subject).toBe('Your daily digest: 1 notice');
  });
});

describe('A deadline of both sides', () => {
  it('is told to both, and when it is over HFS owes the decision, and nobody is told of a miss', async () => {
    const { complaintId: id } = await aPresentedComplaint(filer, analyst);
    itIs('2026-05-02');
    const { version } = await stored.complaint(id);
    await perform('request-review', id, filer, { version, refused: [], words: 'Please review it.' });
    await pass('2026-05-22');
    expect(await warnings(id)).toEqual([
      'complaint-deadline-near to Renata Alder',
      'plan-complaint-deadline-near to Lars Fir',
    ]);
    itIs('2026-06-02', '07:00');
    await oweWarnings();
    await runClockRound();
    await oweWarnings();
    expect(await warnings(id)).toHaveLength(2);
    expect(await stored.owedClocks(id)).toEqual(['decide until 2026-07-01']);
  });
});

describe('A deadline of HFS', () => {
  it('is told to whoever has the complaint; when it is missed, to the supervisors too', async () => {
    const id = await anAssigned();
    await pass('2026-04-14');
    expect(await warnings(id)).toEqual(['staff-complaint-deadline-near to Anselm Birch']);
    await pass('2026-04-16');
    const all = await warnings(id);
    expect(all.filter((notice) => notice.startsWith('staff-complaint-deadline-missed'))).toEqual([
      'staff-complaint-deadline-missed to Anselm Birch',
      'staff-complaint-deadline-missed to Sunniva Cedar',
    ]);
  });

  it('is told by one mail for all of a complaint’s deadlines that come near on a morning', async () => {
    const { complaintId: id } = await aFiledComplaint(filer);
    expect(await stored.owedClocks(id)).toEqual(['present until 2026-04-15', 'first_reply until 2026-04-22']);
    await pass('2026-04-14');
    expect(await warnings(id)).toHaveLength(1);
    await pass('2026-04-15');
    expect(await warnings(id)).toHaveLength(1);
  });

  it('is told to the supervisors where nobody has it', async () => {
    const { complaintId: id } = await aFiledComplaint(filer);
    await pass('2026-04-14');
    expect(await warnings(id)).toEqual(['staff-complaint-deadline-near to Sunniva Cedar']);
  });

  it('is told to the supervisors where whoever had it has left', async () => {
    const leaver = await anAnalyst({ name: 'Lea Kale' });
    const { complaintId: id, version } = await aFiledComplaint(filer);
    await perform('assign', id, supervisor, { version, assignee: leaver.id });
    await asOwner(database.ownerUrl(), `UPDATE account SET status = 'suspended' WHERE id = $1`, [leaver.id]);
    await pass('2026-04-14');
    expect(await warnings(id)).toEqual(['staff-complaint-deadline-near to Sunniva Cedar']);
  });

  it('is told once, also when another gets the complaint afterwards, and to the other from then on', async () => {
    const id = await anAssigned();
    await pass('2026-04-05');
    const { version } = await stored.complaint(id);
    const successor = await anAnalyst({ name: 'Nell Oak' });
    await perform('assign', id, supervisor, { version, assignee: successor.id });
    await pass('2026-04-06');
    expect(await warnings(id)).toEqual(['staff-complaint-deadline-near to Anselm Birch']);
    await pass('2026-04-10');
    expect((await warnings(id)).slice(1)).toEqual(['staff-complaint-deadline-near to Nell Oak']);
  });

  it('that was missed is not told again to whoever gets the complaint later, when another comes near', async () => {
    const id = await anAssigned();
    await pass('2026-04-16');
    const { version } = await stored.complaint(id);
    const successor = await anAnalyst({ name: 'Petra Quince' });
    await perform('assign', id, supervisor, { version, assignee: successor.id });
    await pass('2026-04-17');
    const theirs = (await warnings(id)).filter((notice) => notice.endsWith('to Petra Quince'));
    expect(theirs).toEqual(['staff-complaint-deadline-near to Petra Quince']);
  });

  it('that waits for the representative is not told', async () => {
    const { complaintId: id, version } = await aFiledComplaint(filer);
    await perform('return', id, analyst, { version, missing: ['document'], words: 'Add the letter.' });
    await pass('2026-04-15');
    expect((await warnings(id)).filter((notice) => notice.startsWith('staff'))).toEqual([]);
  });
});

describe('A complaint that is closed', () => {
  it('is not warned of, and again once it is opened', async () => {
    const id = await anAcknowledged();
    const { version } = await stored.complaint(id);
    const closed = await perform('withdraw', id, filer, { version });
    await passFrom('2026-04-21', '2026-04-23');
    expect(await warnings(id)).toEqual([]);
    await perform('reopen', id, supervisor, { version: closed.version, words: 'By mistake.' });
    await pass((await stored.dueOf(id, 'propose')).subtract({ days: 5 }));
    expect(await warnings(id)).toEqual(['plan-complaint-deadline-near to Lars Fir']);
  });

  it('at that very moment is warned of just before, or never', async () => {
    const ids = [await anAcknowledged(), await anAcknowledged(), await anAcknowledged()];
    const versions = await Promise.all(ids.map(async (id) => (await stored.complaint(id)).version));
    itIs('2026-04-21');
    const withdraw = (id: string, turn: number) =>
      perform('withdraw', id, filer, { version: versions[turn] });
    await Promise.all([oweWarnings(), oweWarnings(), ...ids.map(withdraw)]);
    const counts = async () => Promise.all(ids.map(async (id) => (await warnings(id)).length));
    const then = await counts();
    expect(Math.max(...then)).toBeLessThanOrEqual(1);
    await passFrom('2026-04-22', '2026-04-27');
    expect(await counts()).toEqual(then);
  });
});

describe('What is urgent', () => {
  it('is told to the supervisors at half time of the first reply and of presenting, once each', async () => {
    const { complaintId: id } = await anUrgentComplaint();
    const half = async () => (await warnings(id)).filter((notice) => notice.includes('half-time'));
    itIs('2026-04-02', '06:59');
    await oweWarnings();
    expect(await half()).toEqual([]);
    await passFrom('2026-04-02', '2026-04-03');
    expect(await half()).toEqual(['staff-urgent-half-time to Sunniva Cedar']);
    await passFrom('2026-04-07', '2026-04-09');
    expect(await half()).toHaveLength(2);
  });

  it('is not told at half time of what is done by then, and told again of the plan’s answer', async () => {
    const { complaintId: id, version } = await anUrgentComplaint();
    await perform('present', id, analyst, { version, priorReviewConfirmed: true });
    await passFrom('2026-04-02', '2026-04-03');
    expect((await warnings(id)).filter((notice) => notice.includes('half-time'))).toEqual([]);
    await pass('2026-04-06');
    expect((await warnings(id)).filter((notice) => notice.includes('half-time'))).toEqual([
      'staff-urgent-half-time to Sunniva Cedar',
    ]);
  });
});
