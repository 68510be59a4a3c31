import { describe, expect, it } from 'vitest';
import { type ClockTerms, deadline } from '../../src/complaint/clock-length.ts';
import { type Clock, clocksFromLog, currentDue } from '../../src/complaint/clocks.ts';
import type { Move } from '../../src/complaint/lifecycle.ts';
import { FIRST_POLICY } from '../../src/complaint/policy.ts';
import { endOfDay } from '../../src/platform/dates.ts';
import { on, STATE_CALENDAR } from './support/reference.ts';
import { dateCell, vectors } from './support/vectors.ts';

const TERMS: ClockTerms = { policy: FIRST_POLICY, calendar: STATE_CALENDAR, isUrgent: false };
const URGENT: ClockTerms = { ...TERMS, isUrgent: true };

type Log = readonly (readonly [Move, string])[];

/** The clocks of a log as texts, seen from a date: "present met 2026-04-01–2026-04-15, ended 2026-04-10". */
function seen(log: Log, from: string, terms = TERMS): string[] {
  return clocksOf(log, from, terms).map((clock) => {
    const end = clock.endedOn === null ? '' : `, ended ${clock.endedOn}`;
    return `${clock.kind} ${clock.state} ${clock.startedOn}–${clock.dueOn}${end}`;
  });
}

function clocksOf(log: Log, from: string, terms = TERMS): Clock[] {
  const entries = log.map(([move, date]) => ({ move, on: on(date) }));
  return clocksFromLog(entries, { ...terms, on: on(from) });
}

function dueOf(log: Log, from: string, terms = TERMS): string {
  const due = currentDue(clocksOf(log, from, terms));
  return due ? `${due.kind} by ${due.owner} until ${due.dueOn}` : 'nothing';
}

describe('Deadlines by the vectors of the trade', () => {
  const cases = vectors('clocks').map((row) => ({ submitted: String(dateCell(row, 'submitted')), row }));

  it.each(cases)('filed on $submitted, every clock ends on its date', ({ row }) => {
    const submitted = dateCell(row, 'submitted');
    const present = deadline('present', submitted, TERMS);
    const propose = deadline('propose', present, TERMS);
    const requestReview = deadline('request_review', propose, TERMS);
    const information = deadline('review_information', requestReview, TERMS);
    const reckoned = {
      first_reply_urgent: deadline('first_reply', submitted, URGENT),
      first_reply: deadline('first_reply', submitted, TERMS),
      present_to_mco: present,
      presented_on_that_day_then_proposal_due: propose,
      with_extension: deadline('extension', propose, TERMS),
      review_to_be_requested_by: requestReview,
      information_by: information,
      decision_by: deadline('decide', information, TERMS),
    };
    const { submitted: _, ...expected } = row;
    expect(Object.fromEntries(Object.entries(reckoned).map(([name, date]) => [name, String(date)]))).toEqual(
      expected,
    );
  });

  it.each(cases)(
    'filed on $submitted, the log gives the same dates as the lengths alone',
    ({ submitted, row }) => {
      const presentedOn = String(dateCell(row, 'present_to_mco'));
      const proposalDue = dateCell(row, 'presented_on_that_day_then_proposal_due');
      expect(dueOf([['submit', submitted]], submitted)).toBe(`present by hfs until ${presentedOn}`);
      expect(
        dueOf(
          [
            ['submit', submitted],
            ['present', presentedOn],
          ],
          presentedOn,
        ),
      ).toBe(`propose by plan until ${proposalDue}`);
    },
  );

  it('an urgent complaint, wherever it differs, has the shorter clocks in business days', () => {
    expect(String(deadline('propose', on('2026-11-20'), URGENT))).toBe('2026-12-01');
    expect(String(deadline('acknowledge', on('2026-11-20'), URGENT))).toBe('2026-11-23');
    expect(String(deadline('present', on('2026-11-20'), URGENT))).toBe('2026-12-08');
  });

  it('a deadline, on its date, ends with the last second of the day in Chicago', () => {
    expect(String(endOfDay(on('2026-07-01')))).toBe('2026-07-02T04:59:59Z');
    expect(String(endOfDay(on('2026-12-01')))).toBe('2026-12-02T05:59:59Z');
  });
});

