import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { today } from '../../src/platform/clock.ts';
import { formatDate } from '../../src/platform/dates.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aFiledComplaint } from '../support/complaints.ts';
import type { Fields, Page, Visitor } from '../support/visitor.ts';

const app = testApp();
let cast: Cast;
let administrator: Visitor;

beforeAll(async () => {
  cast = await aCast();
  administrator = await app.signInAs(cast.administrator);
});

/** The first of the next days that is a Wednesday: no holiday of the State falls on it but by chance. */
const WEDNESDAY = today().add({ days: 7 + ((10 - today().dayOfWeek) % 7) });

function typed(date = WEDNESDAY, name = 'Day of the flood'): Fields {
  const { month, day, year } = date;
  return { 'date-month': String(month), 'date-day': String(day), 'date-year': String(year), name };
}

function preview(fields: Fields): Promise<Page> {
  const query = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  return administrator.get(`/administration/holidays/new?${query}`);
}

describe('The holidays', () => {
  it('are listed by year, and only those to come can be removed', async () => {
    const page = await administrator.get('/administration/holidays?year=2024');
    expect(page.text).toContain("Lincoln's Birthday");
    expect(page.$('a[href$="/remove"]')).toHaveLength(0);
    const next = await administrator.get(`/administration/holidays?year=${today().year + 1}`);
    expect(next.$('tbody tr').length).toBeGreaterThan(0);
    expect(next.$('a[href$="/remove"]')).toHaveLength(next.$('tbody tr').length);
  });

  it.each(['representative', 'analyst', 'supervisor', 'privacy officer', 'liaison'] as const)(
    'are not the %s’s to change',
    async (persona) => {
      const visitor = await app.signInAs(cast[persona]);
      expect((await visitor.get('/administration/holidays')).status).toBe(403);
      expect((await visitor.post('/administration/holidays', typed())).status).toBe(403);
    },
  );

  it('are led to from every administrator’s page', async () => {
    const page = await administrator.get('/administration/holidays');
    const links = page
      .$('nav a')
      .toArray()
      .map((link) => page.$(link).attr('href'));
    expect(links).toEqual(
      expect.arrayContaining([
        '/administration/holidays',
        '/administration/orders',
        '/administration/policies',
      ]),
    );
  });
});

describe('A new holiday', () => {
  it('is previewed before it is added, with how many deadlines of which kind move', async () => {
    await aFiledComplaint(actor(cast.representative));
    const page = await preview(typed());
    expect(page.text).toContain('The deadlines of 1 complaint move.');
    expect(page.text).toMatch(/Give the representative a first reply\s*1/);
    expect(page.text).not.toContain('is a holiday now');
    const after = await administrator.get(`/administration/holidays?year=${WEDNESDAY.year}`);
    expect(after.text).not.toContain('Day of the flood');
  });

  it('is added once though its form is sent twice at once, and the log has who added it', async () => {
    const answers = await Promise.all([
      administrator.post('/administration/holidays', typed()),
      administrator.post('/administration/holidays', typed()),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const page = await administrator.follow(await administrator.post('/administration/holidays', typed()));
    expect(page.body).toContain(`${formatDate(WEDNESDAY)}, Day of the flood, is a holiday now.`);
    const events = await listAuditEvents({ action: 'holiday.add' }, 5);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actorName: 'Adaeze Dogwood', subjectId: WEDNESDAY.toString() });
    expect(await listAuditEvents({ action: 'complaint.recount' }, 5)).toHaveLength(2);
  });

  it('is removed again after a preview, and moves the deadlines back', async () => {
    const address = `/administration/holidays/${WEDNESDAY}/remove`;
    expect((await administrator.get(address)).text).toContain('The deadlines of 1 complaint move.');
    const answer = await administrator.submit(address, {});
    expect(answer.status).toBe(303);
    expect((await administrator.post(address)).status).toBe(303);
    expect(await listAuditEvents({ action: 'holiday.remove' }, 5)).toHaveLength(1);
    expect((await administrator.get(address)).status).toBe(404);
  });

  it.each([
    ['without a date', { 'date-month': '' }, /The date of the holiday must include a month/],
    ['without a name', { name: '' }, /Enter the name of the holiday/],
    ['on a Saturday', typed(WEDNESDAY.add({ days: 3 })), /is a Saturday\. .* it would change nothing/],
    [
      'on a day that is one',
      { 'date-month': '12', 'date-day': '25', 'date-year': '2026' },
      /is a holiday already: Christmas/,
    ],
  ])('%s is refused, and what was typed is kept', async (_what, changes, words) => {
    const fields: Fields = { ...typed(), ...changes };
    const page = await preview(fields);
    expect(page.status).toBe(422);
    expect(page.errors[0]).toMatch(words);
    expect(page.$('input[name=name]').attr('value')).toBe(fields.name);
    expect(page.$('input[name=date-year]').attr('value')).toBe(fields['date-year']);
    expect((await administrator.post('/administration/holidays', fields)).status).toBe(422);
  });

  it('that is over is not removed: deadlines were kept by it', async () => {
    const address = '/administration/holidays/2024-02-12/remove';
    expect((await administrator.get(address)).status).toBe(409);
    expect((await administrator.post(address)).status).toBe(409);
  });
});
