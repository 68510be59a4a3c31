import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/complaint/clocks.ts';
import { closureObstacle, windowAtFiling } from '../../src/complaint/closure-obstacle.ts';
import { closureObstacleText } from '../../src/complaint/closure-obstacle-words.ts';
import { FIRST_POLICY } from '../../src/complaint/policy.ts';
import { on } from './support/reference.ts';

describe('What speaks against closing a complaint as filed too early or too late', () => {
  it.each([
    ['FILED_TOO_EARLY', '2026-03-31', null],
    ['FILED_TOO_EARLY', '2026-04-01', /opened on April 1, 2026, before it was filed/],
    ['FILED_TOO_EARLY', '2026-05-02', /opened on April 1, 2026, before it was filed/],
    ['FILED_TOO_LATE', '2026-03-31', /open until May 1, 2026/],
    ['FILED_TOO_LATE', '2026-04-20', /open until May 1, 2026/],
    ['FILED_TOO_LATE', '2026-05-02', null],
    ['INCOMPLETE', '2026-04-20', null],
  ])('%s, of a dispute sent to the plan on March 2 and filed on %s: %s', (code, filedOn, text) => {
    const obstacle = closureObstacle(code, { window: windowOf(filedOn), clocks: [] });
    expect(obstacle && closureObstacleText(obstacle)).toEqual(text && expect.stringMatching(text));
  });

  it('is nothing where it came late after the plan’s answer: that is for people to judge', () => {
    const window = windowOf('2026-04-20', '2026-03-10');
    expect(window?.kind).toBe('open-late-after-answer');
    expect(closureObstacle('FILED_TOO_LATE', { window, clocks: [] })).toBeNull();
  });

  it.each(['FILED_TOO_EARLY', 'FILED_TOO_LATE'])(
    '%s, is that a topic other than of a disputed claim has no window',
    (code) => {
      const window = windowAtFiling(filed('2026-03-05', false), review(), FIRST_POLICY.filing);
      const obstacle = closureObstacle(code, { window, clocks: [] });
      expect(obstacle).toEqual({ kind: 'no-window' });
      expect(obstacle && closureObstacleText(obstacle)).toContain('this topic has no filing window');
    },
  );

  it('is nothing where no date of filing with the plan is known', () => {
    const window = windowAtFiling(filed('2026-04-20'), {}, FIRST_POLICY.filing);
    expect(closureObstacle('FILED_TOO_EARLY', { window, clocks: [] })).toBeNull();
  });
});

describe('What speaks against closing a complaint because nobody asked for a review', () => {
  it.each<[string, readonly Clock[], RegExp | null]>([
    ['the time to ask runs', [asking('running')], /may ask for a Department review until May 31, 2026/],
    ['the time to ask has run out', [asking('missed')], null],
    ['the plan has not answered', [], /once the plan has answered/],
    ['a review was asked for', [asking('met', '2026-05-10')], /once the plan has answered/],
  ])('where %s', (_where, clocks, text) => {
    const obstacle = closureObstacle('NO_REVIEW_REQUESTED', { window: null, clocks });
    expect(obstacle && closureObstacleText(obstacle)).toEqual(text && expect.stringMatching(text));
  });
});

function windowOf(filedOn: string, answeredOn?: string) {
  return windowAtFiling(filed(filedOn), review(answeredOn), FIRST_POLICY.filing);
}

function filed(day: string, disputedClaim = true) {
  return { submittedAt: new Date(`${day}T18:00:00Z`), topic: { disputedClaim } };
}

function review(answeredOn?: string) {
  return { filedOn: '2026-03-02', ...(answeredOn ? { answeredOn } : {}) };
}

function asking(state: Clock['state'], ended?: string): Clock {
  return {
    kind: 'request_review',
    owner: 'representative',
    startedOn: on('2026-05-01'),
    dueOn: on('2026-05-31'),
    state,
    endedOn: ended ? on(ended) : null,
  };
}