describe('An ordinary life', () => {
  const log = [
    ['submit', '2026-04-01'],
    ['assign', '2026-04-02'],
    ['present', '2026-04-10'],
    ['propose', '2026-05-08'],
    ['close', '2026-05-12'],
  ] as const;

  it('filed, and with HFS: both of its clocks run, and presenting is due first', () => {
    expect(seen(log.slice(0, 2), '2026-04-05')).toEqual([
      'first_reply running 2026-04-01–2026-04-22',
      'present running 2026-04-01–2026-04-15',
    ]);
    expect(dueOf(log.slice(0, 2), '2026-04-05')).toBe('present by hfs until 2026-04-15');
  });

  it('presented: it is the first reply as well, and the plan’s clock runs from that day', () => {
    expect(seen(log.slice(0, 3), '2026-04-10')).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-10',
      'present met 2026-04-01–2026-04-15, ended 2026-04-10',
      'propose running 2026-04-10–2026-05-10',
    ]);
  });

  it('proposed and closed: what was met stays met, and nothing is owed any more', () => {
    expect(seen(log, '2026-06-01')).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-10',
      'present met 2026-04-01–2026-04-15, ended 2026-04-10',
      'propose met 2026-04-10–2026-05-10, ended 2026-05-08',
    ]);
    expect(dueOf(log, '2026-06-01')).toBe('nothing');
  });

  it('urgent: the first reply is due before presenting', () => {
    expect(dueOf(log.slice(0, 1), '2026-04-01', URGENT)).toBe('first_reply by hfs until 2026-04-03');
  });
});

describe('A clock that runs out', () => {
  it('on its last day is in time, the day after is missed, and is owed all the same', () => {
    const log = [['submit', '2026-04-01']] as const;
    expect(seen(log, '2026-04-15')).toContain('present running 2026-04-01–2026-04-15');
    expect(seen(log, '2026-04-16')).toContain('present missed 2026-04-01–2026-04-15');
    expect(dueOf(log, '2026-04-16')).toBe('present by hfs until 2026-04-15');
  });

  it('done on its last day is met, done a day later is missed and owed no longer', () => {
    const presentedOn = (date: string) =>
      seen(
        [
          ['submit', '2026-04-01'],
          ['present', date],
        ],
        '2026-05-01',
      )[1];
    expect(presentedOn('2026-04-15')).toBe('present met 2026-04-01–2026-04-15, ended 2026-04-15');
    expect(presentedOn('2026-04-16')).toBe('present missed 2026-04-01–2026-04-15, ended 2026-04-16');
  });

  it('missed by the plan stays missed after its late proposal', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-10'],
      ['propose', '2026-05-11'],
    ];
    expect(seen(log, '2026-05-20')[2]).toBe('propose missed 2026-04-10–2026-05-10, ended 2026-05-11');
  });
});

