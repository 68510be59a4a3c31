import { beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../src/complaint/perform.ts';
import { newId } from '../../src/platform/identifier.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aFiledComplaint, aPresentedComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aLiaison } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let complaintId: string;
let reference: string;
let version: number;
let liaison: Visitor;
let analyst: Visitor;
let representative: Visitor;

beforeAll(async () => {
  cast = await aCast();
  const presented = await aPresentedComplaint(actor(cast.representative), actor(cast.analyst));
  ({ complaintId, version } = presented);
  reference = presented.reference ?? '';
  liaison = await app.signInAs(cast.liaison);
  analyst = await app.signInAs(cast.analyst);
  representative = await app.signInAs(cast.representative);
});

const ofPlan = () => `/mco/complaints/${reference}`;
const ofStaff = () => `/casework/complaints/${reference}`;
const write = (who: Visitor, home: string, words: string, id = newId()) =>
  who.post(`${home}/notes`, { id, words });

describe('A private note of the plan', () => {
  it('is read by its liaisons on the complaint’s page, and by neither HFS nor the provider', async () => {
    const page = await liaison.get(ofPlan());
    expect(page.$('#notes').text()).toContain('No note is written yet.');
    const form = page.$('#notes a').attr('href') ?? '';
    const words = 'PLAN-NOTE first line.\r\n\r\nSecond paragraph.';
    const sent = await liaison.submit(form, { words }, 'main form.form');
    expect(sent.location).toBe(`${ofPlan()}#notes`);
    const colleague = await app.signInAs(await aLiaison({ name: 'Linnea Ash' }));
    expect(notesOn(await colleague.get(ofPlan()))).toEqual(['PLAN-NOTE first line.', 'Second paragraph.']);
    expect((await colleague.get(ofPlan())).$('#notes').text()).toContain('Lars Fir');
    for (const path of [ofStaff(), `${ofStaff()}/notes`, `${ofStaff()}/events`]) {
      expect((await analyst.get(path)).body).not.toContain('PLAN-NOTE');
    }
    expect((await representative.get(`/complaints/${reference}`)).body).not.toContain('PLAN-NOTE');
  });

  it('is there for nobody of another plan', async () => {
    const other = await app.signInAs(cast['other liaison']);
    expect((await other.get(`${ofPlan()}/notes`)).status).toBe(404);
    expect((await write(other, ofPlan(), 'Hello?')).status).toBe(404);
  });

  it('cannot be written on a complaint that was not presented', async () => {
    const filed = await aFiledComplaint(actor(cast.representative));
    expect((await write(liaison, `/mco/complaints/${filed.reference}`, 'Too early.')).status).toBe(404);
  });

  it('is told to nobody of a plan to which the complaint goes afterwards', async () => {
    await asOwner(app.ownerUrl(), "UPDATE complaint SET mco_code = 'BCCHP' WHERE id = $1", [complaintId]);
    const other = await app.signInAs(cast['other liaison']);
    expect((await other.get(ofPlan())).body).not.toContain('PLAN-NOTE');
    await asOwner(app.ownerUrl(), "UPDATE complaint SET mco_code = 'MERIDIAN' WHERE id = $1", [complaintId]);
    expect((await liaison.get(ofPlan())).body).toContain('PLAN-NOTE');
  });
});

describe('An internal note of HFS', () => {
  it('is read by staff on the case page, and by neither the plan nor the provider', async () => {
    await analyst.submit(`${ofStaff()}/notes`, { words: 'STAFF-NOTE' }, 'main form.form');
    const supervisor = await app.signInAs(cast.supervisor);
    expect(notesOn(await supervisor.get(ofStaff()))).toEqual(['STAFF-NOTE']);
    for (const path of [ofPlan(), `${ofPlan()}/notes`]) {
      expect((await liaison.get(path)).body).not.toContain('STAFF-NOTE');
    }
    expect((await representative.get(`/complaints/${reference}`)).body).not.toContain('STAFF-NOTE');
    expect((await representative.get(`${ofStaff()}/notes`)).status).toBe(403);
  });

  it('is not printed with the case page, which may be handed on', async () => {
    expect((await analyst.get(ofStaff())).$('#notes').hasClass('no-print')).toBe(true);
  });
});

describe('A note', () => {
  it('is written once by a form that is sent twice', async () => {
    const id = newId();
    const both = await Promise.all([
      write(analyst, ofStaff(), 'Only once.', id),
      write(analyst, ofStaff(), 'Only once.', id),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(notesOn(await analyst.get(ofStaff())).filter((words) => words === 'Only once.')).toHaveLength(1);
  });

  it('with nothing in it, or too much, is refused, and what was typed and its id stay', async () => {
    const id = newId();
    const empty = await write(liaison, ofPlan(), ' \n ', id);
    expect([empty.status, empty.errors]).toEqual([422, ['Write a few words']]);
    expect(empty.$('input[name=id]').attr('value')).toBe(id);
    const long = await write(liaison, ofPlan(), 'x'.repeat(10_001));
    expect(long.errors).toEqual(['Use at most 10,000 characters']);
    expect(long.$('textarea').text()).toHaveLength(10_001);
  });

  it('whose id is none is refused', async () => {
    expect((await write(liaison, ofPlan(), 'Words.', 'made-up')).status).toBe(422);
  });

  it('is stored as ciphertext, and noted in the log without a word of it', async () => {
    const { rows } = await asOwner(app.ownerUrl(), 'SELECT words FROM note');
    const stored = rows.map(({ words }) => Buffer.from(words).toString('latin1')).join();
    expect(stored).not.toContain('PLAN-NOTE');
    const events = await asOwner(
      app.ownerUrl(),
      "SELECT changes::text FROM audit_event WHERE action = 'note.write' AND complaint_id = $1",
      [complaintId],
    );
    expect(events.rows).toHaveLength(rows.length);
    expect(JSON.stringify(events.rows)).not.toContain('NOTE');
  });

  it('of one side does not open as the other’s, even in a row that somebody changed', async () => {
    const id = newId();
    await asOwner(
      app.ownerUrl(),
      `INSERT INTO note (id, complaint_id, side, author_id, author_name, at, words)
       SELECT $1::uuid, complaint_id, 'staff', author_id, author_name, at, words FROM note WHERE side = 'plan' LIMIT 1`,
      [id],
    );
    const page = await analyst.get(ofStaff());
    expect(page.status).toBe(500);
    expect(page.body).not.toContain('PLAN-NOTE');
    await asOwner(app.ownerUrl(), 'ALTER TABLE note DISABLE TRIGGER ALL');
    await asOwner(app.ownerUrl(), 'DELETE FROM note WHERE id = $1', [id]);
    await asOwner(app.ownerUrl(), 'ALTER TABLE note ENABLE TRIGGER ALL');
  });

  it('cannot be changed or taken back, and may be written after the complaint is closed', async () => {
    await expect(asOwner(app.ownerUrl(), "UPDATE note SET author_name = 'X'")).rejects.toThrow(/append-only/);
    await expect(asOwner(app.ownerUrl(), 'TRUNCATE note')).rejects.toThrow(/append-only/);
    await perform('withdraw', complaintId, actor(cast.representative), { version });
    expect((await write(analyst, ofStaff(), 'Called them back.')).status).toBe(303);
  });
});

function notesOn(page: Page): string[] {
  return page
    .$('#notes .messages__words')
    .toArray()
    .map((paragraph) => page.$(paragraph).text());
}
