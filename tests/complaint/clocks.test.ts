import { describe, expect, it } from 'vitest';
import { type ClockTerms, deadline } from '../../src/complaint/clock-length.ts';
import { type Clock, clocksFromLog, currentDue } from '../../src/complaint/clocks.ts';
import { MOVES, type Move, statusAfter } from '../../src/complaint/lifecycle.ts';
import type { LogEntry, Maker } from '../../src/complaint/log.ts';
import { FIRST_POLICY } from '../../src/complaint/policy.ts';
import type { Status } from '../../src/complaint/status.ts';
import { endOfDay } from '../../src/platform/dates.ts';
import { on, STATE_CALENDAR } from './support/reference.ts';
import { dateCell, vectors } from './support/vectors.ts';

const TERMS: ClockTerms = { policy: FIRST_POLICY, calendar: STATE_CALENDAR, isUrgent: false };
const URGENT: ClockTerms = { ...TERMS, isUrgent: true };

/** A move, its date, and whose it is where that matters. */
type Log = readonly (readonly [Move, string, Maker?])[];

/** The clocks of a log as texts, seen from a date: "present met 2026-04-01–2026-04-15, ended 2026-04-10". */
function seen(log: Log, from: string, terms = TERMS): string[] {
  return clocksOf(log, from, terms).map((clock) => {
    const end = clock.endedOn === null ? '' : `, ended ${clock.endedOn}`;
    return `${clock.kind} ${clock.state} ${clock.startedOn}–${clock.dueOn}${end}`;
  });
}

function clocksOf(log: Log, from: string, terms = TERMS): Clock[] {
  const entries = log.map(([move, date, by]) => ({ move, on: on(date), ...(by ? { by } : {}) }));
  return clocksFromLog(entries, { ...terms, on: on(from) });
}

/** Where a log has brought a complaint. */
function statusOf(log: Log): Status {
  return log.reduce<{ status: Status; previous: Status | null }>(
    ({ status, previous }, [move]) => {
      const next = statusAfter(MOVES[move], status, previous);
      return { status: next, previous: next === 'closed' ? status : previous };
    },
    { status: 'draft', previous: null },
  ).status;
}

