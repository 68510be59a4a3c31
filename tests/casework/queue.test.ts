import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { testApp } from '../support/app.ts';
import { actor, aDispute, aFiledComplaint, aPresentedComplaint } from '../support/complaints.ts';
import { aLiaison, anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { urgentChanges } from './complaints.ts';

const app = testApp();

let analyst: Actor;
let visitor: Visitor;
let ordinary: Performed;
let urgent: Performed;
let presented: Performed;
let closed: Performed;

beforeAll(async () => {
  const account = await anAnalyst();
  analyst = actor(account);
  const filer = actor(await aRepresentative());
  presented = await aPresentedComplaint(filer, analyst);
  ordinary = await aFiledComplaint(filer);
  urgent = await aFiledComplaint(filer, urgentChanges());
  const { complaintId, version } = await aFiledComplaint(filer, { ...aDispute(), mcoCode: 'BCCHP' });
  closed = await perform('close', complaintId, analyst, {
    version,
    closureReason: 'DUPLICATE',
    duplicateOf: ordinary.reference ?? '',
    words: 'The same as an earlier one.',
  });
  visitor = await app.signInAs(account);
});

describe('The queue', () => {
  it('shows the urgent complaint first, then by due date, and no closed one', async () => {
    const page = await visitor.get('/casework?tab=open');
    expect(referencesOn(page)).toEqual([urgent, ordinary, presented].map(({ reference }) => reference));
    expect(rowOf(page, urgent)).toContain('Urgent');
    expect(rowOf(page, ordinary)).not.toContain('Urgent');
  });

  it('says of each complaint plan, topic, provider, representative, age, due date and who has it', async () => {
    const page = await visitor.get('/casework?tab=open');
    for (const words of [
      'Meridian Health Plan of Illinois',
      'Denied: timely filing',
      'Prairie Grove Clinic',
      'Renata Alder · Physician',
      'Today',
      'The plan',
      'With the MCO',
    ]) {
      expect(rowOf(page, presented)).toContain(words);
    }
  });

  it('counts what is in each list under the same filters', async () => {
    const page = await visitor.get('/casework?tab=open&urgent=yes');
    expect(tabsOn(page)).toEqual([
      'Open 1',
      'Unassigned 1',
      'Mine 0',
      'Waiting for a supervisor 0',
      'Closed',
    ]);
  });

  it('has the closed ones in a list of their own, with what they were closed as', async () => {
    const page = await visitor.get('/casework?tab=closed');
    expect(referencesOn(page)).toEqual([closed.reference]);
    expect(rowOf(page, closed)).toContain('Duplicate of another complaint');
  });

  it.each([
    ['plan=BCCHP', 0],
    ['plan=MERIDIAN', 3],
    ['topic=all-CLAIM_DENIAL', 2],
    ['topic=ACCESS_PRESCRIPTION', 1],
    ['type=010', 3],
    ['type=030', 0],
    ['status=with_mco', 1],
    ['urgent=yes', 1],
    ['plan=MERIDIAN&topic=all-CLAIM_DENIAL&status=submitted', 1],
  ])('narrowed by %s holds %i complaints, and a chip says how to widen it', async (filters, count) => {
    const page = await visitor.get(`/casework?tab=open&${filters}`);
    expect(referencesOn(page)).toHaveLength(count);
    expect(page.$('.chips__chip').length).toBe(filters.split('&').length);
    const chip = page.$('.chips__chip').first().attr('href') ?? '';
    expect(referencesOn(await visitor.get(chip)).length).toBeGreaterThanOrEqual(count);
  });

  it('with filters that nothing fits says so, and offers to clear them', async () => {
    const page = await visitor.get('/casework?tab=unassigned&plan=HUMANA');
    expect(page.text).toContain('No complaint here fits the filters.');
    expect(page.$('.empty-state a').attr('href')).toBe('/casework?tab=unassigned');
  });

  it('passes over what an address says wrongly', async () => {
    const page = await visitor.get('/casework?tab=nonsense&status=draft&after=nowhere&urgent=perhaps');
    expect(page.status).toBe(200);
    expect(referencesOn(page)).toHaveLength(3);
  });

  it('comes back as it was left, with its filters', async () => {
    await visitor.get('/casework?tab=open&status=with_mco');
    const back = await visitor.get('/casework');
    expect(back.location).toBe('/casework?tab=open&status=with_mco');
    await visitor.get('/casework?tab=open');
    expect((await visitor.follow(await visitor.get('/casework'))).$('.chips__chip').length).toBe(0);
  });
});

describe('“Assign to me” in the queue', () => {
  it('with one click moves the complaint to one’s own list, and comes back to the queue', async () => {
    const filer = actor(await aRepresentative());
    const { reference } = await aFiledComplaint(filer);
    const path = `/casework/complaints/${reference}/moves/assign`;
    const queue = await visitor.get('/casework?tab=unassigned');
    const button = queue.$(`button[formaction="${path}"]`);
    const done = await visitor.post(path, {
      version: button.attr('value') ?? '',
      assignee: analyst.accountId ?? '',
      from: 'queue',
    });
    expect(done.location).toBe('/casework');
    const back = await visitor.follow(await visitor.follow(done));
    expect(back.text).toContain(`${reference}: You have taken the complaint.`);
    expect(referencesOn(back)).not.toContain(reference);
    expect(referencesOn(await visitor.get('/casework?tab=mine'))).toContain(reference);
  });
});

describe('Those who do not work at HFS', () => {
  it.each(['representative', 'liaison'] as const)('have no queue: a %s', async (role) => {
    const other = await app.signInAs(role === 'liaison' ? await aLiaison() : await aRepresentative());
    expect((await other.get('/casework?tab=open')).status).toBe(403);
  });
});

function referencesOn(page: Page): string[] {
  return page
    .$('tbody th a')
    .toArray()
    .map((link) => page.$(link).text());
}

function rowOf(page: Page, { reference }: Performed): string {
  const row = page.$('tbody tr').filter((_at, each) =>
    page
      .$(each)
      .text()
      .includes(reference ?? ''),
  );
  return row.text().replace(/\s+/g, ' ');
}

function tabsOn(page: Page): string[] {
  return page
    .$('.tabs__tab')
    .toArray()
    .map((tab) => page.$(tab).text().replace(/\s+/g, ' ').trim());
}
