import { describe, expect, it } from 'vitest';
import { deadlineNotices, type StageOfClock } from '../../src/complaint/deadline-notices.ts';
import { CLOCK_KINDS, FIRST_POLICY } from '../../src/complaint/policy.ts';

function told(
  kind: StageOfClock['kind'],
  stage: StageOfClock['stage'],
  { isAssigned = true, isExtensionAsked = false } = {},
): string[] {
  const { owner } = FIRST_POLICY.clocks[kind];
  return deadlineNotices({ kind, owner, stage, isAssigned, isExtensionAsked }).map(
    (notice) => `${notice.kind} to ${notice.to}`,
  );
}

describe('Who is told that a deadline is near', () => {
  it.each([
    ['provider_information', ['complaint-deadline-near to filer']],
    ['propose', ['plan-complaint-deadline-near to liaisons']],
    ['review_information', ['complaint-deadline-near to filer', 'plan-complaint-deadline-near to liaisons']],
    ['decide', ['staff-complaint-deadline-near to assignee']],
  ] as const)('%s: %j', (kind, notices) => {
    expect(told(kind, 'ten-days')).toEqual(notices);
    expect(told(kind, 'one-day')).toEqual(notices);
  });

  it('is the supervisors, where nobody at HFS has the complaint', () => {
    expect(told('present', 'five-days', { isAssigned: false })).toEqual([
      'staff-complaint-deadline-near to supervisors',
    ]);
  });
});

describe('A request for an extension that HFS has not answered', () => {
  const asked = { isExtensionAsked: true };

  it('brings the supervisors a reminder 5 days and 1 day before the plan’s time to answer is over', () => {
    const reminded = ['plan-complaint-deadline-near to liaisons', 'staff-extension-waits to supervisors'];
    expect(told('propose', 'five-days', asked)).toEqual(reminded);
    expect(told('propose', 'one-day', asked)).toEqual(reminded);
  });

  it('brings none earlier, none once that time is over, and none with another clock', () => {
    expect(told('propose', 'ten-days', asked)).toEqual(told('propose', 'ten-days'));
    expect(told('propose', 'missed', asked)).toEqual(told('propose', 'missed'));
    expect(told('plan_information', 'one-day', asked)).toEqual(told('plan_information', 'one-day'));
  });
});

describe('Who is told that a deadline was missed', () => {
  it.each([
    ['provider_information', ['complaint-deadline-missed to filer']],
    [
      'acknowledge',
      ['plan-complaint-deadline-missed to liaisons', 'staff-complaint-deadline-missed to assignee'],
    ],
    [
      'propose',
      [
        'plan-complaint-deadline-missed to liaisons',
        'complaint-unanswered to filer',
        'staff-complaint-deadline-missed to assignee',
      ],
    ],
    [
      'present',
      ['staff-complaint-deadline-missed to assignee', 'staff-complaint-deadline-missed to supervisors'],
    ],
  ] as const)('%s: %j', (kind, notices) => {
    expect(told(kind, 'missed')).toEqual(notices);
  });

  it('is nobody where time itself goes on from it: what follows is told', () => {
    const silent = CLOCK_KINDS.filter((kind) => told(kind, 'missed').length === 0);
    expect(silent).toEqual(['request_review', 'review_information']);
  });

  it('is a reminder of what was returned, which is closed only once somebody was reminded', () => {
    expect(told('resubmit', 'missed')).toEqual(told('resubmit', 'five-days'));
  });
});

describe('Half time of what is urgent', () => {
  it('is told to the supervisors, whoever owes it', () => {
    const notices = CLOCK_KINDS.flatMap((kind) => told(kind, 'half'));
    expect([...new Set(notices)]).toEqual(['staff-urgent-half-time to supervisors']);
  });
});