function dueOf(log: Log, from: string, terms = TERMS): string {
  const due = currentDue(clocksOf(log, from, terms), statusOf(log));
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

  it.each(cases)('filed on $submitted, a whole life gives the same dates', ({ submitted, row }) => {
    const date = (column: string) => String(dateCell(row, column));
    const presented = date('present_to_mco');
    const log: Log = [
      ['submit', submitted],
      ['present', presented],
      ['acknowledge', presented],
    ];
    expect(dueOf(log.slice(0, 1), submitted)).toBe(`present by hfs until ${presented}`);
    const proposalDue = date('presented_on_that_day_then_proposal_due');
    expect(dueOf(log, presented)).toBe(`propose by plan until ${proposalDue}`);
    const extended: Log = [...log, ['request-extension', presented, 'plan'], ['grant-extension', presented]];
    expect(dueOf(extended, presented)).toBe(`propose by plan until ${date('with_extension')}`);
    const dayAfter = String(dateCell(row, 'presented_on_that_day_then_proposal_due').add({ days: 1 }));
    const reviewBy = date('review_to_be_requested_by');
    expect(seen(log, dayAfter)).toContain(`request_review running ${proposalDue}–${reviewBy}`);
    const reviewed: Log = [...log, ['request-review', reviewBy]];
    const informationBy = date('information_by');
    expect(dueOf(reviewed, reviewBy)).toBe(`review_information by both until ${informationBy}`);
    const dayAfterAll = String(dateCell(row, 'information_by').add({ days: 1 }));
    expect(dueOf(reviewed, dayAfterAll)).toBe(`decide by hfs until ${date('decision_by')}`);
  });

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
    ['acknowledge', '2026-04-13'],
    ['propose', '2026-05-08'],
    ['accept', '2026-05-12'],
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
      'acknowledge running 2026-04-10–2026-04-14',
      'propose running 2026-04-10–2026-05-10',
    ]);
  });

  it('proposed and accepted: what was met stays met, and nothing is owed any more', () => {
    expect(seen(log, '2026-06-01')).toEqual([
      'first_reply met 2026-04-01–2026-04-22, ended 2026-04-10',
      'present met 2026-04-01–2026-04-15, ended 2026-04-10',
      'acknowledge met 2026-04-10–2026-04-14, ended 2026-04-13',
      'propose met 2026-04-10–2026-05-10, ended 2026-05-08',
      'request_review met 2026-05-08–2026-06-07, ended 2026-05-12',
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
    expect(seen(log, '2026-05-20')).toContain('propose missed 2026-04-10–2026-05-10, ended 2026-05-11');
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
      ['acknowledge', '2026-04-10'],
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

describe('An extension', () => {
  const log: Log = [
    ['submit', '2026-04-01'],
    ['present', '2026-04-10'],
    ['acknowledge', '2026-04-10'],
  ];

  it('adds its days to the last day, on whatever day it is granted', () => {
    const granted: Log = [
      ...log,
      ['request-extension', '2026-05-09', 'plan'],
      ['grant-extension', '2026-05-10'],
    ];
    expect(dueOf(granted, '2026-05-10')).toBe('propose by plan until 2026-06-09');
  });

  it('granted after the time has run out, heals it, and there is no review to ask for any more', () => {
    const granted: Log = [
      ...log,
      ['request-extension', '2026-05-10', 'plan'],
      ['grant-extension', '2026-05-12'],
    ];
    expect(seen(granted, '2026-05-12').slice(3)).toEqual([
      'propose running 2026-04-10–2026-06-09',
      'request_review ended 2026-05-10–2026-06-09, ended 2026-05-12',
    ]);
  });

  it('refused, changes nothing', () => {
    const refused: Log = [
      ...log,
      ['request-extension', '2026-05-01', 'filer'],
      ['refuse-extension', '2026-05-02'],
    ];
    expect(seen(refused, '2026-05-03')).toEqual(seen(log, '2026-05-03'));
  });

  it('survives that the complaint is closed and reopened', () => {
    const reopened: Log = [
      ...log,
      ['grant-extension', '2026-05-01'],
      ['close', '2026-05-02'],
      ['reopen', '2026-05-12'],
    ];
    expect(dueOf(reopened, '2026-05-12')).toBe('propose by plan until 2026-06-19');
  });

  it('of an urgent complaint ends on a business day', () => {
    const granted: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-02'],
      ['acknowledge', '2026-04-02'],
      ['grant-extension', '2026-04-03'],
    ];
    expect(dueOf(granted, '2026-04-03', URGENT)).toBe('propose by plan until 2026-05-11');
  });
});

describe('A Department review', () => {
  const reviewed: Log = [
    ['submit', '2026-04-01'],
    ['present', '2026-04-10'],
    ['propose', '2026-05-08'],
    ['request-review', '2026-05-20'],
  ];

  it('gives both sides their time, and HFS nothing to decide yet', () => {
    expect(dueOf(reviewed, '2026-05-20')).toBe('review_information by both until 2026-06-19');
  });

  it('is not to be decided while one side may still send something', () => {
    const half: Log = [...reviewed, ['inform', '2026-05-25', 'filer'], ['inform', '2026-05-26', 'filer']];
    expect(dueOf(half, '2026-05-26')).toBe('review_information by plan until 2026-06-19');
  });

  it('is to be decided from the day on which the second side has sent everything', () => {
    const whole: Log = [...reviewed, ['inform', '2026-05-25', 'filer'], ['inform', '2026-06-01', 'plan']];
    expect(seen(whole, '2026-06-02').slice(-2)).toEqual([
      'review_information met 2026-05-20–2026-06-19, ended 2026-06-01',
      'decide running 2026-06-01–2026-07-01',
    ]);
  });

  it('is decided on what is there, once the time for information has run out', () => {
    const decided: Log = [...reviewed, ['inform', '2026-05-25', 'plan'], ['decide', '2026-07-01']];
    expect(seen(decided, '2026-07-02').slice(-2)).toEqual([
      'review_information missed 2026-05-20–2026-06-19, ended 2026-06-19',
      'decide met 2026-06-19–2026-07-19, ended 2026-07-01',
    ]);
  });

  it('asked for because the plan did not answer, ends what the plan owed, as missed', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-10'],
      ['request-review', '2026-05-20'],
    ];
    expect(seen(log, '2026-05-20').slice(2)).toEqual([
      'acknowledge missed 2026-04-10–2026-04-14, ended 2026-05-20',
      'propose missed 2026-04-10–2026-05-10, ended 2026-05-20',
      'request_review met 2026-05-10–2026-06-09, ended 2026-05-20',
      'review_information running 2026-05-20–2026-06-19',
    ]);
  });
});

describe('What is taken back', () => {
  it('a presenting that nobody read: the clocks are as if it had not been', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-10'],
      ['recall', '2026-04-10'],
    ];
    expect(seen(log, '2026-04-12')).toEqual(seen(log.slice(0, 1), '2026-04-12'));
  });

  it('and what HFS asked meanwhile, which nobody could answer any more', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-10'],
      ['ask-representative', '2026-04-10'],
      ['ask-plan', '2026-04-10'],
      ['recall', '2026-04-11'],
    ];
    expect(seen(log, '2026-06-01').slice(2)).toEqual([
      'provider_information ended 2026-04-10–2026-04-24, ended 2026-04-11',
      'plan_information ended 2026-04-10–2026-04-24, ended 2026-04-11',
    ]);
  });

  it('a complaint that is not the plan’s: the plan owes nothing, and HFS has its time to present it anew', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-10'],
      ['not-ours', '2026-04-13', 'plan'],
    ];
    expect(seen(log, '2026-04-13').slice(2)).toEqual([
      'acknowledge met 2026-04-10–2026-04-14, ended 2026-04-13',
      'propose ended 2026-04-10–2026-05-10, ended 2026-04-13',
      'present running 2026-04-13–2026-04-27',
    ]);
  });

  it('a lapse that a supervisor reopens: the representative’s time begins anew', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['return', '2026-04-06'],
      ['lapse', '2026-04-21'],
      ['reopen', '2026-04-22'],
    ];
    expect(dueOf(log, '2026-04-22')).toBe('resubmit by representative until 2026-05-06');
  });
});

