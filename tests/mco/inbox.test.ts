import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import type { Performed } from '../../src/complaint/perform.ts';
import { urgentChanges } from '../casework/complaints.ts';
import { putManyComplaints } from '../casework/many-complaints.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aDispute, aPresentedComplaint } from '../support/complaints.ts';
import { aLiaison } from '../support/personas.ts';
import { type SampleComplaints, sampleComplaints } from '../support/sample-complaints.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filed: SampleComplaints['filed'];
let urgent: Performed;
let foreign: Performed;
let liaison: Visitor;

beforeAll(async () => {
  cast = await aCast();
  const [filer, staff]: Actor[] = [actor(cast.representative), actor(cast.analyst)];
  if (!filer || !staff) throw new Error('The cast is not there');
  filed = (await sampleComplaints(cast)).filed;
  urgent = await aPresentedComplaint(filer, staff, urgentChanges());
  foreign = await aPresentedComplaint(filer, staff, { ...aDispute(), mcoCode: 'BCCHP' });
  liaison = await app.signInAs(cast.liaison);
});

describe('The inbox of a plan', () => {
  it('shows what waits for its answer, urgent first, and nothing that was not presented to it', async () => {
    const page = await liaison.get('/mco');
    expect(referencesOn(page)).toEqual([urgent.reference, filed.presented.reference]);
    expect(page.text).toContain('Meridian Health Plan of Illinois');
    expect(page.text).not.toContain(foreign.reference);
    expect(page.$('.tabs').text()).toMatch(/To answer\s*2[\s\S]*Answered\s*1/);
  });

  it('says of each topic, provider, representative, when it was presented, and when the answer is due', async () => {
    const row = (await liaison.get('/mco')).$('tbody tr').last().text();
    for (const words of [
      'Denied: timely filing',
      'Prairie Grove Clinic',
      'Physician',
      'Renata Alder',
      'in 30 days',
    ]) {
      expect(row).toContain(words);
    }
  });

  it('has the answered and the closed ones in lists of their own, without the outcome', async () => {
    expect(referencesOn(await liaison.get('/mco?tab=answered'))).toEqual([filed.answered.reference]);
    const closed = await liaison.get('/mco?tab=closed');
    expect(referencesOn(closed)).toEqual([filed.closed.reference]);
    expect(closed.text).not.toContain('Resolved by the MCO');
  });

  it('narrows to the urgent ones and back', async () => {
    const page = await liaison.get('/mco');
    const urgentOnly = await liaison.get(page.$('a:contains("urgent ones only")').attr('href') ?? '');
    expect(referencesOn(urgentOnly)).toEqual([urgent.reference]);
    const back = await liaison.get(urgentOnly.$('a:contains("all complaints")').attr('href') ?? '');
    expect(referencesOn(back)).toHaveLength(2);
  });

  it('without a complaint says what will happen', async () => {
    const other = await app.signInAs(await aLiaison({ mcoCode: 'HUMANA' }));
    expect((await other.get('/mco')).text).toContain('No complaint waits for your answer.');
  });

  it('of hundreds is read page by page, forwards and back', async () => {
    const many = { filer: cast.representative, count: 2_000, assigneeId: cast.analyst.id };
    await putManyComplaints(app.ownerUrl(), many);
    const first = await liaison.get('/mco');
    expect(first.$('tbody tr').length).toBe(50);
    const second = await liaison.get(first.$('a[rel=next]').attr('href') ?? '');
    const back = await liaison.get(second.$('a[rel=prev]').attr('href') ?? '');
    expect(referencesOn(second)).not.toContain(referencesOn(first)[0]);
    expect(referencesOn(back)).toEqual(referencesOn(first));
  });
});

function referencesOn(page: Page): string[] {
  return page
    .$('tbody th a')
    .toArray()
    .map((link) => page.$(link).text());
}
