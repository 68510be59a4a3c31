import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { findDraft } from '../../src/filing/drafts/draft.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { aClaimLine, actor, aDispute, aDraft } from '../support/complaints.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { A_CLAIM, A_DISPUTE, claimFields, type DraftWalk, walkOf } from './walk.ts';

const app = testApp();
let representative: AccountProfile;
let visitor: Visitor;

beforeAll(async () => {
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
  representative = await aRepresentative({ organization: { county: 'Cook' } });
  visitor = await app.signInAs(representative);
});
afterAll(() => setClock(null));

/** A draft that has come to its claims. */
async function aWalk(): Promise<DraftWalk> {
  const priorReview = { filedOn: '2026-09-01', trackingNumber: 'M-TRACK-77' };
  const draft = await aDraft(actor(representative), aDispute({ priorReview, claimLines: [], story: {} }));
  return walkOf(visitor, draft.id);
}

async function aSavedWalk(count: number, changes = {}): Promise<DraftWalk> {
  const lines = Array.from({ length: count }, (_none, row) =>
    aClaimLine({ claimNumber: `CL${row + 1}`, rin: String(200_000_000 + row), ...changes }),
  );
  return walkOf(visitor, (await aDraft(actor(representative), aDispute({ claimLines: lines }))).id);
}

async function savedLines(walk: DraftWalk) {
  const found = await findDraft(actor(representative), walk.id);
  return 'draft' in found ? found.draft.document.claimLines : [];
}

const typedIn = (page: Page, row: number, field: string) =>
  page.$(`[name="claimLines.${row}.${field}"]`).attr('value');
const saidOf = (page: Page, row: number, field: string) => page.$(`#claimLines-${row}-${field}-error`).text();

describe('Rows of claims without script', () => {
  it('are added one by one; what is typed so far is saved, and blank rows are nothing', async () => {
    const walk = await aWalk();
    const added = await walk.answer('claims', {
      ...claimFields(0, { memberLastName: 'Okafor' }),
      button: 'add',
    });
    expect(added.location).toBe(`${walk.href('claims')}?page=1&add=row#claimLines-1-memberLastName`);
    const page = await visitor.follow(added);
    expect(page.$('fieldset.panel').length).toBe(2);
    expect(typedIn(page, 0, 'memberLastName')).toBe('Okafor');
    await walk.answer('claims', { ...claimFields(0, A_CLAIM) });
    expect(await savedLines(walk)).toHaveLength(1);
  });

  it('are added for the same member', async () => {
    const walk = await aWalk();
    const added = await walk.answer('claims', { ...claimFields(0, A_CLAIM), button: 'add-same' });
    const page = await visitor.follow(added);
    expect(typedIn(page, 1, 'memberLastName')).toBe('Okafor');
    expect(typedIn(page, 1, 'rin')).toBe('046615719');
    expect(typedIn(page, 1, 'claimNumber')).toBe('');
  });

  it('are removed, and the others stay', async () => {
    const walk = await aSavedWalk(3);
    const removed = await walk.answer('claims', { button: 'remove:1' });
    expect(removed.status).toBe(303);
    const lines = await savedLines(walk);
    expect(lines.map(({ claimNumber }) => claimNumber)).toEqual(['CL1', 'CL3']);
  });

  it('send the whole form, not the first removal, when Enter is pressed', async () => {
    const page = await (await aSavedWalk(2)).get('claims');
    expect(page.$('main form button[type=submit]').first().attr('name')).toBeUndefined();
  });

  it('keep an unreadable value on the page when a row is added beside it', async () => {
    const walk = await aWalk();
    const page = await walk.answer('claims', { ...claimFields(0, { ...A_CLAIM, rin: '12' }), button: 'add' });
    expect(page.status).toBe(422);
    expect(page.$('fieldset.panel').length).toBe(2);
    expect(typedIn(page, 0, 'rin')).toBe('12');
  });
});

describe('What is wrong in a row', () => {
  it('stands at its cell and in the summary, in the order of the page, with all values kept', async () => {
    const walk = await aWalk();
    const page = await walk.answer('claims', {
      ...claimFields(0, A_CLAIM),
      ...claimFields(1, { memberFirstName: 'Ivana', rin: '4661571', billedCents: '12,50', carc: 'CO-999x' }),
      'claimLines.1.serviceFrom-month': '13',
      'claimLines.1.serviceFrom-day': '1',
      'claimLines.1.serviceFrom-year': '2026',
    });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([
      'Enter the member’s last name',
      'Enter a RIN of exactly 9 digits',
      'The first date of service must be a real date',
      'Enter the plan’s claim number',
      'Enter the amount in dollars and cents, like 1,234.50',
      'Enter a claim adjustment reason code like 29 or B7',
    ]);
    expect(saidOf(page, 1, 'rin')).toContain('exactly 9 digits');
    expect(typedIn(page, 1, 'billedCents')).toBe('12,50');
    expect(typedIn(page, 1, 'serviceFrom-month')).toBe('13');
    expect(typedIn(page, 0, 'claimNumber')).toBe(A_CLAIM.claimNumber);
    expect(await savedLines(walk)).toEqual([]);
  });

  it.each([
    ['a lost leading zero', { rin: '46615719' }, 'dropped a zero at the front'],
    ['an end before the start', { serviceTo: '2026-08-04' }, 'must be the first one, or a later one'],
    ['a day to come', { serviceFrom: '2026-10-06' }, 'must be in the past'],
    ['a day after the dispute', { serviceFrom: '2026-09-02' }, 'must not be after September 1, 2026'],
    ['a formula for a name', { memberLastName: '=HYPERLINK("x")' }, 'it cannot begin with ='],
  ])('names %s', async (_what, changes, words) => {
    const walk = await aWalk();
    const page = await walk.answer('claims', claimFields(0, { ...A_CLAIM, ...changes }));
    expect(page.status).toBe(422);
    expect(page.errors.join()).toContain(words);
  });

  it('demands at least one claim for a denial', async () => {
    const page = await (await aWalk()).answer('claims', {});
    expect(page.errors).toEqual(['Add at least one claim']);
    expect(page.$('#claimLines').length).toBe(1);
    expect(page.$('fieldset.panel').length).toBe(1);
  });

  it('may wait: what is there is saved for later, whole or not', async () => {
    const walk = await aWalk();
    const left = await walk.answer('claims', {
      ...claimFields(0, { memberLastName: 'Okafor' }),
      button: 'later',
    });
    expect(left.location).toBe('/complaints');
    expect(await savedLines(walk)).toMatchObject([{ memberLastName: 'Okafor' }]);
    const check = await walk.get('check');
    expect(check.text).toContain('Enter the member’s RIN (row 1)');
  });
});

