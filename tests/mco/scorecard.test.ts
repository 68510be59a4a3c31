import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { quartersUntil } from '../../src/mco/scorecard/scorecard.ts';
import { setClock } from '../../src/platform/clock.ts';
import { putManyComplaints } from '../casework/many-complaints.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aDispute, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { aLiaison } from '../support/personas.ts';
import type { Page } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let plan: Actor;

/** The clock stands at noon in Chicago. */
function on(day: string): void {
  setClock(Temporal.Instant.from(`${day}T18:00:00Z`));
}

afterEach(() => setClock(null));

beforeAll(async () => {
  on('2026-02-02');
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  plan = actor(cast.liaison);
  const present = () => aPresentedComplaint(filer, staff);
  const propose = ({ complaintId, version }: Performed, position: 'overturned' | 'upheld') =>
    perform('propose', complaintId, plan, { version, ...aProposal(position) });
  const [early, extended, late, never] = [await present(), await present(), await present(), await present()];
  await aPresentedComplaint(filer, staff, {
    ...aDispute({
      priorReview: {
        filedOn: '2025-12-24',
        noTrackingNumber: { askedOn: '2025-12-24', askedWhom: 'Provider services' },
      },
    }),
    mcoCode: 'BCCHP',
  });
  on('2026-02-03');
  const acknowledged = await perform('acknowledge', early.complaintId, plan, {
    version: early.version,
    contact: 'Lars Fir',
  });
  on('2026-02-12');
  const paying = await propose({ ...early, version: acknowledged.version }, 'overturned');
  const asked = await perform('request-extension', extended.complaintId, plan, {
    version: extended.version,
    words: 'The records are with a vendor.',
  });
  on('2026-02-20');
  await perform('confirm-payment', early.complaintId, plan, {
    version: paying.version,
    amount: 12_000,
    paidOn: Temporal.PlainDate.from('2026-02-19'),
    paymentMethod: 'eft',
    trace: '0912',
  });
  await propose({ ...extended, version: asked.version }, 'upheld');
  const words = 'Our own records are late.';
  await perform('request-extension', never.complaintId, filer, { version: never.version, words });
  on('2026-03-20');
  await propose(late, 'upheld');
  on('2026-05-04');
  await aPresentedComplaint(filer, staff, aDispute());
});

/** The figures of a measure, by quarter and together. */
function figures(page: Page, measure: string): string[] {
  const row = page
    .$('tbody tr')
    .filter((_index, each) => page.$(each).find('th').text().trim().startsWith(measure));
  return row
    .find('td')
    .toArray()
    .map((cell) => page.$(cell).text().trim());
}

describe('The quarters of a scorecard', () => {
  it.each([
    ['2026-11-24', ['2026-04-01', '2026-07-01', '2026-10-01']],
    ['2026-01-01', ['2025-07-01', '2025-10-01', '2026-01-01']],
    ['2026-03-31', ['2025-07-01', '2025-10-01', '2026-01-01']],
  ])('up to %s begin on %j', (day, firsts) => {
    expect(quartersUntil(Temporal.PlainDate.from(day), 3).map(String)).toEqual(firsts);
  });
});

describe('The scorecard of a plan', () => {
  it.each([
    ['Presented', ['4', '1', '5']],
    ['Answered in time', ['2', '0', '2']],
    ['Answered late', ['1', '0', '1']],
    ['Overdue', ['1', '0', '1']],
    ['Not yet due', ['0', '1', '1']],
    ['Ended without your answer', ['0', '0', '0']],
    ['Median days', ['18', '–', '18']],
    ['Acknowledged in time', ['1 of 4', '–', '1 of 4']],
    ['Extensions asked', ['1', '0', '1']],
    ['Proposed to pay', ['$120.50', '$0.00', '$120.50']],
    ['Confirmed as paid', ['$120.00', '$0.00', '$120.00']],
    ['Decided for the provider', ['0', '0', '0']],
    ['Without a tracking number', ['0', '0', '0']],
  ])('says of %s, quarter by quarter and together: %j', async (measure, expected) => {
    on('2026-05-05');
    const liaison = await app.signInAs(cast.liaison);
    expect(figures(await liaison.get('/mco/scorecard'), measure)).toEqual(expected);
  });

  it('counts every complaint once: what came after presenting adds up to what was presented', async () => {
    on('2026-05-05');
    const third = await aLiaison({ mcoCode: 'AETNA' });
    const given = { ...aDispute(), mcoCode: 'AETNA' };
    const [back, closed, missed] = [
      await aPresentedComplaint(filer, staff, given),
      await aPresentedComplaint(filer, staff, given),
      await aPresentedComplaint(filer, staff, given),
    ];
    const words = 'Another plan’s member.';
    await perform('not-ours', back.complaintId, actor(third), { version: back.version, words });
    await perform('withdraw', closed.complaintId, filer, { version: closed.version });
    on('2026-06-10');
    await perform('withdraw', missed.complaintId, filer, { version: missed.version });
    await aPresentedComplaint(filer, staff, { ...aDispute(), mcoCode: 'AETNA' });
    const page = await (await app.signInAs(third)).get('/mco/scorecard');
    const together = (measure: string) => Number(figures(page, measure).at(-1));
    expect(together('Presented')).toBe(4);
    const parts = ['Answered in time', 'Answered late', 'Overdue', 'Not yet due', 'Ended without'];
    expect(parts.map(together)).toEqual([0, 0, 1, 1, 2]);
  });

  it('holds nothing of another plan, and of a plan without complaints says so', async () => {
    on('2026-05-05');
    const other = await app.signInAs(cast['other liaison']);
    const page = await other.get('/mco/scorecard');
    expect(page.text).toContain('Blue Cross Community');
    expect(figures(page, 'Presented').at(-1)).toBe('1');
    expect(figures(page, 'Without a tracking number').at(-1)).toBe('1');
    const none = await app.signInAs(await aLiaison({ mcoCode: 'HUMANA' }));
    expect((await none.get('/mco/scorecard')).text).toContain('No complaint was presented to your plan yet.');
  });

  it('is for liaisons alone', async () => {
    const analyst = await app.signInAs(cast.analyst);
    expect((await analyst.get('/mco/scorecard')).status).toBe(403);
  });

  it('of thousands of complaints is there within a second', async () => {
    setClock(null);
    await putManyComplaints(app.ownerUrl(), {
      filer: cast.representative,
      count: 20_000,
      assigneeId: cast.analyst.id,
    });
    const liaison = await app.signInAs(cast.liaison);
    await liaison.get('/mco/scorecard');
    const before = performance.now();
    const page = await liaison.get('/mco/scorecard');
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(Number(figures(page, 'Presented').at(-1)?.replace(',', ''))).toBeGreaterThan(1_000);
  });
});
