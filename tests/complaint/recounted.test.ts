import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar } from '../../src/complaint/business-days.ts';
import { type Clock, type ClockContext, clocksFromLog } from '../../src/complaint/clocks.ts';
import type { LogEntry } from '../../src/complaint/log.ts';
import { CLOCK_KINDS, FIRST_POLICY } from '../../src/complaint/policy.ts';
import { type OrderTerms, type Recounted, recounted, writtenClock } from '../../src/complaint/recounted.ts';
import { anyDate, anyHolidays } from './support/arbitraries.ts';
import { anyLife, type Life } from './support/lives.ts';
import { on } from './support/reference.ts';

function context(
  { on: date }: Pick<Life, 'on'>,
  holidays: Parameters<typeof businessCalendar>[0] = [],
): ClockContext {
  return { on: date, policy: FIRST_POLICY, calendar: businessCalendar(holidays), isUrgent: false };
}

function withEntries(log: readonly LogEntry[], change: Recounted | null, date: LogEntry['on']): LogEntry[] {
  const entries = (change?.entries ?? []).map(({ move, facts }): LogEntry => ({ move, facts, on: date }));
  return [...log, ...entries];
}

const owed = (clocks: readonly Clock[]) => clocks.filter(({ endedOn }) => endedOn === null);

const anyOrder = fc.record({
  id: fc.constant('the order'),
  clock: fc.constantFrom(...CLOCK_KINDS),
  days: fc.integer({ min: 1, max: 180 }),
});

describe('Other holidays', () => {
  it('One more, in any life, never makes an owed deadline earlier, and the history tells of each that moved', () => {
    fc.assert(
      fc.property(anyLife, anyHolidays, anyDate, (life, holidays, extra) => {
        const written = clocksFromLog(life.log, context(life, holidays));
        const change = recounted(
          { kind: 'holidays' },
          { log: life.log, written: written.map(writtenClock) },
          context(life, [...holidays, extra]),
        );
        const before = new Map(owed(written).map(({ kind, dueOn }) => [kind, String(dueOn)]));
        const moved = owed(change?.clocks ?? []).filter(
          ({ kind, dueOn }) => before.has(kind) && before.get(kind) !== String(dueOn),
        );
        const told = (change?.entries ?? []).map(({ facts }) => facts);
        expect(told.map(({ clock }) => clock)).toEqual(moved.map(({ kind }) => kind));
        for (const { before: was = '', after = '' } of told) expect(after > was).toBe(true);
      }),
    );
  });

  it('Counted a second time, change nothing', () => {
    fc.assert(
      fc.property(anyLife, anyHolidays, anyDate, (life, holidays, extra) => {
        const terms = context(life, [...holidays, extra]);
        const written = clocksFromLog(life.log, context(life, holidays));
        const change = recounted(
          { kind: 'holidays' },
          { log: life.log, written: written.map(writtenClock) },
          terms,
        );
        const log = withEntries(life.log, change, life.on);
        expect(
          recounted(
            { kind: 'holidays' },
            { log, written: (change?.clocks ?? written).map(writtenClock) },
            terms,
          ),
        ).toBeNull();
      }),
    );
  });
});

describe('An order', () => {
  const termsOf = (life: Life, order: Pick<OrderTerms, 'id' | 'clock' | 'days'>): OrderTerms => ({
    ...order,
    fromOn: life.on.subtract({ days: 400 }),
    madeOn: life.on,
  });

  it('In any life, moves the deadlines of its kind that are owed by its days or a weekend more, and no other', () => {
    fc.assert(
      fc.property(anyLife, anyOrder, (life, terms) => {
        const order = termsOf(life, terms);
        const before = clocksFromLog(life.log, context(life));
        const change = recounted(
          { kind: 'order', order },
          { log: life.log, written: before.map(writtenClock) },
          context(life),
        );
        expect(change !== null).toBe(owed(before).some(({ kind }) => kind === order.clock));
        for (const { facts } of change?.entries ?? []) {
          expect(facts).toMatchObject({ order: order.id, clock: order.clock, days: order.days });
          const days = on(facts.before ?? '').until(facts.after ?? '').days;
          expect(days - order.days).toBeGreaterThanOrEqual(0);
          expect(days - order.days).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('And then its undoing, in any life, leaves every clock as it was', () => {
    fc.assert(
      fc.property(anyLife, anyOrder, (life, terms) => {
        const order = termsOf(life, terms);
        const before = clocksFromLog(life.log, context(life));
        const change = recounted(
          { kind: 'order', order },
          { log: life.log, written: before.map(writtenClock) },
          context(life),
        );
        fc.pre(change !== null);
        const moved = {
          log: withEntries(life.log, change, life.on),
          written: (change?.clocks ?? []).map(writtenClock),
        };
        const undone = recounted({ kind: 'undo', order }, moved, context(life));
        expect(undone?.clocks).toEqual(before);
        expect(clocksFromLog(withEntries(moved.log, undone, life.on), context(life))).toEqual(before);
      }),
    );
  });

  it('Applied a second time, or undone a second time, changes nothing', () => {
    fc.assert(
      fc.property(anyLife, anyOrder, (life, terms) => {
        const order = termsOf(life, terms);
        const count = (kind: 'order' | 'undo', log: LogEntry[]) =>
          recounted({ kind, order }, { log, written: [] }, context(life));
        const first = count('order', life.log);
        fc.pre(first !== null);
        const moved = withEntries(life.log, first, life.on);
        expect(count('order', moved)).toBeNull();
        const undone = withEntries(moved, count('undo', moved), life.on);
        expect(count('undo', undone)).toBeNull();
      }),
    );
  });

  const presented: LogEntry[] = [
    { move: 'submit', on: on('2026-04-01') },
    { move: 'present', on: on('2026-04-15') },
  ];
  const more = (fromOn: string, madeOn: string): OrderTerms => ({
    id: 'the order',
    clock: 'propose',
    days: 20,
    fromOn: on(fromOn),
    madeOn: on(madeOn),
  });
  const seenOn = (date: string) => ({ ...context({ on: on(date) }) });

  it('From a first day before a deadline ran out, moves it though it is over, and takes away the review that it opened', () => {
    const late = clocksFromLog(presented, seenOn('2026-05-20'));
    expect(late.find(({ kind }) => kind === 'request_review')?.endedOn).toBeNull();
    const order = more('2026-05-10', '2026-05-20');
    const change = recounted(
      { kind: 'order', order },
      { log: presented, written: late.map(writtenClock) },
      seenOn('2026-05-20'),
    );
    expect(change?.entries[0]?.facts).toMatchObject({ before: '2026-05-15', after: '2026-06-04' });
    expect(change?.clocks.find(({ kind }) => kind === 'propose')?.state).toBe('running');
    expect(owed(change?.clocks ?? []).map(({ kind }) => kind)).not.toContain('request_review');
    const log = withEntries(presented, change, on('2026-05-20'));
    const reviews = owed(clocksFromLog(log, seenOn('2026-06-05'))).filter(
      ({ kind }) => kind === 'request_review',
    );
    expect(reviews.map(({ startedOn }) => String(startedOn))).toEqual(['2026-06-04']);
  });

  it.each([
    ['what ran out before its first day', more('2026-05-16', '2026-05-20')],
    ['what began after it was made', more('2026-04-01', '2026-04-14')],
  ])('Leaves %s as it is', (_what, order) => {
    expect(
      recounted({ kind: 'order', order }, { log: presented, written: [] }, seenOn('2026-05-20')),
    ).toBeNull();
  });
});
