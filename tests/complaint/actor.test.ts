import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  isRepresentativeOf,
  type PartiesOfComplaint,
  partyOf,
  ROLES,
} from '../../src/complaint/actor.ts';
import { standingOrganization } from '../../src/complaint/authorization.ts';
import { OPEN_STATUSES, STATUSES } from '../../src/complaint/status.ts';
import { today } from '../../src/platform/clock.ts';
import { fromPlainDate } from '../../src/platform/dates.ts';

function complaint(changes: Partial<PartiesOfComplaint> = {}): PartiesOfComplaint {
  return {
    status: 'with_mco',
    organizationId: 'clinic',
    authorization: null,
    representativeId: 'rep-1',
    shares: [],
    mcoCode: 'MERIDIAN',
    presentedAt: new Date(0),
    ...changes,
  };
}

function actor(
  role: Actor['role'],
  changes: { accountId?: string; mcoCode?: string; organizationId?: string } = {},
) {
  return { role, accountId: 'other', mcoCode: null, organizationId: 'clinic', ...changes };
}

const representative = (accountId: string, organizationId = 'clinic') =>
  actor('representative', { accountId, organizationId });
const SHARED = [{ accountId: 'rep-2' }];

describe('How somebody stands before a complaint', () => {
  it.each(STATUSES)('its representative, while it is %s, is its filer', (status) => {
    expect(partyOf(complaint({ status }), representative('rep-1'))).toBe('filer');
    expect(isRepresentativeOf(complaint({ status }), representative('rep-1'))).toBe(true);
  });

  it('its representative, once they belong to another organization, has no part in it', () => {
    expect(partyOf(complaint(), representative('rep-1', 'elsewhere'))).toBeNull();
    expect(isRepresentativeOf(complaint(), representative('rep-1', 'elsewhere'))).toBe(false);
  });

  it('a colleague of the representative, who has not been given it, has no part in it', () => {
    expect(partyOf(complaint(), representative('rep-2'))).toBeNull();
  });

  it.each([...OPEN_STATUSES, 'closed'] as const)(
    'a colleague with whom it is shared, while it is %s, is its filer and not its representative',
    (status) => {
      const shared = complaint({ status, shares: SHARED });
      expect(partyOf(shared, representative('rep-2'))).toBe('filer');
      expect(isRepresentativeOf(shared, representative('rep-2'))).toBe(false);
      expect(partyOf(shared, representative('rep-3'))).toBeNull();
    },
  );

  it('somebody with whom it is shared, once they belong to another organization, has no part in it', () => {
    expect(partyOf(complaint({ shares: SHARED }), representative('rep-2', 'elsewhere'))).toBeNull();
  });

  it('a colleague, of a draft, has no part in it, whatever was shared', () => {
    expect(partyOf(complaint({ status: 'draft', shares: SHARED }), representative('rep-2'))).toBeNull();
  });

  it.each(['analyst', 'supervisor'] as const)('%s, once it is filed, is staff', (role) => {
    expect(partyOf(complaint({ status: 'submitted', presentedAt: null }), actor(role))).toBe('staff');
  });

  it.each(ROLES.filter((role) => role !== 'representative'))(
    '%s, while it is a draft, has no part in it',
    (role) => {
      const draft = complaint({ status: 'draft', presentedAt: null });
      expect(partyOf(draft, actor(role, { mcoCode: 'MERIDIAN' }))).toBeNull();
    },
  );

  it.each(['administrator', 'privacy_officer', 'system'] as const)(
    '%s has no part in any complaint',
    (role) => {
      expect(partyOf(complaint({ shares: [{ accountId: 'other' }] }), actor(role))).toBeNull();
    },
  );

  it('a staff account that also filed it, when it is no representative any more, is judged by its role', () => {
    expect(partyOf(complaint(), actor('administrator', { accountId: 'rep-1' }))).toBeNull();
  });
});

