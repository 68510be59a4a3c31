import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Authorization,
  authorizationState,
  standingOrganization,
} from '../../src/complaint/authorization.ts';
import { fromPlainDate } from '../../src/platform/dates.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const given: Authorization = {
  agentId: 'agent',
  startsOn: fromPlainDate(day('2026-03-02')),
  endsOn: fromPlainDate(day('2026-06-30')),
  endedAt: null,
  agent: { standing: 'confirmed' },
};

describe('What a provider gave a billing agent', () => {
  it.each([
    ['2026-03-01', 'to-come', null],
    ['2026-03-02', 'in-force', 'agent'],
    ['2026-06-30', 'in-force', 'agent'],
    ['2026-07-01', 'over', null],
  ] as const)('is on %s %s', (on, state, standing) => {
    expect(authorizationState(given, day(on))).toBe(state);
    const complaint = { organizationId: 'clinic', authorization: given };
    expect(standingOrganization(complaint, day(on))).toBe(standing);
  });

  it('without a last day lasts', () => {
    expect(authorizationState({ ...given, endsOn: null }, day('2126-01-01'))).toBe('in-force');
  });

  it.each(['2026-03-01', '2026-04-01', '2026-07-01'])(
    'is ended on %s, once the provider has ended it',
    (on) => {
      expect(authorizationState({ ...given, endedAt: new Date(0) }, day(on))).toBe('ended');
    },
  );

  it('stands for nobody while HFS has not confirmed the agent', () => {
    for (const standing of ['pending', 'refused'] as const)
      expect(authorizationState({ ...given, agent: { standing } }, day('2026-04-01'))).toBe('unconfirmed');
  });

  it('where there is none, leaves a complaint to its own organization', () => {
    expect(standingOrganization({ organizationId: 'clinic', authorization: null }, day('2026-04-01'))).toBe(
      'clinic',
    );
  });
});
