import ical from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { oweMorningMail } from '../../src/notices/morning-mail.ts';
import { setClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { BASE_URL, sentMail } from '../support/mail.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { A_DISPUTE, type DraftWalk, dateFields, walkThrough } from './walk.ts';

const app = testApp();
let account: AccountProfile;
let visitor: Visitor;
let walk: DraftWalk;

beforeAll(() => setClock(Temporal.Instant.from('2026-10-05T15:00:00Z')));
afterAll(() => setClock(null));

beforeEach(async () => {
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
  account = await aRepresentative();
  visitor = await app.signInAs(account);
  const { screening, plan, topic } = A_DISPUTE;
  walk = await walkThrough(visitor, { screening, plan, topic });
  await review('2026-09-20');
});

function review(filedOn: string) {
  return walk.answer('prior-review', { ...A_DISPUTE['prior-review'], ...dateFields('filedOn', filedOn) });
}

describe('A draft that came too early', () => {
  it('says that it reminds its writer on the first day, and does so by a mail with its link alone', async () => {
    const page = await walk.get('too-early');
    expect(page.text).toContain('We will remind you by e-mail on October 20, 2026');
    setClock(Temporal.Instant.from('2026-10-20T12:00:00Z'));
    await oweMorningMail();
    const mail = (await sentMail(account.email)).at(-1);
    const link = mail?.text.split(/\s/).find((word) => word.startsWith(BASE_URL)) ?? '';
    expect(link).toBe(`${BASE_URL}/complaints/drafts/${walk.id}`);
    expect(mail?.text).not.toMatch(/Meridian|M-TRACK|September/);
    const reader = await app.signInAs(account);
    expect((await reader.get(link.slice(BASE_URL.length))).location).toContain(
      `/complaints/drafts/${walk.id}/`,
    );
  });

  it('says so where its writer wants no such mails, or has taken this one back', async () => {
    await visitor.submit('/account/notices', { 'draft-reminder': 'off' });
    expect((await walk.get('too-early')).text).toContain('you have turned reminders of drafts off');
    await visitor.submit('/account/notices', { 'draft-reminder': 'digest' });
    expect((await walk.get('too-early')).text).toContain('We will remind you');
    await visitor.submit('/account/notices', {}, 'form[action$=withdraw]');
    expect((await walk.get('too-early')).text).toContain('you have taken it back');
  });

  it('offers both days as a calendar file, which moves its events when the dates change', async () => {
    const href = (await walk.get('too-early')).$('main a[href$=".ics"]').attr('href') ?? '';
    const before = await eventsAt(href);
    expect(before.map(({ on }) => on)).toEqual(['2026-10-20', '2026-11-19']);
    expect(before[0]?.title).toBe(
      'First day to file a complaint about Meridian Health Plan of Illinois with HFS',
    );
    expect(before[0]?.text).toContain(`${BASE_URL}/complaints/drafts/${walk.id}`);
    await review('2026-09-25');
    const after = await eventsAt(href);
    expect(after.map(({ on }) => on)).toEqual(['2026-10-25', '2026-11-24']);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after[0]?.sequence).toBeGreaterThan(before[0]?.sequence ?? 0);
  });

  it('has no calendar file for others, nor when its window is over', async () => {
    const stranger = await app.signInAs(await aRepresentative());
    expect((await stranger.get(walk.href('filing-days.ics'))).status).toBe(404);
    await review('2026-07-01');
    expect((await walk.get('filing-days.ics')).status).toBe(303);
  });
});

async function eventsAt(href: string) {
  const { text } = await visitor.agent.get(href);
  const events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent');
  return events.map((component) => {
    const { uid, sequence, summary, description, startDate } = new ical.Event(component);
    return { uid, sequence, title: summary, text: description, on: startDate.toString() };
  });
}
