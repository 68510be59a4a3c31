import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock.ts';
import { formatDate } from '../../src/platform/dates.ts';
import { vectors } from '../complaint/support/vectors.ts';
import { testApp } from '../support/app.ts';
import { asOwner } from '../support/database.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { A_DISPUTE, CERTIFICATION, type DraftWalk, dateFields, walkThrough } from './walk.ts';

const app = testApp();
let visitor: Visitor;
let walk: DraftWalk;

/** The clock then goes back, and nobody is signed out by that. */
const SIGNED_IN_AT = '2026-12-31T18:00:00Z';

beforeAll(async () => {
  setClock(Temporal.Instant.from(SIGNED_IN_AT));
  visitor = await app.signInAs(await aRepresentative());
  const { screening, plan, topic } = A_DISPUTE;
  walk = await walkThrough(visitor, { screening, plan, topic });
});
afterAll(() => setClock(null));

const words = (date: string) => formatDate(Temporal.PlainDate.from(date));

async function review(filedOn: string, answeredOn: string, on: string) {
  setClock(
    Temporal.PlainDate.from(on)
      .toZonedDateTime({ timeZone: 'America/Chicago', plainTime: '23:30' })
      .toInstant(),
  );
  const answered = answeredOn
    ? { isAnswered: 'yes', answer: 'Upheld.', ...dateFields('answeredOn', answeredOn) }
    : { isAnswered: 'no' };
  return walk.answer('prior-review', {
    ...A_DISPUTE['prior-review'],
    ...dateFields('filedOn', filedOn),
    ...answered,
  });
}

describe('The filing window on the pages, by the truth table of the trade', () => {
  it.each(vectors('filing-window'))(
    'Filed with the plan on $filed_with_mco, answered "$mco_answered", on $today: $verdict',
    async ({ filed_with_mco = '', mco_answered = '', today = '', verdict, earliest = '', latest = '' }) => {
      const answer = await review(filed_with_mco, mco_answered, today);
      expect(answer.status).toBe(303);
      const next = await visitor.follow(answer);
      expect(next.text).toContain(words(latest));
      if (verdict === 'too_early') {
        expect(answer.location).toBe(walk.href('too-early'));
        expect(next.text).toContain(`You can file from ${words(earliest)}`);
        expect(next.text).toContain('Nothing was filed. Your draft is kept');
        return;
      }
      if (verdict === 'too_late') {
        expect(answer.location).toBe(walk.href('too-late'));
        expect(next.text).toContain('Where else to go');
        return;
      }
      expect(answer.location).toBe(`${walk.href('claims')}?after=prior-review`);
      expect(next.text.includes('HFS will look at the dates')).toBe(verdict === 'open_late_after_answer');
    },
  );
});

describe('A dispute outside of its window', () => {
  it('can be filled in before the first day, is not filed, and is filed on that day', async () => {
    const early = await review('2026-09-20', '', '2026-10-05');
    expect(early.location).toBe(walk.href('too-early'));
    await walk.answer('claims', A_DISPUTE.claims);
    await walk.answer('story', A_DISPUTE.story);
    expect((await walk.get('certify')).location).toBe(walk.href('check'));
    const check = await walk.get('check');
    expect(check.text).toContain('This complaint cannot be filed yet');
    const forced = await visitor.post(walk.href('certify'), { version: '99', ...CERTIFICATION });
    expect(forced.status).toBe(303);
    expect(await countFiled()).toBe(0);

    setClock(Temporal.Instant.from('2026-10-20T15:00:00Z'));
    expect((await walk.get('too-early')).location).toBe(walk.href('check'));
    const filed = await walk.answer('certify', CERTIFICATION);
    expect(filed.location).toMatch(/filed$/);
    expect(await countFiled()).toBe(1);
  });

  it('tells a date in the future from one that is too early', async () => {
    const { screening, plan, topic } = A_DISPUTE;
    walk = await walkThrough(visitor, { screening, plan, topic });
    const answer = await review('2026-10-21', '', '2026-10-20');
    expect(answer.status).toBe(422);
    expect(answer.errors).toEqual(['Enter a date that is not in the future']);
    expect(answer.$('#filedOn-day').attr('value')).toBe('21');
  });

  it('says on the list of drafts from when it can be filed', async () => {
    await review('2026-10-10', '', '2026-10-20');
    expect((await visitor.get('/complaints')).text).toContain('You can file it from November 9, 2026.');
  });
});

async function countFiled(): Promise<number> {
  const { rows } = await asOwner(app.ownerUrl(), 'SELECT count(number)::int AS count FROM complaint');
  return rows[0].count;
}
