import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayProblem } from '../../src/complaint/contact-log.ts';
import { today } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/identifier.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aPresentedComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let complaintId: string;
let reference: string;
let liaison: Visitor;

beforeAll(async () => {
  cast = await aCast();
  const presented = await aPresentedComplaint(actor(cast.representative), actor(cast.analyst));
  complaintId = presented.complaintId;
  reference = presented.reference ?? '';
  liaison = await app.signInAs(cast.liaison);
});

const home = () => `/mco/complaints/${reference}`;

function attempt(changes: Record<string, string> = {}, on = today()): Record<string, string> {
  return {
    id: newId(),
    'on-month': String(on.month),
    'on-day': String(on.day),
    'on-year': String(on.year),
    how: 'phone',
    withWhom: 'Renata Alder',
    referenceNumber: 'CALL-4711',
    outcome: 'LEFT-A-MESSAGE with the front desk.',
    ...changes,
  };
}

const log = (changes: Record<string, string> = {}, who = liaison) =>
  who.post(`${home()}/contacts`, attempt(changes));

describe('The day of an attempt', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);

  it.each([
    ['2026-03-10', null],
    ['2026-03-12', null],
    ['2026-03-13', 'Enter the date on which it was: today, or an earlier day'],
    ['2026-03-09', 'The complaint was presented on March 10, 2026: enter that date, or a later one'],
  ])('presented on March 10 and logged on March 12, %s is answered with %s', (on, problem) => {
    expect(dayProblem(day(on), day('2026-03-10'), day('2026-03-12'))).toBe(problem);
  });
});

describe('An attempt to reach the provider', () => {
  it('is logged from the complaint’s page, read there and by HFS, and not by the provider', async () => {
    const page = await liaison.get(home());
    expect(page.$('#contacts').text()).toContain('No attempt is logged yet.');
    const form = page.$('#contacts a').attr('href') ?? '';
    const { id: _made, ...fields } = attempt();
    const done = await liaison.submit(form, fields, 'main form.form');
    expect(done.location).toBe(`${home()}#contacts`);
    const analyst = await app.signInAs(cast.analyst);
    for (const shown of [await liaison.get(home()), await analyst.get(`/casework/complaints/${reference}`)]) {
      const text = shown.$('#contacts').text();
      for (const words of [
        '1 attempt',
        'Telephone',
        'Renata Alder',
        'CALL-4711',
        'LEFT-A-MESSAGE',
        'Lars Fir',
      ])
        expect(text).toContain(words);
    }
    const representative = await app.signInAs(cast.representative);
    expect((await representative.get(`/complaints/${reference}`)).body).not.toContain('LEFT-A-MESSAGE');
  });

  it('is counted, and from three on the count stands out', async () => {
    await log({ how: 'letter' });
    expect(countOn(await liaison.get(home()))).toEqual(['2 attempts', false]);
    await log({ how: 'email', referenceNumber: '' });
    expect(countOn(await liaison.get(home()))).toEqual(['3 attempts', true]);
  });

  it('is logged once by a form that is sent twice', async () => {
    const id = newId();
    const both = await Promise.all([log({ id }), log({ id })]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(countOn(await liaison.get(home()))[0]).toBe('4 attempts');
  });

  it('with nothing filled in is refused beside each field', async () => {
    const refused = await liaison.post(`${home()}/contacts`, { id: newId() });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      'Enter the date of the attempt',
      'Choose how you tried to reach them',
      'Enter whom you reached, or tried to reach',
      'Write what came of it',
    ]);
  });

  it('on a day to come or before it was presented is refused, with all that was typed and its id', async () => {
    const id = newId();
    const later = await liaison.post(`${home()}/contacts`, attempt({ id }, today().add({ days: 1 })));
    expect(later.errors).toEqual(['Enter the date on which it was: today, or an earlier day']);
    expect(later.$('input[name=id]').attr('value')).toBe(id);
    expect(later.$('input[name=withWhom]').attr('value')).toBe('Renata Alder');
    expect(later.$('input[name=how]:checked').attr('value')).toBe('phone');
    expect(later.$('textarea[name=outcome]').text()).toContain('LEFT-A-MESSAGE');
    expect(later.$('.usa-error-message').text()).toContain('today, or an earlier day');
    const earlier = await liaison.post(`${home()}/contacts`, attempt({}, today().subtract({ days: 1 })));
    expect(earlier.errors[0]).toContain('The complaint was presented on');
  });

  it('is another plan’s neither to read nor to log, and HFS logs none', async () => {
    const other = await app.signInAs(cast['other liaison']);
    expect((await other.get(`${home()}/contacts`)).status).toBe(404);
    expect((await log({}, other)).status).toBe(404);
    expect((await log({}, await app.signInAs(cast.analyst))).status).toBe(403);
  });

  it('is stored as ciphertext, cannot be changed, and is in the log of events', async () => {
    const { rows } = await asOwner(app.ownerUrl(), 'SELECT words FROM contact_attempt');
    expect(rows.map(({ words }) => Buffer.from(words).toString('latin1')).join()).not.toContain('MESSAGE');
    await expect(asOwner(app.ownerUrl(), 'DELETE FROM contact_attempt')).rejects.toThrow(/append-only/);
    const events = await asOwner(
      app.ownerUrl(),
      "SELECT 1 FROM audit_event WHERE action = 'contact.log' AND complaint_id = $1",
      [complaintId],
    );
    expect(events.rows).toHaveLength(rows.length);
  });
});

/** The count, and whether it stands out. */
function countOn(page: Page): [string, boolean] {
  const tag = page.$('#contacts h2 .tag');
  return [tag.text(), tag.hasClass('tag--attention')];
}
