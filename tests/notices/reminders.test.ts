import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { saveDraft } from '../../src/complaint/drafts.ts';
import { CERTIFICATIONS } from '../../src/complaint/move-details.ts';
import { perform } from '../../src/complaint/perform.ts';
import { oweDueReminders } from '../../src/notices/due-reminders.queries.ts';
import { oweMorningMail } from '../../src/notices/morning-mail.ts';
import { saveChoices } from '../../src/notices/preferences.queries.ts';
import { askReminder, listReminders, withdrawReminder } from '../../src/notices/reminders.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { prisma, transaction } from '../../src/platform/database/database.ts';
import { testApp } from '../support/app.ts';
import { actor, aDispute, aDraft } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { BASE_URL, sentMail } from '../support/mail.ts';
import { aRepresentative } from '../support/personas.ts';

const app = testApp();
const on = (date: string) => Temporal.PlainDate.from(date);
let representative: AccountProfile;

beforeAll(() => setClock(Temporal.Instant.from('2026-10-05T15:00:00Z')));
afterAll(() => setClock(null));
beforeEach(async () => {
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
  representative = await aRepresentative();
  await sentMail();
});

describe('The reminder of a draft that came too early', () => {
  it('is sent on the first day, once, with the draft’s link and nothing about it', async () => {
    const { id } = await filedWithPlanOn('2026-09-20');
    expect(await reminded('2026-10-20T11:59:59Z')).toEqual([]);
    const [mail, ...others] = await reminded('2026-10-20T12:00:00Z');
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('You can file your complaint now');
    expect(mail?.text).toContain(`${BASE_URL}/complaints/drafts/${id}\n`);
    expect(mail?.text).not.toMatch(/Meridian|Okafor|205755710|2026/);
    expect(await reminded('2026-10-20T15:00:00Z')).toHaveLength(1);
    expect(await reminded('2026-10-21T12:00:00Z')).toHaveLength(1);
  });

  it('is sent after a morning that was missed', async () => {
    await filedWithPlanOn('2026-09-20');
    expect(await reminded('2026-10-23T20:00:00Z')).toHaveLength(1);
  });

  it('is not sent when the whole window was missed', async () => {
    await filedWithPlanOn('2026-09-20');
    expect(await reminded('2026-11-20T12:00:00Z')).toEqual([]);
    expect(await statesOf()).toEqual([['2026-10-20', 'dropped']]);
  });

  it('moves with the dates, also back again, and is sent on the last of them only', async () => {
    const { id, version } = await filedWithPlanOn('2026-09-20');
    const second = await change(id, version, '2026-09-25');
    expect(await statesOf()).toEqual([
      ['2026-10-20', 'dropped'],
      ['2026-10-25', 'waiting'],
    ]);
    const third = await change(id, second, '2026-09-20');
    await change(id, third, '2026-09-22');
    expect(await reminded('2026-10-21T12:00:00Z')).toEqual([]);
    expect(await reminded('2026-10-22T12:00:00Z')).toHaveLength(1);
    expect(await reminded('2026-10-25T12:00:00Z')).toHaveLength(1);
  });

  it('is of no date that needs none: one in the open window, none, or another topic', async () => {
    const { id, version } = await filedWithPlanOn('2026-09-20');
    const open = await change(id, version, '2026-09-01');
    expect(await statesOf()).toEqual([['2026-10-20', 'dropped']]);
    const early = await change(id, open, '2026-09-20');
    expect(await statesOf()).toEqual([['2026-10-20', 'waiting']]);
    await saveDraft(id, actor(representative), early, { topicCode: 'ROSTER_NOT_LOADED' });
    expect(await statesOf()).toEqual([['2026-10-20', 'dropped']]);
  });

  it('stays as it is when another step is saved', async () => {
    const { id, version } = await filedWithPlanOn('2026-09-20');
    const story = { whatHappened: 'More of it.', resolutionSought: 'Pay.' };
    await saveDraft(id, actor(representative), version, { document: { story } });
    expect(await statesOf()).toEqual([['2026-10-20', 'waiting']]);
  });

  it('is not sent when the draft was filed on the first day before the morning', async () => {
    const { id, version } = await filedWithPlanOn('2026-09-20');
    setClock(Temporal.Instant.from('2026-10-20T05:10:00Z'));
    await perform('submit', id, actor(representative), { version, certification: [...CERTIFICATIONS] });
    expect(await reminded('2026-10-20T12:00:00Z')).toEqual([]);
    expect(await statesOf()).toEqual([['2026-10-20', 'dropped']]);
  });

  it('is not sent while the draft is being filed, nor does either wait for the other', async () => {
    const { id } = await filedWithPlanOn('2026-09-20');
    setClock(Temporal.Instant.from('2026-10-20T12:00:00Z'));
    await prisma().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM complaint WHERE id = ${id}::uuid FOR UPDATE`;
      expect(await oweDueReminders(on('2026-10-20'))).toBe(0);
    });
    expect(await oweDueReminders(on('2026-10-20'))).toBe(1);
  });

  it('is not sent when the draft is gone', async () => {
    const { id } = await filedWithPlanOn('2026-09-20');
    for (const table of ['index_entry', 'complaint_key', 'clock'])
      await asOwner(app.ownerUrl(), `DELETE FROM ${table} WHERE complaint_id = $1`, [id]);
    await asOwner(app.ownerUrl(), 'DELETE FROM complaint WHERE id = $1', [id]);
    expect(await reminded('2026-10-20T12:00:00Z')).toEqual([]);
  });

  it('is not sent to an account that is suspended', async () => {
    await filedWithPlanOn('2026-09-20');
    await asOwner(app.ownerUrl(), `UPDATE account SET status = 'suspended' WHERE id = $1`, [
      representative.id,
    ]);
    expect(await reminded('2026-10-20T12:00:00Z')).toEqual([]);
  });

  it('goes to whoever the draft has been handed over to, and is theirs to take back', async () => {
    const { id } = await filedWithPlanOn('2026-09-20');
    const colleague = await aRepresentative();
    const sql = 'UPDATE complaint SET representative_id = $1 WHERE id = $2';
    await asOwner(app.ownerUrl(), sql, [colleague.id, id]);
    expect(await listReminders({ accountId: representative.id, drafts: {} }, 10)).toEqual([]);
    expect(await listReminders({ accountId: colleague.id, drafts: {} }, 10)).toHaveLength(1);
    expect(await reminded('2026-10-20T12:00:00Z')).toEqual([]);
    const [mail] = (await sentMail(colleague.email)).slice(-1);
    expect(mail?.text).toContain(`/complaints/drafts/${id}`);
  });

  it('that its owner took back stays away, until the dates change', async () => {
    const { id, version } = await filedWithPlanOn('2026-09-20');
    const [reminder] = await listReminders({ accountId: representative.id, drafts: {} }, 10);
    expect(
      await withdrawReminder(prisma(), reminder?.id ?? '', { accountId: representative.id, drafts: {} }),
    ).toBe(true);
    const saved = await change(id, version, '2026-09-20');
    expect(await statesOf()).toEqual([['2026-10-20', 'withdrawn']]);
    await change(id, saved, '2026-09-21');
    expect(await reminded('2026-10-22T12:00:00Z')).toHaveLength(1);
  });

  it('comes in the digest of its own morning, for whoever wants it there, and not for whoever wants none', async () => {
    await transaction((tx) => saveChoices(tx, representative.id, new Map([['draft-reminder', 'digest']])));
    await filedWithPlanOn('2026-09-20');
    expect((await reminded('2026-10-20T12:00:00Z')).map(({ subject }) => subject)).toEqual([
      'Your daily digest: 1 notice',
    ]);
    await transaction((tx) => saveChoices(tx, representative.id, new Map([['draft-reminder', 'off']])));
    await filedWithPlanOn('2026-10-01');
    expect(await reminded('2026-10-31T12:00:00Z')).toHaveLength(1);
  });

  it('is owed once, though several workers look for it at the same time', async () => {
    await filedWithPlanOn('2026-09-20');
    await filedWithPlanOn('2026-09-20');
    setClock(Temporal.Instant.from('2026-10-20T12:00:00Z'));
    const owed = await Promise.all([1, 2, 3].map(() => oweDueReminders(on('2026-10-20'))));
    expect(owed.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await sentMail(representative.email)).toHaveLength(3);
  });
});

describe('A reminder that somebody asked for', () => {
  it('is sent once, though it was asked for twice, and leads to a new complaint', async () => {
    await ask();
    await ask();
    const mails = await reminded('2026-10-20T12:00:00Z');
    expect(mails.map(({ subject }) => subject)).toEqual(['You can file a complaint now']);
    expect(mails[0]?.text).toContain(`${BASE_URL}/complaints/new\n`);
    expect(mails[0]?.text).not.toContain('Meridian');
    await ask();
    expect(await reminded('2026-10-21T12:00:00Z')).toHaveLength(1);
  });

  it('is not sent when it was taken back, and is when it was asked for again', async () => {
    await ask();
    const [reminder] = await listReminders({ accountId: representative.id, drafts: {} }, 10);
    const other = await aRepresentative();
    expect(await withdrawReminder(prisma(), reminder?.id ?? '', { accountId: other.id, drafts: {} })).toBe(
      false,
    );
    expect(
      await withdrawReminder(prisma(), reminder?.id ?? '', { accountId: representative.id, drafts: {} }),
    ).toBe(true);
    expect(await listReminders({ accountId: representative.id, drafts: {} }, 10)).toEqual([]);
    await ask();
    expect(await listReminders({ accountId: representative.id, drafts: {} }, 10)).toHaveLength(1);
    expect(await reminded('2026-10-20T12:00:00Z')).toHaveLength(1);
  });
});

/** A draft, whole but for the time: filed with the plan on a date. */
function filedWithPlanOn(date: string) {
  return aDraft(actor(representative), { ...aDispute(reviewOf(date)) });
}

function change(id: string, seen: number, date: string): Promise<number> {
  return saveDraft(id, actor(representative), seen, { document: reviewOf(date) });
}

function reviewOf(filedOn: string) {
  return { priorReview: { filedOn, trackingNumber: 'M-TRACK-77' } };
}

function ask(): Promise<void> {
  const days = { from: on('2026-10-20'), to: on('2026-11-19') };
  return transaction((tx) => askReminder(tx, { accountId: representative.id, mcoCode: 'MERIDIAN', ...days }));
}

/** The mails of the representative once the jobs have run at an instant, without the one that confirmed the address. */
async function reminded(at: string) {
  setClock(Temporal.Instant.from(at));
  await oweMorningMail();
  const mails = await sentMail(representative.email);
  return mails.filter(({ subject }) => / now$|digest/.test(subject));
}

async function statesOf(): Promise<[string, string][]> {
  const sql = 'SELECT due_on::text, state FROM reminder WHERE account_id = $1 ORDER BY due_on';
  const { rows } = await asOwner(app.ownerUrl(), sql, [representative.id]);
  return rows.map((row) => [row.due_on, row.state]);
}
