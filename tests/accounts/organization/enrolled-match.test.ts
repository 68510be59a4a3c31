import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { EnrolledProvider } from '../../../src/accounts/organization/enrolled.queries.ts';
import { matchEnrolled } from '../../../src/accounts/organization/enrolled-match.ts';

const ON = Temporal.PlainDate.from('2026-05-01');
const SITE = { npi: '1234567893', hfsProviderId: '7654321', providerTypeCode: '010' };

function line(changes: Partial<EnrolledProvider> = {}): EnrolledProvider {
  return {
    hfsProviderId: '7654321',
    npi: '1234567893',
    name: 'Oak Clinic',
    providerTypeCode: '010',
    activeFrom: new Date('2020-01-01'),
    activeTo: null,
    createdAt: new Date(0),
    ...changes,
  };
}

const differences = (site: Parameters<typeof matchEnrolled>[0], ...list: EnrolledProvider[]) => {
  const match = matchEnrolled(site, list, ON);
  return match.kind === 'found' ? match.differences : match.kind;
};

describe('A site beside the list of enrolled providers', () => {
  it('without a list is not judged', () => {
    expect(matchEnrolled(SITE, null, ON).kind).toBe('no-list');
  });

  it('that nobody in the list has an identifier of is not found', () => {
    expect(differences(SITE, line({ npi: '1999999992', hfsProviderId: '1234567' }))).toBe('not-found');
  });

  it('with the same identifiers and type, on a day within the enrollment, does not differ', () => {
    expect(differences(SITE, line())).toEqual([]);
    expect(
      differences(SITE, line({ activeFrom: new Date('2026-05-01'), activeTo: new Date('2026-05-01') })),
    ).toEqual([]);
  });

  it.each([
    ['another NPI', { npi: '1999999992' }, ['npi']],
    ['another provider ID', { hfsProviderId: '1111111' }, ['hfsProviderId']],
    ['another type', { providerTypeCode: '030' }, ['providerTypeCode']],
    ['an enrollment that has ended', { activeTo: new Date('2026-04-30') }, ['not-active']],
    ['an enrollment that begins later', { activeFrom: new Date('2026-05-02') }, ['not-active']],
  ] as const)('with %s differs in that', (_what, changes, expected) => {
    expect(differences(SITE, line(changes))).toEqual(expected);
  });

  it('does not differ in what it left out', () => {
    expect(differences({ ...SITE, hfsProviderId: null }, line())).toEqual([]);
    expect(differences({ ...SITE, npi: null }, line({ npi: null }))).toEqual([]);
  });

  it('is compared with the line that fits best', () => {
    const ended = line({ activeFrom: new Date('2010-01-01'), activeTo: new Date('2015-01-01') });
    expect(differences(SITE, ended, line(), line({ providerTypeCode: '030' }))).toEqual([]);
  });
});
