import { describe, expect, it } from 'vitest';
import { type Actor, type PartiesOfComplaint, partyOf, ROLES } from '../../src/complaint/actor.ts';
import { STATUSES } from '../../src/complaint/status.ts';

function complaint(changes: Partial<PartiesOfComplaint> = {}): PartiesOfComplaint {
  return {
    status: 'with_mco',
    filedById: 'rep-1',
    mcoCode: 'MERIDIAN',
    presentedAt: new Date(0),
    ...changes,
  };
}

function actor(role: Actor['role'], changes: { accountId?: string; mcoCode?: string } = {}) {
  return { role, accountId: changes.accountId ?? 'other', mcoCode: changes.mcoCode ?? null };
}

describe('How somebody stands before a complaint', () => {
  it.each(STATUSES)('the representative who filed it, while it is %s, is its filer', (status) => {
    expect(partyOf(complaint({ status }), actor('representative', { accountId: 'rep-1' }))).toBe('filer');
  });

  it('a colleague of the representative, who has not been given it, has no part in it', () => {
    expect(partyOf(complaint(), actor('representative'))).toBeNull();
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
      expect(partyOf(complaint(), actor(role))).toBeNull();
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
