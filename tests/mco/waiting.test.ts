import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { setClock } from '../../src/platform/clock.ts';
import { itIs } from '../complaint/support/passing-time.ts';
import { testApp } from '../support/app.ts';
import { actor, aPresentedComplaint } from '../support/complaints.ts';
import { aLiaison, anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
const QUESTION = 'Which rule is that?';
let account: AccountProfile;
let filer: Actor;
let staff: Actor;
let visitor: Visitor;
let first: Performed;
let second: Performed;

beforeAll(async () => {
  itIs('2026-11-23');
  account = await aLiaison();
  [filer, staff] = [actor(await aRepresentative()), actor(await anAnalyst())];
  first = await aPresentedComplaint(filer, staff);
  second = await ask(await aPresentedComplaint(filer, staff));
  itIs('2026-11-24');
  first = await ask(first);
  visitor = await app.signInAs(account);
});
afterAll(() => setClock(null));

const ask = ({ complaintId, version }: Performed) =>
  perform('ask-plan', complaintId, staff, { version, words: QUESTION });

const href = ({ reference }: Performed, page = '') => `/mco/complaints/${reference}${page}`;
const textOf = (page: Page, selector: string) => page.$(selector).text().replace(/\s+/g, ' ').trim();
const rowOf = (page: Page, { reference }: Performed) => textOf(page, `tr:contains("${reference}")`);

const references = (page: Page) =>
  page
    .$('tbody th a')
    .toArray()
    .map((link) => page.$(link).text());

describe('A question of HFS to the plan', () => {
  it('has a list of its own, in order of its days, and is marked in the others', async () => {
    const asked = await visitor.get('/mco?tab=asked');
    expect(references(asked)).toEqual([second.reference, first.reference]);
    expect(textOf(asked, '.tabs')).toContain('HFS asks 2');
    const toAnswer = await visitor.get('/mco?tab=to-answer');
    expect(rowOf(toAnswer, first)).toContain('Answer HFS’s question by Dec 10, 2026');
  });

  it('says on the page until when it is to be answered, in the card and over the question', async () => {
    const page = await visitor.get(href(first));
    expect(textOf(page, '.asked')).toContain(`Answer by December 10, 2026, in 16 days. ${QUESTION}`);
    const holder = textOf(page, '.holder');
    expect(holder).toContain('Answer with a written proposal by December 23, 2026');
    expect(holder).toContain('You: answer HFS’s question by December 10, 2026, in 16 days.');
  });

  it('stands, with its day, over the form that answers it', async () => {
    const form = await visitor.get(href(first, '/moves/answer'));
    expect(textOf(form, '.asked')).toContain(`Answer by December 10, 2026, in 16 days. ${QUESTION}`);
  });

  it('is nothing that the plan learns of where the representative is asked', async () => {
    const { complaintId, version, ...rest } = await aPresentedComplaint(filer, staff);
    await perform('ask-representative', complaintId, staff, { version, words: 'Which claim?' });
    const page = await visitor.get(href({ complaintId, version, ...rest }));
    expect(textOf(page, '.holder')).not.toContain('question');
    expect(rowOf(await visitor.get('/mco?tab=to-answer'), rest as Performed)).not.toContain('answers HFS');
  });
});

describe('What was not acknowledged in time', () => {
  it('says so in words, in the list and in the card', async () => {
    itIs('2026-12-09');
    const reader = await app.signInAs(account);
    expect(rowOf(await reader.get('/mco?tab=to-answer'), first)).toContain('Acknowledge: 14 days late');
    const page = await reader.get(href(first));
    expect(textOf(page, '.holder')).toContain('Acknowledge: 14 days late.');
    expect(page.$('.holder--overdue').length).toBe(1);
    itIs('2026-11-24');
  });
});

describe('A complaint that a liaison takes', () => {
  it('is offered to them first, is theirs in the facts, and was taken, not given', async () => {
    const form = await visitor.get(href(second, '/moves/appoint'));
    expect(textOf(form, 'select[name=liaison]')).toBe(`Take it yourself (${account.name})`);
    const done = await visitor.submit(href(second, '/moves/appoint'), {}, 'main form.form');
    const page = await visitor.follow(done);
    expect(page.text).toContain('You have taken the complaint.');
    expect(page.text).toContain(`${account.name} took the complaint`);
    expect(textOf(page, 'dl')).toContain(`Works on it You (${account.name})`);
    expect(textOf(await visitor.get('/mco?tab=to-answer'), 'thead')).toContain('Works on it');
  });

  it('may be given to a colleague instead, who is named', async () => {
    const colleague = await aLiaison();
    const form = href(first, '/moves/appoint');
    expect(textOf(await visitor.get(form), 'select[name=liaison]')).toContain('Choose who works on it');
    const page = await visitor.follow(
      await visitor.submit(form, { liaison: colleague.id }, 'main form.form'),
    );
    expect(page.text).toContain('The complaint is given to your colleague.');
    expect(page.text).toContain(`${account.name} gave the complaint to ${colleague.name}`);
    expect(textOf(page, 'dl')).toContain(`Works on it ${colleague.name}`);
  });
});