describe('What closes a complaint and is what was owed', () => {
  it('an answer that is accepted: reopened, the representative has the days that were left', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-10'],
      ['propose', '2026-05-08'],
      ['accept', '2026-05-12'],
    ];
    expect(seen(log, '2026-05-13')).toContain('request_review met 2026-05-08–2026-06-07, ended 2026-05-12');
    expect(dueOf([...log, ['reopen', '2026-05-12']], '2026-05-12')).toBe(
      'request_review by representative until 2026-06-07',
    );
    expect(dueOf([...log, ['reopen', '2026-05-22']], '2026-05-22')).toBe(
      'request_review by representative until 2026-06-17',
    );
  });

  it('a decision: reopened, it is to be made again in the days that were left', () => {
    const log: Log = [
      ['submit', '2026-04-01'],
      ['present', '2026-04-10'],
      ['propose', '2026-05-08'],
      ['request-review', '2026-05-20'],
      ['decide', '2026-06-29'],
      ['reopen', '2026-07-10'],
    ];
    expect(dueOf(log, '2026-07-10')).toBe('decide by hfs until 2026-07-30');
  });
});

describe('A question that HFS asks beside the course of things', () => {
  const asked: Log = [
    ['submit', '2026-04-01'],
    ['present', '2026-04-10'],
    ['acknowledge', '2026-04-10'],
    ['ask-plan', '2026-04-13'],
    ['ask-representative', '2026-04-14'],
  ];

  it('has a clock of its own, and does not change who holds the complaint', () => {
    expect(seen(asked, '2026-04-14').slice(-2)).toEqual([
      'plan_information running 2026-04-13–2026-04-27',
      'provider_information running 2026-04-14–2026-04-28',
    ]);
    expect(dueOf(asked, '2026-04-14')).toBe('propose by plan until 2026-05-10');
  });

  it('is met by the answer of the side that was asked, and of no other', () => {
    const answered: Log = [...asked, ['answer', '2026-04-15', 'filer']];
    expect(seen(answered, '2026-04-15').slice(-2)).toEqual([
      'plan_information running 2026-04-13–2026-04-27',
      'provider_information met 2026-04-14–2026-04-28, ended 2026-04-15',
    ]);
  });
});

