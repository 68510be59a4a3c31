import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { problemText } from '../../complaint/identifier-words.ts';
import { parseHfsProviderId, parseNpi } from '../../complaint/identifiers.ts';
import { parseDate } from '../../platform/dates.ts';
import type { EnrolledRow } from './enrolled.queries.ts';

export const ENROLLED_COLUMNS = [
  'hfs_provider_id',
  'npi',
  'name',
  'provider_type_code',
  'active_from',
  'active_to',
] as const;
type Column = (typeof ENROLLED_COLUMNS)[number];

/** What is wrong with a file of enrolled providers; `line` counts from 1, with the header as the first. */
export interface FileFault {
  readonly line: number;
  readonly text: string;
}

export type EnrolledFile =
  | { readonly ok: true; readonly rows: readonly EnrolledRow[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Reads the whole file, and finds every fault in it: a list is taken whole or not at all. */
export function readEnrolledFile(text: string, providerTypes: ReadonlySet<string>): EnrolledFile {
  const table = tableOf(text);
  if ('faults' in table) return { ok: false, faults: table.faults };
  const faults: FileFault[] = [];
  const rows: EnrolledRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, record } of table.records) {
    const read = rowOf(record, providerTypes);
    const key = `${read.row.hfsProviderId} from ${read.row.activeFrom}`;
    const before = seen.get(key);
    const texts =
      before === undefined
        ? read.faults
        : [...read.faults, `the same provider and date as in line ${before}`];
    seen.set(key, before ?? line);
    faults.push(...texts.map((fault) => ({ line, text: fault })));
    rows.push(read.row);
  }
  if (rows.length === 0 && faults.length === 0) faults.push({ line: 1, text: 'the file lists no provider' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows };
}

const Lines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

type Fields = Readonly<Record<Column, string>>;

type TableRead =
  | { readonly records: readonly { readonly line: number; readonly record: Fields }[] }
  | { readonly faults: readonly FileFault[] };

function tableOf(text: string): TableRead {
  try {
    const lines = Lines.parse(parse(text, { bom: true, trim: true, skip_empty_lines: true, info: true }));
    const header = lines[0]?.record ?? [];
    const missing = ENROLLED_COLUMNS.filter((column) => !header.includes(column));
    if (missing.length > 0) {
      return { faults: [{ line: 1, text: `the header lacks ${missing.join(', ')}` }] };
    }
    const records = lines.slice(1).map(({ record, info }) => {
      const value = (column: Column) => record[header.indexOf(column)] ?? '';
      return {
        line: info.lines,
        record: {
          hfs_provider_id: value('hfs_provider_id'),
          npi: value('npi'),
          name: value('name'),
          provider_type_code: value('provider_type_code'),
          active_from: value('active_from'),
          active_to: value('active_to'),
        },
      };
    });
    return { records };
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    return { faults: [{ line, text: 'not a line of a CSV file with as many fields as its header' }] };
  }
}

function rowOf(record: Fields, providerTypes: ReadonlySet<string>) {
  const id = parseHfsProviderId(record.hfs_provider_id);
  const npi = record.npi === '' ? null : parseNpi(record.npi);
  const from = parseDate(record.active_from);
  const to = record.active_to === '' ? null : parseDate(record.active_to);
  const isDateWrong = record.active_to !== '' && to === null;
  const faults = [
    ...(id.ok ? [] : [`hfs_provider_id: ${problemText(id.problem)}`]),
    ...(npi === null || npi.ok ? [] : [`npi: ${problemText(npi.problem)}`]),
    ...(record.name === '' ? ['name: missing'] : []),
    ...(providerTypes.has(record.provider_type_code) ? [] : ['provider_type_code: no type that HFS has']),
    ...(from === null ? ['active_from: no date as YYYY-MM-DD'] : []),
    ...(isDateWrong ? ['active_to: no date as YYYY-MM-DD'] : []),
    ...(from !== null && to !== null && record.active_to < record.active_from
      ? ['active_to: before active_from']
      : []),
  ];
  const row: EnrolledRow = {
    hfsProviderId: id.ok ? id.value : record.hfs_provider_id,
    npi: npi?.ok ? npi.value : null,
    name: record.name,
    providerTypeCode: record.provider_type_code,
    activeFrom: record.active_from,
    activeTo: record.active_to === '' ? null : record.active_to,
  };
  return { row, faults };
}
