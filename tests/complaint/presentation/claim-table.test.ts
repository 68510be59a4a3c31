import { describe, expect, it } from 'vitest';
import type { ClaimLine } from '../../../src/complaint/document.ts';
import { claimTable } from '../../../src/complaint/presentation/claim-table.ts';

const MEMBER: ClaimLine = {
  id: '0198c0de-0000-7000-8000-000000000001',
  memberFirstName: 'Wren',
  memberLastName: 'Okafor',
  rin: '205755710',
  serviceFrom: '2026-08-05',
  serviceTo: '2026-08-05',
};
const CLAIM: ClaimLine = {
  ...MEMBER,
  claimNumber: 'CL1',
  billedCents: 120_050,
  paidCents: 5_000,
  carc: '29',
};

describe('The table of members and claims', () => {
  it('of claims has their numbers and amounts, and sums up the amounts', () => {
    const table = claimTable([CLAIM, { ...CLAIM, claimNumber: 'CL2', serviceTo: '2026-08-07' }]);
    expect(table.caption).toBe('2 claims: $2,401.00 billed, $100.00 paid');
    expect(table.columns.map(({ text }) => text)).toEqual([
      'Member',
      'Dates of service',
      'Claim number',
      'Billed',
      'Paid',
      'Reason code',
    ]);
    expect(table.rows[1]?.cells.map(({ text }) => text)).toEqual([
      'Okafor, Wren',
      'Aug 5, 2026 to Aug 7, 2026',
      'CL2',
      '$1,200.50',
      '$50.00',
      '29',
    ]);
  });

  it('of members without a claim has no empty columns, and counts each member once', () => {
    const table = claimTable([
      MEMBER,
      { ...MEMBER, serviceFrom: '2026-08-01' },
      { ...MEMBER, rin: '205755711' },
    ]);
    expect(table.caption).toBe('2 members');
    expect(table.columns.map(({ text }) => text)).toEqual(['Member', 'Dates of service']);
  });

  it('shows a dash where one claim lacks what another has', () => {
    const { carc, ...withoutCode } = CLAIM;
    const table = claimTable([CLAIM, withoutCode]);
    expect(table.rows[1]?.cells.at(-1)?.text).toBe('–');
  });

  it('billed at nothing has no sum', () => {
    expect(claimTable([{ ...CLAIM, billedCents: 0, paidCents: 0 }]).caption).toBe('1 claim');
  });
});
