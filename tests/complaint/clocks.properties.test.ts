import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, businessCalendar } from '../../src/complaint/business-days.ts';
import { deadline } from '../../src/complaint/clock-length.ts';
import { type Clock, clocksFromLog, currentDue } from '../../src/complaint/clocks.ts';
import type { LogEntry } from '../../src/complaint/log.ts';
import { CLOCK_KINDS, FIRST_POLICY } from '../../src/complaint/policy.ts';
import { holderOf } from '../../src/complaint/status.ts';
import { isBefore } from '../../src/platform/dates.ts';
import { anyDate, anyHolidays, isInOrder } from './support/arbitraries.ts';
import { anyLife } from './support/lives.ts';
import { STATE_CALENDAR } from './support/reference.ts';

function clocks(
  log: LogEntry[],
  on: Temporal.PlainDate,
  calendar: BusinessCalendar,
  isUrgent = false,
): Clock[] {
  return clocksFromLog(log, { policy: FIRST_POLICY, calendar, isUrgent, on });
}

const STARTED_BY_TIME: readonly Clock['kind'][] = ['request_review', 'decide'];
const keyOf = (clock: Clock) => `${clock.kind} ${clock.startedOn}`;

describe('Properties of deadlines', () => {
  it('one holiday more, wherever it lies, never makes a deadline of any kind earlier', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOCK_KINDS),
        anyDate,
        fc.boolean(),
        anyHolidays,
        anyDate,
        (kind, start, isUrgent, holidays, extra) => {
          const terms = { policy: FIRST_POLICY, isUrgent };
          const before = deadline(kind, start, { ...terms, calendar: businessCalendar(holidays) });
          const after = deadline(kind, start, { ...terms, calendar: businessCalendar([...holidays, extra]) });
          expect(isInOrder(before, after)).toBe(true);
        },
      ),
    );
  });

  it('urgent, as against not, never gives a later deadline in the State’s calendar', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOCK_KINDS), anyDate, (kind, start) => {
        const terms = { policy: FIRST_POLICY, calendar: STATE_CALENDAR };
        const urgent = deadline(kind, start, { ...terms, isUrgent: true });
        expect(isInOrder(urgent, deadline(kind, start, { ...terms, isUrgent: false }))).toBe(true);
      }),
    );
  });
});

describe('Properties of the clocks of any possible life', () => {
  it('one holiday more, in any life, never makes a deadline earlier', () => {
    fc.assert(
      fc.property(anyLife, anyHolidays, anyDate, fc.boolean(), ({ log, on }, holidays, extra, isUrgent) => {
        const before = clocks(log, on, businessCalendar(holidays), isUrgent);
        const after = new Map(
          clocks(log, on, businessCalendar([...holidays, extra]), isUrgent).map((each) => [
            keyOf(each),
            each,
          ]),
        );
        for (const clock of before) {
          const then = after.get(keyOf(clock));
          // What starts when another clock runs out starts later with it, or not at all.
          if (!then && STARTED_BY_TIME.includes(clock.kind)) continue;
          expect(isInOrder(clock.dueOn, then?.dueOn ?? clock.startedOn)).toBe(true);
        }
      }),
    );
  });

  it('a return answered, or a closing reopened, on the same day changes no other clock', () => {
    const detour = { submitted: ['return', 'resubmit'], open: ['close', 'reopen'] } as const;
    fc.assert(
      fc.property(anyLife, anyHolidays, ({ log, status, on }, holidays) => {
        fc.pre(status !== 'draft' && status !== 'closed');
        const calendar = businessCalendar(holidays);
        const moves = status === 'submitted' ? detour.submitted : detour.open;
        fc.pre(
          !clocks(log, on, calendar).some(
            ({ owner, state }) => owner === 'representative' && state === 'missed',
          ),
        );
        const detoured = [...log, ...moves.map((move) => ({ move, on }))];
        const owed = (all: Clock[]) =>
          all.filter((clock) => clock.endedOn === null && clock.kind !== 'first_reply');
        expect(owed(clocks(detoured, on, calendar))).toEqual(owed(clocks(log, on, calendar)));
      }),
    );
  });

  it('assigning, at any time in any life, changes no clock', () => {
    fc.assert(
      fc.property(anyLife, ({ log, on }) => {
        const calendar = businessCalendar([]);
        const unassigned = log.filter(({ move }) => move !== 'assign');
        expect(clocks(log, on, calendar)).toEqual(clocks(unassigned, on, calendar));
      }),
    );
  });

  it('the first clock owed, in any life, is owed by whoever holds the complaint', () => {
    fc.assert(
      fc.property(anyLife, ({ log, status, on }) => {
        const due = currentDue(clocks(log, on, businessCalendar([])), status);
        if (due !== null) expect(due.owner).toBe(holderOf(status, due.owner));
        const isOpen = status !== 'draft' && status !== 'closed';
        expect(due !== null).toBe(isOpen);
      }),
    );
  });

  it('no two clocks, in any life, are of one kind and begin on one day', () => {
    fc.assert(
      fc.property(anyLife, ({ log, on }) => {
        const keys = clocks(log, on, businessCalendar([])).map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('as days go by without a move, a clock at most turns from running to missed, and stays so', () => {
    fc.assert(
      fc.property(anyLife, fc.nat(60), ({ log, on }, days) => {
        const calendar = businessCalendar([]);
        const later = clocks(log, on.add({ days }), calendar);
        for (const [place, clock] of clocks(log, on, calendar).entries()) {
          const then = later[place];
          const isRunOut = clock.state === 'running' && isBefore(clock.dueOn, on.add({ days }));
          // What both sides may send is waited for until its last day, and no longer.
          const isOver = isRunOut && clock.kind === 'review_information';
          const endedOn = isOver ? clock.dueOn : clock.endedOn;
          expect(then).toEqual({ ...clock, endedOn, state: isRunOut ? 'missed' : clock.state });
        }
      }),
    );
  });

  it('what was met was met in time, and what ended was not overdue', () => {
    fc.assert(
      fc.property(anyLife, ({ log, on }) => {
        const settled = clocks(log, on, businessCalendar([])).filter(
          ({ state }) => state === 'met' || state === 'ended',
        );
        for (const clock of settled) expect(isInOrder(clock.endedOn ?? on, clock.dueOn)).toBe(true);
      }),
    );
  });
});