describe('How a liaison stands before a complaint', () => {
  it('of its plan, once presented, as the plan', () => {
    expect(partyOf(complaint(), actor('liaison', { mcoCode: 'MERIDIAN' }))).toBe('plan');
  });

  it('of its plan, before it is presented, not at all', () => {
    expect(partyOf(complaint({ presentedAt: null }), actor('liaison', { mcoCode: 'MERIDIAN' }))).toBeNull();
  });

  it('of its plan, closed after it was presented, still as the plan', () => {
    expect(partyOf(complaint({ status: 'closed' }), actor('liaison', { mcoCode: 'MERIDIAN' }))).toBe('plan');
  });

  it('of another plan, at any time, not at all', () => {
    expect(partyOf(complaint(), actor('liaison', { mcoCode: 'AETNA' }))).toBeNull();
  });

  it('when neither the liaison nor the complaint names a plan, not at all', () => {
    expect(partyOf(complaint({ mcoCode: null }), actor('liaison'))).toBeNull();
  });
});

const PEOPLE = ['rep-1', 'rep-2', 'rep-3'] as const;
const ORGANIZATIONS = ['clinic', 'hospital', 'agent', 'other-agent'] as const;
const dayFromToday = (days: number) => fromPlainDate(today().add({ days }));
const [YESTERDAY, TODAY, TOMORROW] = [dayFromToday(-1), dayFromToday(0), dayFromToday(1)];
const anyComplaint = fc.record({
  status: fc.constantFrom(...STATUSES),
  organizationId: fc.constantFrom('clinic', 'hospital'),
  authorization: fc.option(
    fc.record({
      agentId: fc.constantFrom('agent', 'other-agent'),
      startsOn: fc.constantFrom(YESTERDAY, TODAY, TOMORROW),
      endsOn: fc.option(fc.constant(TOMORROW)),
      endedAt: fc.option(fc.constant(new Date(0))),
      agent: fc.record({ standing: fc.constantFrom('confirmed', 'refused') }),
    }),
  ),
  representativeId: fc.constantFrom(...PEOPLE),
  shares: fc.array(fc.record({ accountId: fc.constantFrom(...PEOPLE) }), { maxLength: 3 }),
  mcoCode: fc.constantFrom('MERIDIAN', null),
  presentedAt: fc.constantFrom(new Date(0), null),
});
const anybody = fc.record({
  role: fc.constantFrom(...ROLES, 'system' as const),
  accountId: fc.constantFrom(...PEOPLE, null),
  organizationId: fc.constantFrom(...ORGANIZATIONS, null),
  mcoCode: fc.constantFrom('MERIDIAN', 'AETNA', null),
});

describe('Whatever is shared, handed over or ended', () => {
  it('only the organization that stands for its provider today sees a complaint on the provider’s side', () => {
    fc.assert(
      fc.property(anyComplaint, anybody, (each, asker) => {
        const isFiler = partyOf(each, asker) === 'filer';
        const organization = standingOrganization(each, today());
        return !isFiler || (asker.role === 'representative' && asker.organizationId === organization);
      }),
    );
  });

  it('who is neither its representative nor one with whom it is shared now is not its filer', () => {
    fc.assert(
      fc.property(anyComplaint, anybody, (each, asker) => {
        const isNamed =
          asker.accountId === each.representativeId ||
          each.shares.some(({ accountId }) => accountId === asker.accountId);
        return isNamed || partyOf(each, asker) !== 'filer';
      }),
    );
  });

  it('ending a share takes sight from the colleague alone, and gives none to anybody', () => {
    fc.assert(
      fc.property(anyComplaint, anybody, fc.constantFrom(...PEOPLE), (each, asker, ended) => {
        const after = { ...each, shares: each.shares.filter(({ accountId }) => accountId !== ended) };
        const [was, is] = [partyOf(each, asker), partyOf(after, asker)];
        return was === is || (is === null && asker.accountId === ended);
      }),
    );
  });

  it('of one complaint there is one representative at most', () => {
    fc.assert(
      fc.property(anyComplaint, (each) => {
        const askers = PEOPLE.flatMap((accountId) =>
          ORGANIZATIONS.map((organizationId) => representative(accountId, organizationId)),
        );
        const count = askers.filter((asker) => isRepresentativeOf(each, asker)).length;
        return count === (standingOrganization(each, today()) === null ? 0 : 1);
      }),
    );
  });
});
