import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { recognizeHeading } from '../../../src/complaint/claims-import/columns.ts';
import { divideName } from '../../../src/complaint/claims-import/member-name.ts';
import { readCell } from '../../../src/complaint/claims-import/read-cell.ts';
import { readDate } from '../../../src/complaint/claims-import/read-date.ts';
import { divideDates } from '../../../src/complaint/claims-import/read-date-range.ts';
import { eraseSsns, holdsSsn } from '../../../src/complaint/claims-import/social-security.ts';
import { CONTEXT } from './support.ts';

const manner = { today: CONTEXT.today };

describe('A heading', () => {
  it.each([
    ['  Last Name ', 'memberLastName'],
    ['Patient Last', 'memberLastName'],
    ["Member's first name", 'memberFirstName'],
    ['PtFirstName', 'memberFirstName'],
    ['Patient Name', 'memberName'],
    ['Name (Last, First)', 'memberName'],
    ['Recipient ID #', 'rin'],
    ['Medicaid ID', 'rin'],
    ['HFS RIN', 'rin'],
    ['DOS From', 'serviceFrom'],
    ['From DOS', 'serviceFrom'],
    ['Service Start Date', 'serviceFrom'],
    ['DOS Thru', 'serviceTo'],
    ['Svc Dt To', 'serviceTo'],
    ['DOS', 'serviceDates'],
    ['Dates of Service', 'serviceDates'],
    ['Claim # (ICN)', 'claimNumber'],
    ['Payer Claim Control Number', 'claimNumber'],
    ['DCN', 'claimNumber'],
    ['Charges', 'billedCents'],
    ['Total Billed Amt', 'billedCents'],
    ['Plan Paid', 'paidCents'],
    ['Pymt', null],
    ['Adj Reason', 'carc'],
    ['CARC codes', 'carc'],
    ['Denied On', 'denialDate'],
    ['Remit Date', 'denialDate'],
    ['Biller notes', null],
    ['', null],
  ])('%j holds %s', (heading, use) => {
    expect(recognizeHeading(heading)?.use ?? null).toBe(use);
  });
});

describe('A date', () => {
  it.each([
    ['8/5/2026', '2026-08-05'],
    ['08/05/26', '2026-08-05'],
    ['8-5-2026', '2026-08-05'],
    ['2026-08-05', '2026-08-05'],
    ['2026/8/5', '2026-08-05'],
    ['20260805', '2026-08-05'],
    ['08052026', '2026-08-05'],
    ['5-Aug-2026', '2026-08-05'],
    ['5-Aug-26', '2026-08-05'],
    ['Aug 5, 2026', '2026-08-05'],
    ['August 5th, 2026', '2026-08-05'],
    ['Sept. 5, 2026', '2026-09-05'],
    ['Wed, Aug 5, 2026', '2026-08-05'],
    ['8/5/2026 12:00:00 AM', '2026-08-05'],
    ['2026-08-05T00:00:00', '2026-08-05'],
    ['8 / 5 / 2026', '2026-08-05'],
    ['5.5.2026', '2026-05-05'],
    ['8/13/2026', '2026-08-13'],
  ])('%j is %s', (text, value) => {
    expect(readDate(text, manner)).toEqual({ ok: true, value });
  });

  it.each([
    ['2026-09-31', 'no-such-day'],
    ['13/13/2026', 'no-such-day'],
    ['8/5/99', 'year-unclear'],
    ['8/5/0026', 'year-unclear'],
    ['5.8.2026', 'order-unclear'],
    ['13/8/2026', 'order-unclear'],
    ['46223', 'serial'],
    ['80526', 'unreadable'],
    ['Martober 5, 2026', 'unreadable'],
    ['Mar', 'unreadable'],
    ['tomorrow', 'unreadable'],
  ])('%j is asked about: %s', (text, problem) => {
    expect(readDate(text, manner)).toMatchObject({ ok: false, problem });
  });

  it('of any day is read in every way that people write it', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (at) => {
        const date = Temporal.PlainDate.from(at.toISOString().slice(0, 10));
        const [y, m, d] = [date.year, date.month, date.day];
        const month = date.toLocaleString('en-US', { month: 'short' });
        const ways = [
          date.toString(),
          `${m}/${d}/${y}`,
          `${m}/${d}/${String(y).slice(2)}`,
          `${d}-${month}-${y}`,
        ];
        for (const way of [...ways, date.toString().replaceAll('-', '')]) {
          expect(readDate(way, manner)).toEqual({ ok: true, value: date.toString() });
        }
        const second = date.add({ days: 3 });
        const range = divideDates(`${m}/${d}/${y}-${second.month}/${second.day}/${second.year}`, manner);
        expect([range.from, range.to].map((text) => readDate(text, manner))).toEqual([
          { ok: true, value: date.toString() },
          { ok: true, value: second.toString() },
        ]);
      }),
    );
  });

  it.each([
    ['8/1/26-8/3/26', '8/1/26', '8/3/26'],
    ['8/1/2026 thru 8/3/2026', '8/1/2026', '8/3/2026'],
    ['08/01 - 08/03/2026', '08/01/2026', '08/03/2026'],
    ['2026-08-01 – 2026-08-03', '2026-08-01', '2026-08-03'],
    ['2026-08-01/2026-08-03', '2026-08-01', '2026-08-03'],
    ['8-1-26', '8-1-26', ''],
    ['8/1-3/26', '8/1-3/26', ''],
  ])('%j is divided', (text, from, to) => {
    expect(divideDates(text, manner)).toEqual({ from, to });
  });
});