describe('A Social Security number in the place of a RIN', () => {
  it.each(['123-45-6789', '123 45 6789', '123–45–6789'])(
    '%s is refused, not shown again and kept nowhere',
    async (ssn) => {
      for (const button of ['', 'add', 'later']) {
        const walk = await aWalk();
        const page = await walk.answer('claims', { ...claimFields(0, { ...A_CLAIM, rin: ssn }), button });
        expect(page.status).toBe(422);
        expect(page.errors.join()).toContain('This looks like a Social Security number, and it was not kept');
        expect(page.body).not.toContain(ssn);
        expect(typedIn(page, 0, 'rin')).toBe('');
        expect(typedIn(page, 0, 'memberLastName')).toBe('Okafor');
        expect(JSON.stringify(await savedLines(walk))).not.toContain('6789');
      }
    },
  );
});

describe('What only looks odd in a row', () => {
  it('is told on the next page, on the page itself and on the check page, and stops nobody', async () => {
    const walk = await aWalk();
    const fields = claimFields(0, { ...A_CLAIM, paidCents: '5000', carc: '197' });
    const answer = await walk.answer('claims', fields);
    expect(answer.location).toBe(`${walk.href('story')}?after=claims`);
    const words = [
      'Row 1: More was paid than was billed',
      'is mostly a matter of “Denied: no authorization”',
    ];
    const pages = [await visitor.follow(answer), await walk.get('claims'), await walk.get('check')];
    for (const page of pages) for (const each of words) expect(page.text).toContain(each);
  });

  it('hints that a tracking number looks unlike the plan’s, and holds its date of issue against the date given', async () => {
    const walk = await aWalk();
    await walk.answer('plan', { mcoCode: 'BCCHP', 'programCode.BCCHP': 'HealthChoice' });
    const other = await walk.answer('prior-review', A_DISPUTE['prior-review']);
    expect((await visitor.follow(other)).text).toContain('does not look like one of Blue Cross Community');
    const dated = await walk.answer('prior-review', { trackingNumber: '262440004656' });
    expect((await visitor.follow(dated)).text).not.toContain('tracking number');
    const wrong = await walk.answer('prior-review', { trackingNumber: '262450004656' });
    expect((await visitor.follow(wrong)).text).toContain('was issued on September 2, 2026');
  });
});

describe('Many claims', () => {
  it('stand on pages of twenty, each saved by itself', async () => {
    const walk = await aSavedWalk(45);
    const second = await walk.get('claims?page=2');
    expect(second.$('fieldset.panel').length).toBe(20);
    expect(second.$('.pages__summary').text()).toBe('21 to 40 of 45');
    expect(typedIn(second, 20, 'claimNumber')).toBe('CL21');
    await walk.answer('claims?page=2', { 'claimLines.20.claimNumber': 'CHANGED', button: 'remove:21' });
    const lines = await savedLines(walk);
    expect(lines.map(({ claimNumber }) => claimNumber).slice(18, 23)).toEqual([
      'CL19',
      'CL20',
      'CHANGED',
      'CL23',
      'CL24',
    ]);
    expect(lines).toHaveLength(44);
  });

  it('take a new row on the last page', async () => {
    const walk = await aSavedWalk(20);
    expect((await walk.get('claims?add=row')).$('legend').first().text()).toBe('Claim 21');
    await walk.answer('claims?add=row', claimFields(20, { ...A_CLAIM, claimNumber: 'CL21' }));
    expect((await savedLines(walk)).at(-1)).toMatchObject({ claimNumber: 'CL21' });
  });

  it('lead from the check page to the row that lacks something', async () => {
    const walk = await aSavedWalk(30);
    await walk.answer('claims?page=2', { 'claimLines.25.rin': '', button: 'later' });
    const href = (await walk.get('check')).$('a:contains("(row 26)")').attr('href') ?? '';
    expect(href).toBe(`${walk.href('claims')}?from=check&page=2#claimLines-25-rin`);
    const page = await visitor.get(href);
    expect(saidOf(page, 25, 'rin')).toContain('Enter the member’s RIN');
  });

  it('end at five hundred', async () => {
    const walk = await aSavedWalk(500);
    const page = await walk.get('claims?page=25');
    expect(page.$('button[value=add]').length).toBe(0);
    const more = claimFields(500, A_CLAIM);
    const refused = await visitor.post(walk.href('claims'), { firstRow: '500', version: '1', ...more });
    expect(refused.status).toBe(422);
    expect(refused.errors).toContain('List at most 500 claims in one complaint');
  });
});
