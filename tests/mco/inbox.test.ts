import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { urgentChanges } from '../casework/complaints.ts';
import { putManyComplaints } from '../casework/many-complaints.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aDispute, aPresentedComplaint } from '../support/complaints.ts';
import { aLiaison } from '../support/personas.ts';
import {
  reviewedComplaints,
  type SampleComplaint,
  type SampleComplaints,
  sampleComplaints,
} from '../support/sample-complaints.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filed: SampleComplaints['filed'];
let filer: Actor;
let staff: Actor;
let plan: Actor;
let reviewed: SampleComplaint;
let decided: SampleComplaint;
let urgent: Performed;
let foreign: Performed;
let liaison: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  plan = actor(cast.liaison);
  ({ drafted: reviewed, decided } = await reviewedComplaints(cast));
  filed = (await sampleComplaints(cast)).filed;
  urgent = await aPresentedComplaint(filer, staff, urgentChanges());
  foreign = await aPresentedComplaint(filer, staff, { ...aDispute(), mcoCode: 'BCCHP' });
  liaison = await app.signInAs(cast.liaison);
});

const TO_ANSWER = '/mco?tab=to-answer';

describe('The inbox of a plan', () => {
  it('shows what waits for its answer, urgent first, and nothing that was not presented to it', async () => {
    const page = await liaison.get(TO_ANSWER);
    expect(referencesOn(page)).toEqual([urgent.reference, filed.presented.reference]);
    expect(page.text).toContain('Meridian Health Plan of Illinois');
    expect(page.text).not.toContain(foreign.reference);
    expect(tabsOn(page)).toEqual(['To answer 2', 'HFS asks 0', 'Answered 1', 'In review 1', 'Closed']);
  });

  it('says of each topic, provider, representative, when it was presented, when the answer is due and who has it', async () => {
    const row = (await liaison.get(TO_ANSWER)).$('tbody tr').last().text();
    for (const words of [
      'Denied: timely filing',
      'Prairie Grove Clinic',
      'Physician',
      'Renata Alder',
      'in 30 days',
      'Nobody yet',
    ]) {
      expect(row).toContain(words);
    }
  });

  it('has the answered, the reviewed and the closed ones in lists of their own, without the outcome', async () => {
    expect(referencesOn(await liaison.get('/mco?tab=answered'))).toEqual([filed.answered.reference]);
    const inReview = await liaison.get('/mco?tab=in-review');
    expect(referencesOn(inReview)).toEqual([reviewed.reference]);
    expect(inReview.$('tbody').text()).toContain('Decide the dispute');
    const closed = await liaison.get('/mco?tab=closed');
    expect(referencesOn(closed)).toEqual([filed.closed.reference, decided.reference]);
    expect(closed.text).not.toContain('Resolved by the MCO');
  });

  it.each([
    ['urgent=yes', 1],
    ['mine=yes', 0],
    ['new=yes', 2],
    ['topic=ACCESS_PRESCRIPTION', 1],
    ['topic=all-CLAIM_DENIAL', 1],
    ['topic=all-CLAIM_DENIAL&urgent=yes', 0],
  ])('narrowed by %s holds %i, says so by a chip each, and widens again', async (filters, count) => {
    const page = await liaison.get(`${TO_ANSWER}&${filters}`);
    expect(referencesOn(page)).toHaveLength(count);
    expect(page.$('.chips__chip').length).toBe(filters.split('&').length);
    expect(page.$('.tabs a').last().attr('href')).toContain(filters.split('&')[0]);
    const all = await liaison.get(page.$('.chips > a').attr('href') ?? '');
    expect(referencesOn(all)).toHaveLength(2);
  });

  it('comes back as it was left, with its filters', async () => {
    await liaison.get('/mco?tab=answered&urgent=yes');
    expect((await liaison.get('/mco')).location).toBe('/mco?tab=answered&urgent=yes');
    await liaison.get(TO_ANSWER);
    expect((await liaison.get('/mco')).location).toBe(TO_ANSWER);
  });

  it('passes over what an address says wrongly', async () => {
    const page = await liaison.get('/mco?tab=nonsense&urgent=perhaps&topic=%00&mine=1&after=nowhere');
    expect(referencesOn(page)).toHaveLength(2);
  });

  it('without a complaint says what will happen', async () => {
    const other = await app.signInAs(await aLiaison({ mcoCode: 'HUMANA' }));
    expect((await other.get('/mco')).text).toContain('No complaint waits for your answer.');
  });
});

describe('What a plan has not acknowledged', () => {
  it('is marked in the list until it is, and who has it is named', async () => {
    const { reference, complaintId, version } = await aPresentedComplaint(filer, staff);
    const row = () => liaison.get(TO_ANSWER).then((page) => rowOf(page, reference));
    expect(await row()).toContain('Acknowledge by');
    const contact = 'Lars Fir, 312-555-0100';
    const done = await perform('acknowledge', complaintId, plan, { version, contact });
    expect(await row()).not.toContain('Acknowledge by');
    const details = { version: done.version, liaison: plan.accountId ?? '' };
    await perform('appoint', complaintId, plan, details);
    expect(await row()).toContain('You');
    expect(referencesOn(await liaison.get(`${TO_ANSWER}&mine=yes`))).toEqual([reference]);
    expect(referencesOn(await liaison.get(`${TO_ANSWER}&new=yes`))).not.toContain(reference);
  });

  it('stands over an urgent complaint until it is done, and over no other', async () => {
    const page = `/mco/complaints/${urgent.reference}`;
    const before = await liaison.get(page);
    expect(before.$('.usa-alert__heading').text()).toBe('Urgent: acknowledge it first');
    const form = before.$('.usa-alert a').attr('href') ?? '';
    await liaison.submit(form, { contact: 'Lars Fir, 312-555-0100' }, 'main form.form');
    expect((await liaison.get(page)).text).not.toContain('acknowledge it first');
    const ordinary = await liaison.get(`/mco/complaints/${filed.presented.reference}`);
    expect(ordinary.text).not.toContain('acknowledge it first');
  });
});

describe('A long inbox', () => {
  it('of hundreds is read page by page, forwards and back, under the same filters', async () => {
    const many = { filer: cast.representative, count: 6_000, assigneeId: cast.analyst.id };
    await putManyComplaints(app.ownerUrl(), many);
    const first = await liaison.get(`${TO_ANSWER}&topic=DENIAL_CODING`);
    expect(first.$('tbody tr').length).toBe(50);
    const second = await liaison.get(first.$('a[rel=next]').attr('href') ?? '');
    const back = await liaison.get(second.$('a[rel=prev]').attr('href') ?? '');
    expect(second.$('.chips__chip').length).toBe(1);
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

function rowOf(page: Page, reference: string | null): string {
  return page
    .$('tbody tr')
    .filter((_index, row) =>
      page
        .$(row)
        .text()
        .includes(reference ?? ''),
    )
    .text();
}

function tabsOn(page: Page): string[] {
  return page
    .$('.tabs__tab')
    .toArray()
    .map((tab) => page.$(tab).text().replace(/\s+/g, ' ').trim());
}
