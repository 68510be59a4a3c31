import { describe, expect, it } from 'vitest';
import { readEnrolledFile } from '../../../src/accounts/organization/enrolled-file.ts';

const HEADER = 'hfs_provider_id,npi,name,provider_type_code,active_from,active_to';
const TYPES = new Set(['010', '030']);
const read = (...lines: string[]) => readEnrolledFile([HEADER, ...lines].join('\n'), TYPES);
const faults = (...lines: string[]) => {
  const file = read(...lines);
  return file.ok ? [] : file.faults.map(({ line, text }) => `${line} ${text}`);
};

describe('A file of enrolled providers', () => {
  it('is read into lines as they are compared: identifiers without hyphens, what is empty as null', () => {
    const file = read(
      '036-112345,1234567893,"Alder, Birch & Co.",010,2020-01-01,',
      '371234567001,,Prairie Home,030,2019-07-01,2024-06-30',
    );
    expect(file).toEqual({
      ok: true,
      rows: [
        {
          hfsProviderId: '036112345',
          npi: '1234567893',
          name: 'Alder, Birch & Co.',
          providerTypeCode: '010',
          activeFrom: '2020-01-01',
          activeTo: null,
        },
        {
          hfsProviderId: '371234567001',
          npi: null,
          name: 'Prairie Home',
          providerTypeCode: '030',
          activeFrom: '2019-07-01',
          activeTo: '2024-06-30',
        },
      ],
    });
  });

  it('may have its columns in any order, a byte order mark and lines of Windows', () => {
    const text =
      '\uFEFFname,npi,hfs_provider_id,active_to,active_from,provider_type_code\r\nOak,,7654321,,2020-02-29,010\r\n';
    expect(readEnrolledFile(text, TYPES)).toMatchObject({ ok: true, rows: [{ name: 'Oak' }] });
  });

  it.each([
    ['a short provider ID', '123,,Oak,010,2020-01-01,', /^2 hfs_provider_id: /],
    ['an NPI with a wrong digit', '7654321,1234567898,Oak,010,2020-01-01,', /^2 npi: /],
    ['no name', '7654321,,,010,2020-01-01,', /^2 name: missing/],
    ['a type that is none', '7654321,,Oak,999,2020-01-01,', /^2 provider_type_code: /],
    ['a day that is none', '7654321,,Oak,010,2021-02-29,', /^2 active_from: /],
    ['an end that is none', '7654321,,Oak,010,2020-01-01,soon', /^2 active_to: no date/],
    ['an end before the beginning', '7654321,,Oak,010,2020-01-01,2019-12-31', /^2 active_to: before/],
  ])('with %s is refused, naming line and column', (_what, line, fault) => {
    expect(faults(line)).toEqual([expect.stringMatching(fault)]);
  });

  it('is refused whole with every fault, of any line', () => {
    const all = faults('7654321,,Oak,010,2020-01-01,', '1,,Oak,010,x,', '7654321,,Elm,010,2020-01-01,');
    expect(all.map((fault) => fault.split(':')[0])).toEqual([
      '3 hfs_provider_id',
      '3 active_from',
      '4 the same provider and date as in line 2',
    ]);
  });

  it.each([
    [
      'without a column',
      'name,npi\nOak,',
      'the header lacks hfs_provider_id, provider_type_code, active_from, active_to',
    ],
    ['without a line', HEADER, 'the file lists no provider'],
    [
      'with a broken line',
      `${HEADER}\n7654321,"Oak`,
      'not a line of a CSV file with as many fields as its header',
    ],
  ])('%s is refused', (_what, text, fault) => {
    const file = readEnrolledFile(text, TYPES);
    expect(file.ok ? [] : file.faults.map((each) => each.text)).toEqual([fault]);
  });
});