describe('A return for information', () => {
  const returned: Log = [
    ['submit', '2026-04-01'],
    ['return', '2026-04-06'],
  ];

  it('is the first reply, stops what else HFS owes, and starts the representative’s clock', () => {
    expect(seen(returned, '2026-04-07')).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-06',
      'present stopped 2026-04-01–2026-04-15, ended 2026-04-06',
      'resubmit running 2026-04-06–2026-04-20',
    ]);
    expect(dueOf(returned, '2026-04-07')).toBe('resubmit by representative until 2026-04-20');
  });

  it('answered 8 business days later, leaves HFS the 7 business days it had left', () => {
    const log: Log = [...returned, ['resubmit', '2026-04-16']];
    expect(seen(log, '2026-04-16')).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-06',
      'present running 2026-04-01–2026-04-27',
      'resubmit met 2026-04-06–2026-04-20, ended 2026-04-16',
    ]);
  });

  it('answered the same day, moves no deadline', () => {
    const log: Log = [...returned, ['resubmit', '2026-04-06']];
    expect(dueOf(log, '2026-04-06')).toBe('present by hfs until 2026-04-15');
  });

  it('made twice on one day, has one clock of the representative, which runs', () => {
    const log: Log = [...returned, ['resubmit', '2026-04-06'], ['return', '2026-04-06']];
    expect(seen(log, '2026-04-06').filter((text) => text.startsWith('resubmit'))).toEqual([
      'resubmit running 2026-04-06–2026-04-20',
    ]);
  });

  it('made twice on different days, has a clock of the representative for each', () => {
    const log: Log = [...returned, ['resubmit', '2026-04-07'], ['return', '2026-04-08']];
    expect(seen(log, '2026-04-09')).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-06',
      'present stopped 2026-04-01–2026-04-16, ended 2026-04-08',
      'resubmit met 2026-04-06–2026-04-20, ended 2026-04-07',
      'resubmit running 2026-04-08–2026-04-22',
    ]);
  });

  it('on the last day of presenting, and answered on a Saturday, leaves HFS until Monday', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['return', '2026-04-15'],
      ['resubmit', '2026-04-18'],
    ];
    expect(dueOf(log, '2026-04-18')).toBe('present by hfs until 2026-04-20');
  });

  it('made after HFS had missed its clock, stops it and does not heal it', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['return', '2026-04-20'],
    ];
    expect(seen(log, '2026-04-21')[1]).toBe('present missed 2026-04-01–2026-04-15, ended 2026-04-20');
    expect(dueOf(log, '2026-04-21')).toBe('resubmit by representative until 2026-05-04');
    const answered: Log = [...log, ['resubmit', '2026-04-22']];
    expect(dueOf(answered, '2026-04-22')).toBe('present by hfs until 2026-04-15');
  });

  it('never answered, and closed as incomplete, was missed by the representative', () => {
    const log: Log = [...returned, ['close', '2026-04-21']];
    expect(seen(log, '2026-04-30')).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-06',
      'present ended 2026-04-01–2026-04-15, ended 2026-04-06',
      'resubmit missed 2026-04-06–2026-04-20, ended 2026-04-21',
    ]);
  });
});

describe('Closing, withdrawing and reopening', () => {
  it('closed at once, at intake: the closing is the first reply, and presenting is owed no longer', () => {
    expect(
      seen(
        [
          ['submit', '2026-04-01'],
          ['close', '2026-04-03'],
        ],
        '2026-05-30',
      ),
    ).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-03',
      'present ended 2026-04-01–2026-04-15, ended 2026-04-03',
    ]);
  });

  it('withdrawn before HFS replied: nothing was met, and nothing was missed', () => {
    expect(
      seen(
        [
          ['submit', '2026-04-01'],
          ['withdraw', '2026-04-03'],
        ],
        '2026-05-30',
      ),
    ).toEqual([
      'first_reply ended 2026-04-01–2026-04-22, ended 2026-04-03',
      'present ended 2026-04-01–2026-04-15, ended 2026-04-03',
    ]);
  });

  it('reopened after a month: what ran goes on with the days it had left', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['close', '2026-04-06'],
      ['reopen', '2026-05-06'],
    ];
    expect(seen(log, '2026-05-06')).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-06',
      'present running 2026-04-01–2026-05-15',
    ]);
  });

  it('reopened on the day it was closed: no deadline moves', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['close', '2026-04-06'],
      ['reopen', '2026-04-06'],
    ];
    expect(dueOf(log, '2026-04-06')).toBe('present by hfs until 2026-04-15');
  });

  it('closed while it was returned, then reopened: HFS still waits, and the representative’s clock goes on', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['return', '2026-04-06'],
      ['close', '2026-04-08'],
      ['reopen', '2026-04-10'],
    ];
    expect(seen(log, '2026-04-10').slice(1)).toEqual([
      'present stopped 2026-04-01–2026-04-15, ended 2026-04-06',
      'resubmit running 2026-04-06–2026-04-22',
    ]);
  });

  it('closed with the plan, then reopened: the plan has the calendar days it had left', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-10'],
      ['withdraw', '2026-04-20'],
      ['reopen', '2026-05-01'],
    ];
    expect(dueOf(log, '2026-05-01')).toBe('propose by plan until 2026-05-21');
  });

  it('closed too late, then reopened: the clock comes back as missed as it was', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['withdraw', '2026-04-17'],
      ['reopen', '2026-04-20'],
    ];
    expect(seen(log, '2026-04-20')[1]).toBe('present missed 2026-04-01–2026-04-15');
  });
});

describe('Without a log', () => {
  it('a draft, on any day, owes nothing', () => {
    expect(clocksOf([], '2026-04-01')).toEqual([]);
    expect(dueOf([], '2026-04-01')).toBe('nothing');
  });
});