describe('A cell', () => {
  it.each([
    ['rin', '348 720 073', '348720073'],
    ['rin', '206191182.0', '206191182'],
    ['billedCents', '$3,302.31', 330_231],
    ['billedCents', 'USD 12', 1_200],
    ['paidCents', '-', 0],
    ['paidCents', '$ -', 0],
    ['carc', 'CO-29', '29'],
    ['carc', '29.0', '29'],
    ['memberLastName', ' de la  Cruz ', 'de la Cruz'],
  ] as const)('of %s, %j is %s', (field, text, value) => {
    expect(readCell(field, text, manner)).toEqual({ kind: 'value', value });
  });

  it.each([
    ['billedCents', '-'],
    ['denialDate', 'n/a'],
    ['carc', '  '],
  ] as const)('of %s, %j is nothing', (field, text) => {
    expect(readCell(field, text, manner)).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['rin', '46615719', '046615719'],
    ['serviceFrom', '46223', '7/20/2026'],
    ['serviceFrom', '13/8/2026', '8/13/2026'],
  ] as const)('of %s, %j is asked about, and %s offered', (field, text, offer) => {
    expect(readCell(field, text, manner)).toMatchObject({ kind: 'fault', offer });
  });

  it.each([
    ['memberLastName', '=HYPERLINK("x")', 'holds a formula'],
    ['billedCents', '1.234,50', 'like 1,234.50'],
    ['billedCents', '(12.00)', 'zero or more'],
    ['carc', 'CO-29, CO-45', 'one reason code only'],
    ['claimNumber', '2.02608E+14', 'letters, digits and hyphens'],
  ] as const)('of %s, %j is a fault', (field, text, words) => {
    const read = readCell(field, text, manner);
    expect(read.kind === 'fault' && read.text).toContain(words);
  });
});

describe('A name in one cell', () => {
  it.each([
    ['Okafor, Wren', false, 'Okafor', 'Wren'],
    ['de la Cruz,  María José', true, 'de la Cruz', 'María José'],
    ['Wren Okafor', false, 'Okafor', 'Wren'],
  ])('%j is divided', (name, hasCommas, last, first) => {
    expect(divideName(name, hasCommas)).toEqual({ last, first });
  });

  it.each([
    ['Maria de la Cruz', false],
    ['Wren Okafor', true],
    ['Okafor', false],
    ['Smith, Jr, John', true],
    ['Okafor,', true],
  ])('%j is asked about', (name, hasCommas) => {
    expect(divideName(name, hasCommas)).toBeNull();
  });
});

describe('What looks like a Social Security number', () => {
  it.each(['123-45-6789', '123 45 6789', ' 123 – 45 – 6789', 'SSN 123-45-6789'])('%j is found', (text) => {
    expect(holdsSsn(text)).toBe(true);
    expect(eraseSsns(`a\t${text}\tb`)).not.toContain('6789');
  });

  it.each(['123456789', '123 456 789', '046-615-719', 'CL-2123-45-67890'])('%j is none', (text) => {
    expect(holdsSsn(text)).toBe(false);
  });
});
