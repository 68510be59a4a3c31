import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { today } from '../../src/platform/clock.ts';
import { dateParts } from '../../src/platform/form-fields.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { aClaimLine, actor, aDispute, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import type { Fields, Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let plan: Actor;
let liaison: Visitor;

beforeAll(async () => {
  cast = await aCast();
  [filer, staff, plan] = [actor(cast.representative), actor(cast.analyst), actor(cast.liaison)];
  liaison = await app.signInAs(cast.liaison);
});

/** Two claims, of which $468.73 and $100.00 were billed. */
async function presented(): Promise<Performed> {
  const claimLines = [46_873, 10_000].map((billedCents, place) =>
    aClaimLine({ billedCents, claimNumber: `CL-${place}` }),
  );
  return aPresentedComplaint(filer, staff, aDispute({ claimLines }));
}

async function promised(): Promise<Performed> {
  const { complaintId, version } = await presented();
  return perform('propose', complaintId, plan, { version, ...aProposal('overturned') });
}

type Day = ReturnType<typeof today>;

function day(name: string, date: Day): Fields {
  const { month, day: number, year } = dateParts(date);
  return { [`${name}-month`]: month, [`${name}-day`]: number, [`${name}-year`]: year };
}

async function send(move: string, { reference }: Performed, fields: Fields): Promise<Page> {
  return liaison.submit(`/mco/complaints/${reference}/moves/${move}`, fields, 'main form.form');
}

async function complaintOf({ complaintId }: Performed) {
  return (await getComplaintById(staff, complaintId)).complaint;
}

describe('A payment', () => {
  const payment = (changes: Fields = {}): Fields => ({
    amount: '468.73',
    paymentMethod: 'eft',
    trace: 'TRN1',
    ...day('paidOn', today()),
    ...changes,
  });

  it('is confirmed once: with the same number, date and amount it is recorded already', async () => {
    const complaint = await promised();
    expect((await send('confirm-payment', complaint, payment())).status).toBe(303);
    const again = await send('confirm-payment', complaint, payment({ trace: 'trn1' }));
    expect([again.status, again.errors]).toEqual([422, ['This payment is already recorded']]);
    expect(again.$('input[name=trace]').attr('value')).toBe('trn1');
    expect((await complaintOf(complaint)).recoveredCents).toBe(46_873n);
    const other = payment({ amount: '100.00' });
    expect((await send('confirm-payment', complaint, other)).status).toBe(303);
    expect((await complaintOf(complaint)).recoveredCents).toBe(56_873n);
  });

  it('of a mistyped amount or year is refused beside its field, and what was typed is kept', async () => {
    const complaint = await promised();
    const typed = payment({ amount: '99999999.99', 'paidOn-year': '1900' });
    const refused = await send('confirm-payment', complaint, typed);
    expect(refused.status).toBe(422);
    expect(refused.errors).toHaveLength(2);
    expect(refused.errors.join()).toContain('$568.73 that was billed in all');
    expect(refused.$('.usa-form-group--error input[name=amount]').attr('value')).toBe('99999999.99');
    expect(refused.$('input[name=paidOn-year]').attr('value')).toBe('1900');
    expect((await complaintOf(complaint)).recoveredCents).toBeNull();
  });

  it('may be more than was proposed, by interest', async () => {
    const complaint = await promised();
    expect((await send('confirm-payment', complaint, payment({ amount: '600.00' }))).status).toBe(303);
  });

  it('that was made before the complaint was presented counts only where the proposal says so', async () => {
    const before = today().subtract({ days: 3 });
    const late = await promised();
    const refused = await send('confirm-payment', late, payment(day('paidOn', before)));
    expect(refused.errors.join()).toContain('what was paid before does not answer this complaint');
    const { complaintId, version } = await presented();
    const proposal = { ...aProposal('overturned'), payOn: before };
    const early = await perform('propose', complaintId, plan, { version, ...proposal });
    expect((await send('confirm-payment', early, payment(day('paidOn', before)))).status).toBe(303);
  });
});

describe('A proposal', () => {
  const proposal: Fields = {
    position: 'partly_overturned',
    words: 'We pay one.',
    citation: 'Section 4',
    action: 'We reprocess.',
  };

  it('to pay more than ten times what was billed, or in another century, is refused beside its fields, values kept', async () => {
    const complaint = await presented();
    const { claimLines } = await readFiled(await complaintOf(complaint));
    const [first, second] = claimLines.map(({ id }) => id);
    const typed: Fields = {
      ...proposal,
      [`rows.${first}.answer`]: 'pay',
      [`rows.${first}.amount`]: '4687.31',
      [`rows.${second}.answer`]: 'uphold',
      ...day('payOn', today().with({ year: 2100 })),
    };
    const refused = await send('propose', complaint, typed);
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      'Enter a date of payment within a year from today',
      'Check the amount: it is more than ten times the $468.73 that was billed',
    ]);
    expect(refused.$(`input[name="rows.${first}.amount"]`).attr('value')).toBe('4687.31');
    expect(refused.$('input[name=payOn-year]').attr('value')).toBe('2100');
    const right = {
      ...typed,
      [`rows.${first}.amount`]: '468.73',
      ...day('payOn', today().add({ years: 1 })),
    };
    expect((await send('propose', complaint, right)).status).toBe(303);
    expect((await complaintOf(complaint)).proposedCents).toBe(46_873n);
  });

  it('with an answer under a key that is none says so in plain words', async () => {
    const key = 'rows.------------------------------------.answer';
    const refused = await send('propose', await presented(), {
      ...proposal,
      position: 'upheld',
      [key]: 'pay',
    });
    expect(refused.errors).toEqual(['An answer is to a claim that is not in this complaint']);
  });
});