describe('An order that moves a kind of deadline', () => {
  const order = { order: 'one', clock: 'propose', days: 14 } as const;
  const entries: LogEntry[] = [
    { move: 'submit', on: on('2026-04-01') },
    { move: 'present', on: on('2026-04-10') },
    { move: 'shift-deadline', on: on('2026-04-20'), facts: order },
  ];
  const proposeOf = (log: readonly LogEntry[]) =>
    String(
      clocksFromLog(log, { ...TERMS, on: on('2026-04-21') }).find(({ kind }) => kind === 'propose')?.dueOn,
    );

  it('moves that one and no other', () => {
    expect(proposeOf(entries)).toBe('2026-05-24');
    const others = (log: readonly LogEntry[]) =>
      clocksFromLog(log, { ...TERMS, on: on('2026-04-21') }).filter(({ kind }) => kind !== 'propose');
    expect(others(entries)).toEqual(others(entries.slice(0, 2)));
  });

  it('taken back, leaves what another order moved', () => {
    const second: LogEntry = {
      move: 'shift-deadline',
      on: on('2026-04-20'),
      facts: { ...order, order: 'two', days: 2 },
    };
    const undone: LogEntry = { move: 'undo-shift', on: on('2026-04-21'), facts: { order: 'one' } };
    expect(proposeOf([...entries, second])).toBe('2026-05-26');
    expect(proposeOf([...entries, second, undone])).toBe('2026-05-12');
  });

  describe('undone after the time that there was without it', () => {
    const undone: LogEntry = { move: 'undo-shift', on: on('2026-05-15'), facts: { order: 'one' } };
    const clocksOn = (log: readonly LogEntry[], day: string) =>
      clocksFromLog(log, { ...TERMS, on: on(day) }).map(
        ({ kind, dueOn, state, endedOn }) => `${kind} ${dueOn} ${state}${endedOn ? '' : ', owed'}`,
      );

    it('leaves five business days to the plan, and to the representative all of the time after that', () => {
      const log = [...entries, undone];
      expect(clocksOn(log, '2026-05-15')).toContain('propose 2026-05-22 running, owed');
      expect(clocksOn(log, '2026-05-23')).toEqual(
        expect.arrayContaining([
          'propose 2026-05-22 missed, owed',
          'request_review 2026-06-21 running, owed',
        ]),
      );
    });

    it('gives nobody longer than the order did', () => {
      const late: LogEntry = { ...undone, on: on('2026-05-23') };
      expect(clocksOn([...entries, late], '2026-05-23')).toContain('propose 2026-05-24 running, owed');
    });

    it('makes nobody late who answered in the time that the order gave', () => {
      const answered: LogEntry = { move: 'propose', on: on('2026-05-14'), by: 'plan' };
      expect(clocksOn([...entries, answered, undone], '2026-05-15')).toContain('propose 2026-05-24 met');
    });
  });
});

describe('Without a log', () => {
  it('a draft, on any day, owes nothing', () => {
    expect(clocksOf([], '2026-04-01')).toEqual([]);
    expect(dueOf([], '2026-04-01')).toBe('nothing');
  });
});
