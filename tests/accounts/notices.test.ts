import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { perform } from '../../src/complaint/perform.ts';
import { oweMorningMail } from '../../src/notices/morning-mail.ts';
import { oweNotices } from '../../src/notices/notices.queries.ts';
import { now, setClock } from '../../src/platform/clock.ts';
import { transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { testApp } from '../support/app.ts';
import { actor, aDispute, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { sentMail } from '../support/mail.ts';
import { aLiaison, anAdministrator, anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
const PAGE = '/account/notices';

beforeEach(() => setClock(Temporal.Instant.from('2026-10-05T15:00:00Z')));
afterAll(() => setClock(null));

async function someone(): Promise<{ account: AccountProfile; visitor: Visitor }> {
  const account = await aRepresentative();
  return { account, visitor: await app.signInAs(account) };
}

describe('The page about one’s mail', () => {
  it('offers a representative every kind of mail about complaints, and never to be without some of them', async () => {
    const { visitor } = await someone();
    const page = await visitor.get(PAGE);
    expect(kindsOn(page)).toEqual([
      'complaint-closed',
      'complaint-returned',
      'complaint-filed',
      'complaint-presented',
      'complaint-answered',
      'complaint-asked',
      'complaint-unanswered',
      'complaint-review',
      'complaint-deadline-near',
      'complaint-deadline-missed',
      'complaint-news',
      'complaint-paid',
      'complaint-reopened',
      'complaint-message',
      'draft-reminder',
      'asked-reminder',
    ]);
    const neverOff = ['complaint-closed', 'complaint-returned', 'complaint-answered', 'complaint-asked'];
    for (const kind of [...neverOff, 'complaint-deadline-near', 'complaint-deadline-missed']) {
      expect(choicesOn(page, kind)).toEqual(['at_once', 'digest']);
      expect(page.$(`#${kind}-hint`).text()).toContain('It always comes');
    }
    expect(choicesOn(page, 'complaint-filed')).toEqual(['at_once', 'digest', 'off']);
    expect(page.text).toContain('always come, and at once');
  });

  it('offers others only what they get', async () => {
    const of = async (account: AccountProfile) => kindsOn(await (await app.signInAs(account)).get(PAGE));
    expect(await of(await aLiaison())).toEqual([
      'plan-complaint-presented',
      'plan-complaint-asked',
      'plan-complaint-review',
      'plan-complaint-decided',
      'plan-complaint-deadline-near',
      'plan-complaint-deadline-missed',
      'plan-complaint-appointed',
      'plan-complaint-news',
      'plan-complaint-message',
      'plan-complaint-closed',
      'plan-complaint-reopened',
      'plan-issue-asked',
      'plan-issue-news',
    ]);
    expect(await of(await anAnalyst())).toEqual([
      'staff-complaint-assigned',
      'staff-complaint-moved',
      'staff-complaint-unassigned',
      'staff-extension-asked',
      'staff-extension-waits',
      'staff-decision-drafted',
      'staff-complaint-message',
      'staff-complaint-deadline-near',
      'staff-complaint-deadline-missed',
      'staff-urgent-half-time',
      'staff-issue-news',
    ]);
    expect(await of(await anAdministrator())).toEqual([]);
  });

  it('keeps what was chosen, and the audit log keeps what was chosen before', async () => {
    const { account, visitor } = await someone();
    const saved = await visitor.submit(PAGE, { 'complaint-filed': 'off', 'complaint-closed': 'digest' });
    expect(saved.location).toBe(PAGE);
    const page = await visitor.follow(saved);
    expect(page.$('input[name=complaint-filed]:checked').attr('value')).toBe('off');
    expect(page.$('input[name=complaint-closed]:checked').attr('value')).toBe('digest');
    expect(page.$('input[name=complaint-answered]:checked').attr('value')).toBe('at_once');
    const [event] = await listAuditEvents({ action: 'account.change-notices', actorId: account.id }, 1);
    expect(event?.changes).toEqual({
      'complaint-filed': { before: 'at_once', after: 'off' },
      'complaint-closed': { before: 'at_once', after: 'digest' },
    });
    await visitor.submit(PAGE, {});
    expect(await listAuditEvents({ action: 'account.change-notices', actorId: account.id }, 9)).toHaveLength(
      1,
    );
  });

  it('takes no other answer: the outcome cannot be turned off by a forged form', async () => {
    const { visitor } = await someone();
    const refused = await visitor.submit(PAGE, { 'complaint-closed': 'off', 'complaint-filed': 'digest' });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual(['Choose how you get “Your complaint is closed: the outcome”']);
    expect(refused.$('input[name=complaint-filed]:checked').attr('value')).toBe('digest');
    expect((await visitor.get(PAGE)).$('input[name=complaint-filed]:checked').attr('value')).toBe('at_once');
  });
});

describe('What was chosen', () => {
  it('decides how the mails of a complaint come: one at once, one not at all, two in one digest', async () => {
    const { account, visitor } = await someone();
    await visitor.submit(PAGE, {
      'complaint-filed': 'off',
      'complaint-presented': 'digest',
      'complaint-closed': 'digest',
    });
    const staff = actor(await anAnalyst());
    tick();
    const filed = await aFiledComplaint(actor(account));
    tick();
    const { version } = await perform('return', filed.complaintId, staff, {
      version: filed.version,
      missing: ['document'],
      words: 'Add it.',
    });
    const again = await perform('resubmit', filed.complaintId, actor(account), { version, words: 'Here.' });
    tick();
    const presented = { version: again.version, priorReviewConfirmed: true } as const;
    const { version: last } = await perform('present', filed.complaintId, staff, presented);
    tick();
    await perform('withdraw', filed.complaintId, actor(account), { version: last });
    const subjects = async () =>
      (await sentMail(account.email))
        .map(({ subject }) => subject)
        .filter((subject) => !subject.startsWith('Confirm'));
    expect(await subjects()).toEqual([`Complaint ${filed.reference} needs information from you`]);

    const caseBefore = await (await app.signInAs(await anAnalyst())).get(
      `/casework/complaints/${filed.reference}`,
    );
    expect(caseBefore.text).toContain('Waits for the daily digest');
    const waiting = await visitor.get(PAGE);
    expect(rowsOn(waiting)[0]).toMatch(/Waiting for the digest of October 6, 2026, 7:00 a\.m\./);

    setClock(Temporal.Instant.from('2026-10-06T12:01:00Z'));
    await oweMorningMail();
    const mails = await sentMail(account.email);
    const digest = mails.at(-1);
    expect(await subjects()).toHaveLength(2);
    expect(digest?.subject).toBe('Your daily digest: 2 notices');
    expect(digest?.text.match(new RegExp(`/complaints/${filed.reference}`, 'g'))).toHaveLength(2);
    expect(digest?.text).not.toMatch(/Okafor|205755710|Meridian/);

    const reader = await app.signInAs(await anAnalyst());
    expect((await reader.get(`/casework/complaints/${filed.reference}`)).text).toMatch(
      /sent October 6, 2026, 7:01 a\.m\., in the daily digest/,
    );
    const page = await (await app.signInAs(account)).get(PAGE);
    expect(
      rowsOn(page)
        .slice(0, 4)
        .map((row) => row.replace(/ October.*/, '')),
    ).toEqual([
      'Daily digest 2 notices –',
      `Your complaint is closed: the outcome in the daily digest ${filed.reference}`,
      `Your complaint is with the plan in the daily digest ${filed.reference}`,
      `Needs information from you ${filed.reference}`,
    ]);
    expect(page.$('table a').attr('href')).toBe(`/complaints/${filed.reference}`);
  });
});

describe('The list of what was sent', () => {
  it('says of each mail in plain words what became of it, and leads to nobody’s secret link', async () => {
    const { account, visitor } = await someone();
    await owe(account.id, 4);
    await sentMail();
    const states = ['sent', 'failed', 'unconfirmed', 'owed'];
    const ids = await idsOf(account.id);
    for (const [index, state] of states.entries())
      await asOwner(
        app.ownerUrl(),
        'UPDATE notice SET state = $1::"NoticeState", attempts = 2 WHERE id = $2',
        [state, ids[index]],
      );
    const page = await visitor.get(PAGE);
    expect(rowsOn(page).map((row) => row.replace(/^.*[ap]\.m\. /, ''))).toEqual([
      'Sent',
      'Could not be delivered The mail server refused it. Check that your e-mail address is right.',
      'Not known The connection broke while it was sent. It is not sent twice.',
      'Waiting The mail server did not take it yet. We try again.',
      'Sent',
    ]);
    expect(rowsOn(page).at(-1)).toContain('Confirm your e-mail address –');
    expect(page.body).not.toMatch(/register\/confirm|password\/new/);
  });

  it('is only of one’s own mail', async () => {
    const { account } = await someone();
    await owe(account.id, 1);
    const { visitor } = await someone();
    expect(rowsOn(await visitor.get(PAGE))).toHaveLength(1);
  });

  it('is turned page by page, forwards and back, without a mail twice or left out', async () => {
    const { account, visitor } = await someone();
    await owe(account.id, 44);
    const all = await idsOf(account.id);
    expect(all).toHaveLength(45);
    const first = await visitor.get(PAGE);
    const second = await visitor.get(linkOn(first, 'next'));
    const third = await visitor.get(linkOn(second, 'next'));
    expect([first, second, third].map((page) => rowsOn(page).length)).toEqual([20, 20, 5]);
    expect(linkOn(first, 'prev') + linkOn(third, 'next')).toBe('');
    const back = await visitor.get(linkOn(third, 'prev'));
    expect(linkOn(back, 'next')).toBe(linkOn(second, 'next'));
    const home = await visitor.get(linkOn(back, 'prev'));
    expect(linkOn(home, 'next')).toBe(linkOn(first, 'next'));
    expect(linkOn(home, 'prev')).toBe('');
    expect((await visitor.get(`${PAGE}?after=nonsense`)).status).toBe(200);
  });

  it('shows the way to a draft of which somebody was reminded, and to the complaint once it is filed', async () => {
    const { account, visitor } = await someone();
    const { id } = await aDraft(actor(account), aDispute());
    await transaction((tx) =>
      oweNotices(tx, [{ kind: 'draft-reminder', recipientId: account.id, complaintId: id, dedupeKey: id }]),
    );
    expect((await visitor.get(PAGE)).$('table a').attr('href')).toBe(`/complaints/drafts/${id}`);
  });
});

describe('A reminder that waits', () => {
  it('is listed with its day and its draft, and can be taken back, once', async () => {
    const { account, visitor } = await someone();
    const { id } = await aDraft(actor(account), {
      ...aDispute({ priorReview: { filedOn: '2026-09-20', trackingNumber: 'M-TRACK-77' } }),
    });
    const page = await visitor.get(PAGE);
    expect(page.text).toContain('October 20, 2026 (in 15 days)First day to file about Meridian');
    expect(page.$(`a[href="/complaints/drafts/${id}"]`)).toHaveLength(1);
    const action = page.$('form[action$=withdraw]').attr('action') ?? '';
    const stranger = await (await someone()).visitor.post(action);
    expect((await (await someone()).visitor.follow(stranger)).status).toBe(200);
    expect((await visitor.get(PAGE)).$('form[action$=withdraw]')).toHaveLength(1);
    const withdrawn = await visitor.post(action, { next: '/account' });
    expect(withdrawn.location).toBe('/account');
    expect((await visitor.get(PAGE)).body).toContain('You will not be reminded.');
    expect((await visitor.get(PAGE)).$('form[action$=withdraw]')).toHaveLength(0);
    expect((await visitor.follow(await visitor.post(action, { next: '//evil.example' }))).body).toContain(
      'This reminder has ended already.',
    );
    expect((await listAuditEvents({ action: 'account.withdraw-reminder' }, 9)).length).toBe(1);
  });
});

/** What happens one after the other happens at different times. */
function tick(): void {
  setClock(now().add({ milliseconds: 5 }));
}

async function owe(recipientId: string, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    tick();
    await transaction((tx) =>
      oweNotices(tx, [{ kind: 'password-changed', recipientId, dedupeKey: newId() }]),
    );
  }
}

async function idsOf(recipientId: string): Promise<string[]> {
  const sql = 'SELECT id FROM notice WHERE recipient_id = $1 ORDER BY id DESC';
  return (await asOwner(app.ownerUrl(), sql, [recipientId])).rows.map((row) => row.id);
}

function kindsOn(page: Page): string[] {
  const names = page.$('main form[action="/account/notices"] input[type=radio]').toArray();
  return [...new Set(names.map((input) => page.$(input).attr('name') ?? ''))];
}

function choicesOn(page: Page, kind: string): string[] {
  const inputs = page.$(`input[name=${kind}]`).toArray();
  return inputs.map((input) => page.$(input).attr('value') ?? '');
}

function rowsOn(page: Page): string[] {
  const rows = page.$('tbody tr').toArray();
  return rows.map((row) => page.$(row).text().replace(/\s+/g, ' ').trim());
}

function linkOn(page: Page, rel: 'next' | 'prev'): string {
  return page.$(`a[rel=${rel}]`).attr('href') ?? '';
}
