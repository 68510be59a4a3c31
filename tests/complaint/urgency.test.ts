import { describe, expect, it } from 'vitest';
import { urgency } from '../../src/complaint/urgency.ts';
import { topic } from './support/reference.ts';

describe('Whether a complaint is urgent', () => {
  it.each([
    [true, 'Insulin runs out tomorrow.', 'ACCESS_PRESCRIPTION', 'urgent'],
    [true, '   ', 'ACCESS_PRESCRIPTION', 'reason-missing'],
    [true, undefined, 'AUTH_DENIED', 'reason-missing'],
    [true, 'Money is short.', 'DENIAL_CODING', 'not-for-this-topic'],
    [false, 'Insulin runs out tomorrow.', 'ACCESS_PRESCRIPTION', 'ordinary'],
    [false, undefined, 'DENIAL_CODING', 'ordinary'],
  ] as const)('marked %s, for the reason "%s", about %s: %s', (isMarked, reason, code, kind) => {
    expect(urgency(isMarked, reason, topic(code)).kind).toBe(kind);
  });

  it('the reason, when it is urgent, is handed on without its blank ends', () => {
    expect(urgency(true, ' Today. ', topic('ACCESS_EQUIPMENT'))).toEqual({
      kind: 'urgent',
      reason: 'Today.',
    });
  });
});
