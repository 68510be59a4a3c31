import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { runClockRound } from '../../src/complaint/clock-round.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { setClock } from '../../src/platform/clock.ts';
import { itIs } from '../complaint/support/passing-time.ts';
import { testApp } from '../support/app.ts';
import { actor, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { aLiaison, anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
const DAY = '2026-11-24';
const QUESTION = 'Which of the two claims was paid?';
let account: AccountProfile;
let filer: Actor;
let staff: Actor;
let plan: Actor;
let visitor: Visitor;

beforeAll(async () => {
  itIs(DAY);
  account = await aRepresentative();
  [filer, staff, plan] = [actor(account), actor(await anAnalyst()), actor(await aLiaison())];
  visitor = await app.signInAs(account);
});
afterAll(() => setClock(null));

const href = ({ reference }: Performed, page = '') => `/complaints/${reference}${page}`;
const textOf = (page: Page, selector: string) => page.$(selector).text().replace(/\s+/g, ' ').trim();
const rowOf = (page: Page, { reference }: Performed) => textOf(page, `tr:contains("${reference}")`);
const yours = () => visitor.get('/complaints?tab=yours');

const references = (page: Page) =>
  page
    .$('tbody th a')
    .toArray()
    .map((link) => page.$(link).text());

/** Whoever was signed in before is not any more. */
async function dayIs(date: string): Promise<void> {
  itIs(date);
  visitor = await app.signInAs(account);
}

async function claimsOf(id: string): Promise<string[]> {
  const { claimLines } = await readFiled((await getComplaintById(staff, id)).complaint);
  return claimLines.map((line) => line.id);
}

const ask = ({ complaintId, version }: Performed) =>
  perform('ask-representative', complaintId, staff, { version, words: QUESTION });

describe('A question of HFS', () => {
  let asked: Performed;

  beforeAll(async () => {
    itIs(DAY);
    asked = await ask(await aPresentedComplaint(filer, staff));
  });

  it('says on the complaint’s page by when it is to be answered, and who owes that beside the holder', async () => {
    const page = await visitor.get(href(asked));
    expect(textOf(page, '.asked')).toContain('HFS asks you Answer by December 10, 2026, in 16 days.');
    const holder = textOf(page, '.holder');
    expect(holder).toContain('Who has it now Meridian Health Plan of Illinois');
    expect(holder).toContain('You: answer HFS’s question by December 10, 2026, in 16 days.');
  });

  it('waits for the representative in the list, until its own day', async () => {
    const list = await yours();
    expect(references(list)).toEqual([asked.reference]);
    expect(textOf(list, '.tabs')).toContain('Waiting for you 1');
    expect(rowOf(list, asked)).toContain('You and Meridian Health Plan of Illinois');
    expect(rowOf(list, asked)).toContain('Dec 10, 2026');
    expect(rowOf(list, asked)).toContain('Answer HFS’s question');
  });

  it('stands, with its day, over the form that answers it', async () => {
    const form = await visitor.get(href(asked, '/moves/answer'));
    expect(textOf(form, '.asked')).toContain(QUESTION);
    expect(textOf(form, '.asked')).toContain('Answer by December 10, 2026');
    expect(form.$('.asked a').length).toBe(0);
  });

  it('after its day is said to be late', async () => {
    await dayIs('2026-12-12');
    const page = await visitor.get(href(asked));
    expect(textOf(page, '.asked')).toContain('The answer was due by December 10, 2026: it is 2 days late.');
    expect(page.$('.holder--overdue').length).toBe(1);
    await dayIs(DAY);
  });

  it('once answered waits for nobody', async () => {
    await perform('answer', asked.complaintId, filer, { version: asked.version, words: 'The first.' });
    expect(references(await yours())).toEqual([]);
    const page = await visitor.get(href(asked));
    expect(page.$('.asked').length).toBe(0);
    expect(textOf(page, '.holder')).not.toContain('question');
  });
});

describe('What waits for the representative', () => {
  it('is in order of its days, page by page', async () => {
    itIs('2026-11-01');
    const own = await aRepresentative();
    const other = actor(own);
    const late = await aPresentedComplaint(other, staff);
    itIs('2026-11-02');
    const first = await ask(await aPresentedComplaint(other, staff));
    itIs('2026-11-03');
    const proposed = await aPresentedComplaint(other, staff);
    await perform('propose', proposed.complaintId, plan, {
      version: proposed.version,
      ...aProposal('upheld'),
    });
    itIs('2026-11-04');
    await ask(late);
    await dayIs(DAY);
    const reader = await app.signInAs(own);
    const list = await reader.get('/complaints?tab=yours');
    expect(references(list)).toEqual([first.reference, late.reference, proposed.reference]);
    const place = `2026-11-18.${numberOf(first)}`;
    const below = await reader.get(`/complaints?tab=yours&below=${place}`);
    expect(references(below)).toEqual([late.reference, proposed.reference]);
    const above = await reader.get(`/complaints?tab=yours&above=2026-12-03.${numberOf(proposed)}`);
    expect(references(above)).toEqual([first.reference, late.reference]);
    expect(references(await reader.get('/complaints?tab=yours&below=2026-99-99.1'))).toHaveLength(3);
  });
});

const numberOf = ({ reference }: Performed) => Number(reference?.split('-')[2]);

describe('A plan that did not answer in time', () => {
  it('leaves the next step to the representative, who is told until when', async () => {
    itIs('2026-10-22');
    const unanswered = await aPresentedComplaint(filer, staff);
    await dayIs(DAY);
    await runClockRound();
    const list = await yours();
    expect(references(list)).toContain(unanswered.reference);
    expect(rowOf(list, unanswered)).toContain('Dec 21, 2026');
    expect(rowOf(list, unanswered)).toContain('Ask for a Department review; otherwise it is closed');
    const page = await visitor.get(href(unanswered));
    expect(textOf(page, '.timeline--stages [aria-current]')).toBe(
      'Meridian Health Plan of Illinois did not answer by November 21, 2026; you may ask for a Department review by December 21, 2026',
    );
    expect(textOf(page, '.holder')).toContain(
      'You may ask for a Department review by December 21, 2026, in 27 days; otherwise the complaint is closed.',
    );
  });
});

describe('A proposal of the plan', () => {
  it('may be accepted too, say the card and the list', async () => {
    await dayIs(DAY);
    const { complaintId, version } = await aPresentedComplaint(filer, staff);
    const answered = await perform('propose', complaintId, plan, { version, ...aProposal('upheld') });
    const card = textOf(await visitor.get(href(answered)), '.holder');
    expect(card).toContain('Accept the answer, or ask for a Department review, by December 24, 2026');
    const row = rowOf(await yours(), answered);
    expect(row).toContain('Accept the answer, or ask for a Department review');
  });
});

describe('In a Department review', () => {
  it('the side that has sent its information is done, and the other holds the complaint', async () => {
    itIs('2026-11-10');
    const { complaintId, version } = await aPresentedComplaint(filer, staff);
    const upheld = await perform('propose', complaintId, plan, { version, ...aProposal('upheld') });
    const words = 'We have sent all that we have.';
    const review = await perform('request-review', complaintId, filer, {
      version: upheld.version,
      refused: await claimsOf(complaintId),
      words,
    });
    await dayIs('2026-11-10');
    expect(references(await yours())).toContain(review.reference);
    itIs('2026-11-14');
    const informed = await perform('inform', complaintId, filer, { version: review.version, words });
    await dayIs(DAY);
    expect(references(await yours())).not.toContain(review.reference);
    expect(rowOf(await visitor.get('/complaints'), review)).not.toContain('You and');
    const page = await visitor.get(href(review));
    expect(textOf(page, '.holder__who')).toBe('Meridian Health Plan of Illinois');
    expect(textOf(page, '.holder')).toContain('You have sent yours on November 14, 2026.');
    expect(textOf(page, '.timeline--stages [aria-current]')).toContain(
      'Meridian Health Plan of Illinois sends information; you have sent yours',
    );
    await perform('inform', complaintId, plan, { version: informed.version, words });
    expect(textOf(await visitor.get(href(review)), '.holder__who')).toBe('HFS');
  });
});

describe('A complaint that the plan gave back', () => {
  it('is at HFS in its progress, too', async () => {
    await dayIs(DAY);
    const { complaintId, version } = await aPresentedComplaint(filer, staff);
    const back = await perform('not-ours', complaintId, plan, { version, words: 'Not our member.' });
    const page = await visitor.get(href(back));
    expect(textOf(page, '.timeline--stages [aria-current]')).toContain(
      'HFS checks it, and presents it to Meridian Health Plan of Illinois',
    );
    expect(page.text).not.toContain('Checked, and presented');
  });
});
