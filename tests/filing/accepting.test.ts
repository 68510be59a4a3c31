import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClaimLine } from '../../src/complaint/document.ts';
import { perform } from '../../src/complaint/perform.ts';
import { setClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/identifier.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { aClaimLine, actor, aDispute, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import type { Page } from '../support/visitor.ts';

const app = testApp();
let cast: Cast;

beforeAll(async () => {
  on('2026-04-10');
  cast = await aCast();
});
afterAll(() => setClock(null));

function on(day: string): void {
  setClock(Temporal.Instant.from(`${day}T16:00:00Z`));
}

type Row = readonly [kind: 'pay' | 'partly' | 'uphold' | 'need_information', amount?: string, payOn?: string];

/** Answered with a row for each claim, of which each bills $1,000.00 and was paid $100.00. */
async function anAnswered(rows: readonly Row[]) {
  const lines = rows.map((_, index) =>
    aClaimLine({ id: newId(), claimNumber: `CL-${index}`, billedCents: 100_000, paidCents: 10_000 }),
  );
  const disputed = aDispute({ claimLines: lines });
  const { complaintId, version, reference } = await aPresentedComplaint(
    actor(cast.representative),
    actor(cast.analyst),
    disputed,
  );
  await perform('propose', complaintId, actor(cast.liaison), {
    version,
    ...aProposal('upheld'),
    position: 'partly_overturned',
    payOn: Temporal.PlainDate.from('2026-05-15'),
    rows: Object.fromEntries(lines.map((line, index) => [line.id, typedRow(line, rows[index])])),
  });
  return reference;
}

function typedRow(_line: ClaimLine, [answer, amount = '', payOn = '']: Row = ['uphold']) {
  return { answer, amount, payOn };
}

async function open(path: string): Promise<Page> {
  return (await app.signInAs(cast.representative)).get(path);
}

const MIXED: readonly Row[] = [['pay'], ['partly', '250.50'], ['uphold'], ['need_information']];

describe('The form that accepts what the plan answered', () => {
  it('says what is accepted: the sums, the day, what is not paid, and each claim', async () => {
    const { text } = await open(`/complaints/${await anAnswered(MIXED)}/moves/accept`);
    expect(text).toContain('You accept $1,150.50 of the $3,600.00 in dispute, to be paid by May 15, 2026.');
    expect(text).toContain(
      '1 claim is upheld, and for 1 the plan needs information: nothing is paid for these.',
    );
    expect(text).toContain('you ask for no Department review');
    for (const part of ['CL-0', 'CL-3', 'Pays in part $250.50 By May 15, 2026', 'Needs information'])
      expect(text).toContain(part);
  });
});

describe('The plan’s answer, to the representative', () => {
  it('says what can be done about a claim for which it needs information', async () => {
    const answered = await open(`/complaints/${await anAnswered(MIXED)}`);
    expect(answered.text).toContain('For 1 claim the plan needs information, and it answers only once.');
    const without = await open(`/complaints/${await anAnswered([['pay'], ['uphold']])}`);
    expect(without.text).not.toContain('the plan needs information');
  });

  it('with a payment before the day of the answer, says that the plan says so, and promises nothing', async () => {
    const { text } = await open(
      `/complaints/${await anAnswered([['pay', '', '4/1/2026'], ['pay'], ['uphold']])}`,
    );
    expect(text).toContain('Says it paid on Apr 1, 2026');
    expect(text).toContain('By May 15, 2026');
    expect(text).not.toContain('By Apr 1, 2026');
  });
});

describe('The form that asks for a review', () => {
  it('names each answer that may be refused as a whole sentence', async () => {
    const { text } = await open(`/complaints/${await anAnswered(MIXED)}/moves/request-review`);
    for (const hint of [
      'Pays: $900.00 of $900.00 in dispute',
      'Pays in part: $250.50 of $900.00 in dispute',
      'Upheld: nothing of $900.00 in dispute',
      'Needs information: $900.00 in dispute',
    ])
      expect(text).toContain(hint);
  });
});
