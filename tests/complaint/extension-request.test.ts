import { describe, expect, it } from 'vitest';
import { clocksFromLog } from '../../src/complaint/clocks.ts';
import { type Standing, unmet } from '../../src/complaint/conditions.ts';
import { extensionOf } from '../../src/complaint/extension.ts';
import type { Move } from '../../src/complaint/lifecycle.ts';
import type { LogEntry, Maker } from '../../src/complaint/log.ts';
import { FIRST_POLICY } from '../../src/complaint/policy.ts';
import { extensionFacts } from '../../src/complaint/presentation/extension-facts.ts';
import type { Status } from '../../src/complaint/status.ts';
import { on, STATE_CALENDAR } from './support/reference.ts';

const PRESENTED: Step[] = [
  ['submit', '2026-04-01', 'filer'],
  ['present', '2026-04-10', 'staff'],
];
const ASKED: Step[] = [...PRESENTED, ['request-extension', '2026-04-12', 'plan']];

type Step = readonly [Move, string, Maker];

function standing(steps: readonly Step[]): Standing {
  const log: LogEntry[] = steps.map(([move, day, by]) => ({ move, on: on(day), by }));
  const terms = { policy: FIRST_POLICY, calendar: STATE_CALENDAR, isUrgent: false };
  return { log, clocks: clocksFromLog(log, { ...terms, on: on('2026-04-20') }), isOpenedByPlan: false };
}

function text(status: Status, steps: readonly Step[]) {
  return extensionFacts(extensionOf(status, standing(steps)))[0]?.value;
}

const mayAsk = (steps: readonly Step[]) => unmet('extension-to-be-had', standing(steps), 'plan') === null;
const mayAnswer = (steps: readonly Step[]) => unmet('extension-asked', standing(steps), 'hfs') === null;

describe('A request for an extension that HFS has not answered', () => {
  it('waits for an answer as long as the plan has the complaint', () => {
    expect(text('with_mco', ASKED)).toBe('Asked for by the plan on April 12, 2026; HFS has not answered yet');
    expect(mayAnswer(ASKED)).toBe(true);
  });

  it.each<[Move, Maker, Status, string]>([
    ['propose', 'plan', 'proposed', 'the plan answered'],
    ['not-ours', 'plan', 'submitted', 'the plan gave the complaint back'],
    ['recall', 'staff', 'submitted', 'HFS took the complaint back'],
    ['request-review', 'filer', 'department_review', 'a Department review was asked for'],
    ['close', 'staff', 'closed', 'the complaint was closed'],
    ['withdraw', 'filer', 'closed', 'the complaint was closed'],
  ])('lapses with %s', (move, by, status, why) => {
    const steps: Step[] = [...ASKED, [move, '2026-04-15', by]];
    expect(text(status, steps)).toBe(`Asked for by the plan on April 12, 2026; it lapsed when ${why}`);
    expect(mayAnswer(steps)).toBe(false);
  });

  it.each<[Move, Maker]>([
    ['recall', 'staff'],
    ['not-ours', 'plan'],
  ])('and lapsed with %s, leaves the plan one to ask for when it is presented again', (move, by) => {
    const steps: Step[] = [...ASKED, [move, '2026-04-15', by], ['present', '2026-04-16', 'staff']];
    expect(text('with_mco', steps)).toBe('Can be asked for until May 16, 2026, once in all');
    expect(mayAsk(steps)).toBe(true);
    expect(mayAnswer([...steps, ['request-extension', '2026-04-17', 'plan']])).toBe(true);
  });
});

describe('An extension that HFS has answered', () => {
  it.each<[Move, string]>([
    ['grant-extension', 'Granted on April 14, 2026; there is no second one'],
    ['refuse-extension', 'Refused on April 14, 2026; there is no second request'],
  ])('by %s, stays used when the complaint is presented again', (move, words) => {
    const steps: Step[] = [
      ...ASKED,
      [move, '2026-04-14', 'staff'],
      ['recall', '2026-04-15', 'staff'],
      ['present', '2026-04-16', 'staff'],
    ];
    expect(text('with_mco', steps)).toBe(words);
    expect(mayAsk(steps)).toBe(false);
    expect(mayAnswer(steps)).toBe(false);
  });
});
