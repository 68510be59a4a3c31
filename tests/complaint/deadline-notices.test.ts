import { describe, expect, it } from 'vitest';
import { deadlineNotices, type StageOfClock } from '../../src/complaint/deadline-notices.ts';
import { CLOCK_KINDS, FIRST_POLICY } from '../../src/complaint/policy.ts';

function told(kind: StageOfClock['kind'], stage: StageOfClock['stage'], isAssigned = true): string[] {
  const { owner } = FIRST_POLICY.clocks[kind];
  return deadlineNotices({ kind, owner, stage, isAssigned }).map(
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
    expect(told('present', 'five-days', false)).toEqual(['staff-complaint-deadline-near to supervisors']);
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
    expect(silent).toEqual(['resubmit', 'request_review', 'review_information']);
  });
});

describe('Half time of what is urgent', () => {
  it('is told to the supervisors, whoever owes it', () => {
    const notices = CLOCK_KINDS.flatMap((kind) => told(kind, 'half'));
    expect([...new Set(notices)]).toEqual(['staff-urgent-half-time to supervisors']);
  });
});
