import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import ical from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { oweMorningMail } from '../../src/notices/morning-mail.ts';
import { listReminders } from '../../src/notices/reminders.queries.ts';
import { setClock, ZONE } from '../../src/platform/clock.ts';
import { formatDate } from '../../src/platform/dates.ts';
import { testApp } from '../support/app.ts';
import { sentMail } from '../support/mail.ts';
import { anAnalyst, aRepresentative } from '../support/personas.ts';

interface Vector {
  filed_with_mco: string;
  mco_answered: string;
  today: string;
  verdict: 'too_early' | 'open' | 'open_late_after_answer' | 'too_late';
  earliest: string;
  latest: string;
}

const app = testApp();
const vectors: Vector[] = parse(readFileSync(path.resolve('tests/complaint/vectors/filing-window.csv')), {
  columns: true,
});

/** A person can tell of an answer only once it has come; the rule itself is tested with all of the table. */
const tellable = vectors.filter((vector) => vector.mco_answered <= vector.today);

const HEADINGS = {
  too_early: /^Not yet: from /,
  open: /^Yes, you can file today$/,
  open_late_after_answer: /^Yes, but HFS has to judge it$/,
  too_late: /^No, the filing window is over$/,
};

afterEach(() => setClock(null));

describe('May I file yet?', () => {
  it.each(tellable)(
    'On $today, of what was filed on $filed_with_mco and answered on "$mco_answered": $verdict',
    async (vector) => {
      setClock(Temporal.PlainDate.from(vector.today).toZonedDateTime(ZONE).add({ hours: 12 }).toInstant());
      const page = await app
        .visitor()
        .get(
          `/check?plan=MERIDIAN&issue=claim&${date('filedOn', vector.filed_with_mco)}&${date('answeredOn', vector.mco_answered)}`,
        );
      expect(page.status).toBe(200);
      expect(page.$('#answer-heading').text()).toMatch(HEADINGS[vector.verdict]);
      expect(page.text).toContain(formatDate(Temporal.PlainDate.from(vector.earliest)));
      expect(page.text).toContain(formatDate(Temporal.PlainDate.from(vector.latest)));
    },
  );

  it('An issue about access to care has no window', async () => {
    const page = await app.visitor().get(`/check?plan=MERIDIAN&issue=care&${date('filedOn', '2026-01-05')}`);
    expect(page.$('#answer-heading').text()).toBe('Yes, you can file today');
    expect(page.text).toContain('two business days');
  });

  it('A date that is none, or lies ahead, is told beside its field, and kept', async () => {
    const page = await app
      .visitor()
      .get('/check?plan=MERIDIAN&issue=claim&filedOn-month=2&filedOn-day=30&filedOn-year=2026');
    expect(page.status).toBe(422);
    expect(page.errors.join()).toContain('real date');
    expect(page.$('#filedOn-day').attr('value')).toBe('30');
    const ahead = await app
      .visitor()
      .get(`/check?plan=MERIDIAN&issue=claim&${date('filedOn', '2090-01-01')}`);
    expect(ahead.errors.join()).toContain('not in the future');
  });

  it('Without a question it only asks', async () => {
    const page = await app.visitor().get('/check');
    expect(page.status).toBe(200);
    expect(page.$('#answer')).toHaveLength(0);
  });
});

describe('The plan that is asked about', () => {
  it('is one that works, or one that ended with one that took over', async () => {
    setClock(noon('2026-03-20'));
    const page = await app.visitor().get('/check');
    const groups = page
      .$('#plan optgroup')
      .toArray()
      .map((group) => page.$(group).attr('label'));
    expect(groups).toEqual(['Plans', 'Plans that have ended']);
    expect(page.$('#plan optgroup').last().text()).toMatch(/Harmony.*IlliniCare.*NextLevel/s);
    expect(page.$('#plan optgroup').first().text()).not.toContain('IlliniCare');
  });

  it.each([
    ['ILLINICARE', 'IlliniCare Health ended on November 30, 2020. Aetna Better Health of Illinois took over'],
    ['COUNTYCARE', 'CountyCare Health Plan works in Cook County only.'],
    ['BCCHP', '12 digits: two of the year'],
  ])('%s has something to be known before one files', async (plan, words) => {
    setClock(noon('2026-03-20'));
    expect((await app.visitor().get(asked('2026-03-02', plan))).text).toContain(words);
  });

  it.each(['', 'plan=NOWHERE&'])('is asked for where it is missing, or is none (%s)', async (plan) => {
    setClock(noon('2026-03-20'));
    const page = await app.visitor().get(`/check?${plan}issue=claim&${date('filedOn', '2026-03-02')}`);
    expect(page.status).toBe(422);
    expect(page.errors).toEqual(['Choose the plan']);
  });
});

describe('What the answer says besides', () => {
  it('too early: how long it takes, the rule, and that the answer does not change it', async () => {
    setClock(noon('2026-03-20'));
    const page = await app.visitor().get(asked('2026-03-02'));
    expect(page.text).toContain('First day April 1, 2026 (in 12 days)');
    expect(page.text).toContain('Last day May 1, 2026 (in 42 days)');
    expect(page.text).toContain('Day 18 after it was filed with the plan');
    expect(page.text).toMatch(/140\.75.*: day 30 to day 60/);
  });

  it('open: the days that are left', async () => {
    setClock(noon('2026-04-29'));
    const page = await app.visitor().get(asked('2026-03-02'));
    expect(page.text).toContain('Days left after today 2 days');
    expect(page.$('#answer a[href="/complaints/new"]')).toHaveLength(1);
  });
});

