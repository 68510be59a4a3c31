import { beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { asOwner } from '../support/database.ts';
import { type SampleComplaints, sampleComplaints } from '../support/sample-complaints.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filed: SampleComplaints['filed'];
let officer: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filed = (await sampleComplaints(cast)).filed;
  const liaison = await app.signInAs(cast.liaison);
  await liaison.get(`/mco/complaints/${filed.presented.reference}`);
  officer = await app.signInAs(cast['privacy officer']);
});

describe('The audit log', () => {
  it('tells the privacy officer who did what, to which complaint, when and from where', async () => {
    const page = await log(`complaint=${filed.presented.reference}&action=complaint.view`);
    const row = page.$('tbody tr').first().text().replace(/\s+/g, ' ');
    expect(row).toContain('Lars Fir');
    expect(row).toContain('liaison');
    expect(row).toContain('viewed the complaint');
    expect(row).toContain(filed.presented.reference);
    expect(row).toMatch(/10\.0\.\d+\.\d+/);
    expect(row).toMatch(/Request [0-9a-f-]{36}/);
  });

  it('shows which fields a change set from what to what', async () => {
    const page = await log(`complaint=${filed.closed.reference}&action=complaint.close`);
    expect(page.text).toContain('status: proposed → closed');
    expect(page.text).toContain('closure reason: RESOLVED_BY_MCO');
  });

  it('holds nothing of what a complaint says', async () => {
    const { rows } = await asOwner(app.ownerUrl(), 'SELECT * FROM audit_event');
    const whole = JSON.stringify(rows);
    for (const secret of ['205755710', 'Okafor', 'CL2642', 'M-TRACK', 'insulin', 'explanation-of-payment']) {
      expect(whole).not.toContain(secret);
    }
  });

  it.each([
    ['a person', () => `person=${cast.liaison.email}`, 'Lars Fir'],
    ['a person by a link of the log', () => `person=${cast.liaison.id}`, 'Lars Fir'],
    ['an action', () => 'action=complaint.propose', 'answered for the plan'],
    [
      'a complaint, typed loosely',
      () => `complaint=${filed.closed.reference.toLowerCase().replaceAll('-', '')}`,
      '',
    ],
  ])('narrowed by %s shows that alone, and a chip widens it', async (_by, query, words) => {
    const page = await log(query());
    const rows = page
      .$('tbody tr')
      .toArray()
      .map((row) => page.$(row).text());
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => !row.includes(words))).toEqual([]);
    expect(page.$('.chips__chip').length).toBe(1);
  });

  it.each([
    [0, true],
    [1, false],
  ])('from %i days after today shows today’s events: %s', async (days, isShown) => {
    const { month, day, year } = today().add({ days });
    const page = await log(`from-month=${month}&from-day=${day}&from-year=${year}`);
    expect(page.$('tbody tr').length > 0).toBe(isShown);
  });

  it('until a day shows the whole of that day, and nothing after it', async () => {
    const { month, day, year } = today();
    expect((await log(`until-month=${month}&until-day=${day}&until-year=${year}`)).$('tbody tr').length).toBe(
      50,
    );
    const before = today().subtract({ days: 1 });
    const earlier = `until-month=${before.month}&until-day=${before.day}&until-year=${before.year}`;
    expect((await log(earlier)).text).toContain('No event fits the filters.');
  });

  it.each([
    ['person=nobody@example.org', 'Enter the e-mail address of somebody who has an account'],
    ['complaint=PC-2026-000001-0', 'Check the reference number: at least one character is mistyped'],
    ['complaint=12', 'Enter a reference number like PC-2026-000123-K'],
    ['from-month=2&from-day=30&from-year=2026', 'The first day must be a real date'],
  ])('asked for %s shows no event but what to mend', async (query, words) => {
    const page = await log(query);
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([words]);
    expect(page.$('tbody tr').length).toBe(0);
  });

  it('is read page by page, the newest first, each event once', async () => {
    const first = await log('action=draft.begin');
    expect(first.$('a[rel=next]').length).toBe(0);
    const top = await log('');
    const next = await officer.get(top.$('a[rel=next]').attr('href') ?? '');
    expect(timesOn(top).length).toBe(50);
    expect(timesOn(next).length).toBeGreaterThan(0);
    const times = [...timesOn(top), ...timesOn(next)];
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect((await officer.get(next.$('a[rel=prev]').attr('href') ?? '')).status).toBe(200);
  });

  it('has that it was read, and how it was narrowed', async () => {
    await log('action=complaint.close');
    const page = await log('action=audit.view');
    expect(page.text).toContain('Priya Elm');
    expect(page.text).toContain('filter: action=complaint.close');
  });

  it.each(['person=Wren+Okafor', 'complaint=205755710', 'action=Wren+Okafor', 'from-month=Wren+Okafor'])(
    'keeps nothing of a filter that means nothing (%s): it may name a member, and would stay for good',
    async (query) => {
      await log(query);
      const sql = `SELECT changes::text FROM audit_event WHERE action = 'audit.view' ORDER BY id DESC LIMIT 1`;
      const { rows } = await asOwner(app.ownerUrl(), sql);
      expect(rows[0].changes).not.toMatch(/Okafor|205755710/);
    },
  );

  it('is shown though a filter holds what no database can', async () => {
    expect((await log('person=%00')).status).toBe(200);
  });

  it.each(['representative', 'analyst', 'supervisor', 'administrator', 'liaison'] as const)(
    'is not the %s’s to read',
    async (persona) => {
      const visitor = await app.signInAs(cast[persona]);
      expect((await visitor.get('/administration/audit')).status).toBe(403);
    },
  );

  it('gives the privacy officer no complaint', async () => {
    const { reference } = filed.presented;
    expect((await officer.get(`/casework/complaints/${reference}`)).status).toBe(403);
    expect((await officer.get(`/mco/complaints/${reference}`)).status).toBe(403);
  });
});

function log(query: string): Promise<Page> {
  return officer.get(`/administration/audit?${query}`);
}

function timesOn(page: Page): number[] {
  return page
    .$('tbody time')
    .toArray()
    .map((time) => Date.parse(time.attribs.datetime ?? ''));
}