describe('The calendar file', () => {
  it('has the first and the last day as days, and the plan’s name, and is the same event every time', async () => {
    setClock(noon('2026-03-20'));
    const visitor = app.visitor();
    const page = await visitor.get(asked('2026-03-02', 'ILLINICARE'));
    const href = page.$('#answer a[href*=".ics"]').attr('href') ?? '';
    const answer = await visitor.agent.get(href);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect(answer.headers['content-disposition']).toBe('attachment; filename=filing-days.ics');
    const events = eventsIn(answer.text);
    expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      ['First day to file a complaint about Aetna Better Health of Illinois with HFS', '2026-04-01'],
      ['Last day to file a complaint about Aetna Better Health of Illinois with HFS', '2026-05-01'],
    ]);
    setClock(noon('2026-04-02'));
    const again = eventsIn((await visitor.agent.get(href)).text);
    expect(again.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
  });

  it('is not there where no day is to come: the page says why', async () => {
    setClock(noon('2026-05-02'));
    const visitor = app.visitor();
    const late = await visitor.get(asked('2026-03-02').replace('?', '/filing-days.ics?'));
    expect((await visitor.follow(late)).text).toContain('the filing window is over');
    expect((await visitor.get(asked('2026-03-02'))).$('a[href*=".ics"]')).toHaveLength(0);
    const wrong = await visitor.get('/check/filing-days.ics?plan=BCCHP&issue=claim');
    expect((await visitor.follow(wrong)).errors).toEqual([
      'Enter the date on which you brought it to the plan',
    ]);
  });
});

describe('A reminder of the first day', () => {
  it('is offered to those who sign in, and brings them back', async () => {
    setClock(noon('2026-03-20'));
    const page = await app.visitor().get(asked('2026-03-02'));
    const href = page.$('#answer a[href^="/sign-in"]').attr('href') ?? '';
    const visitor = await app.signInAs(await aRepresentative());
    const back = await visitor.follow(await visitor.get(href));
    expect(back.$('#answer-heading').text()).toBe('Not yet: from April 1, 2026');
    expect(back.$('#answer form button').text()).toBe('Remind me on that day');
  });

  it('is confirmed on the page, can be taken back there, and be asked for again', async () => {
    setClock(noon('2026-03-20'));
    const account = await aRepresentative();
    const visitor = await app.signInAs(account);
    const here = asked('2026-03-02');
    const confirmed = await visitor.follow(await visitor.submit(here, {}, '#answer form'));
    expect(confirmed.text).toContain('We will remind you by e-mail on April 1, 2026.');
    const withdrawn = await visitor.follow(await visitor.submit(here, {}, '#answer form'));
    expect(withdrawn.text).toContain('You will not be reminded.');
    expect(withdrawn.$('#answer form button').text()).toBe('Remind me on that day');
    await visitor.submit(here, {}, '#answer form');
    setClock(noon('2026-04-01'));
    await oweMorningMail();
    const mail = (await sentMail(account.email)).at(-1);
    expect(mail?.subject).toBe('You can file a complaint now');
    expect(mail?.text).not.toMatch(/Meridian|March/);
  });

  it('is not made of a day that has come meanwhile, and not offered to staff', async () => {
    setClock(noon('2026-03-20'));
    const account = await aRepresentative();
    const visitor = await app.signInAs(account);
    const page = await visitor.get(asked('2026-03-02'));
    const sent = Object.fromEntries(
      page
        .$('#answer form')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    setClock(noon('2026-04-01'));
    const signedIn = await app.signInAs(account);
    const fresh = await signedIn.post('/check/reminders', withoutToken(sent));
    expect((await signedIn.follow(fresh)).$('#answer-heading').text()).toBe('Yes, you can file today');
    expect(await listReminders({ accountId: account.id, drafts: {} }, 9)).toEqual([]);
    setClock(noon('2026-03-20'));
    const staff = await app.signInAs(await anAnalyst());
    const shown = await staff.get(asked('2026-03-02'));
    expect(shown.$('#answer form, #answer a[href^="/sign-in"]')).toHaveLength(0);
  });
});

function asked(filedOn: string, plan = 'MERIDIAN'): string {
  return `/check?plan=${plan}&issue=claim&${date('filedOn', filedOn)}`;
}

function noon(on: string): Temporal.Instant {
  return Temporal.PlainDate.from(on).toZonedDateTime(ZONE).add({ hours: 12 }).toInstant();
}

function eventsIn(file: string) {
  const events = new ical.Component(ical.parse(file)).getAllSubcomponents('vevent');
  return events.map((event) => new ical.Event(event));
}

function withoutToken(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== '_csrf'));
}

function date(name: string, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return new URLSearchParams({
    [`${name}-month`]: month,
    [`${name}-day`]: day,
    [`${name}-year`]: year,
  }).toString();
}
