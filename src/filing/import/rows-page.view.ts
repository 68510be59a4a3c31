import { CLAIM_FIELDS, type ClaimField, headingOf } from '../../complaint/claims-import/columns.ts';
import { type JudgedRow, judgeRow, type RowFault } from '../../complaint/claims-import/judge-row.ts';
import type { ImportSummary, WaitingRow } from '../../complaint/claims-import/waiting.ts';
import type { CheckboxField, TextField } from '../../web/fields.ts';
import { fieldError } from '../../web/forms.ts';
import type { FieldError, Link } from '../../web/pages.ts';
import type { ButtonRow, Pagination } from '../../web/parts.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import type { StepFrame, StepView } from '../steps/frame.ts';
import { skipLink } from './claim-ways.view.ts';
import { lineContextOf } from './import-into-draft.ts';
import { summaryNotes, takenText } from './import-result-words.ts';
import { ROWS_SHOWN, waitingControl } from './row-form.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/import-rows': RowsView;
  }
}

export interface RowsView extends StepView {
  readonly lead: string;
  readonly notes: readonly string[];
  readonly downloadHref: string;
  readonly uploadHref: string;
  readonly rows: readonly WaitingRowView[];
  /** For what was found in many rows alike; null: it was not. */
  readonly useAll: { readonly text: string } | null;
  readonly pages: Pagination;
  readonly page: number;
  readonly buttons: ButtonRow;
  /** Null: a single row is dropped by its own button. */
  readonly dropAll: CheckboxField | null;
  readonly skip: Link | null;
}

export interface WaitingRowView {
  readonly legend: string;
  readonly extra: string | null;
  /** The fields, two beside each other. */
  readonly groups: readonly (readonly WaitingFieldView[])[];
  readonly drop: { readonly about: string; readonly value: string };
}

interface WaitingFieldView {
  readonly options: TextField;
  readonly offer: { readonly text: string; readonly value: string } | null;
}

/** The rows of a page of the list, with what is wrong in each. */
export interface ShownRows {
  /** From 1. */
  readonly page: number;
  readonly rows: readonly WaitingRow[];
}

export const DROP_ALL_FIELD = 'isSure';

export function rowsOnPage(waiting: readonly WaitingRow[], asked: number): ShownRows {
  const last = Math.max(1, Math.ceil(waiting.length / ROWS_SHOWN));
  const page = Math.min(Math.max(1, asked), last);
  return { page, rows: waiting.slice((page - 1) * ROWS_SHOWN, page * ROWS_SHOWN) };
}

/** What is wrong in the rows shown, each at its field; in the summary it is told by row and column. */
export function rowErrors(draft: Draft, rows: readonly WaitingRow[]): FieldError[] {
  const context = lineContextOf(draft);
  return rows.flatMap((row) =>
    judgeRow(row, context).faults.map(({ field, text }) =>
      fieldError(waitingControl(row.id, field), `Row ${row.row}, ${headingOf(field)}: ${text}`),
    ),
  );
}

export function rowsView(
  draft: Draft,
  waiting: readonly WaitingRow[],
  { page, rows }: ShownRows,
  frame: StepFrame,
): RowsView {
  const context = lineContextOf(draft);
  const judged = rows.map((row) => ({ row, judged: judgeRow(row, context) }));
  const lostZeros = judged.filter((each) => each.judged.faults.some(isLostZero)).length;
  const summary = draft.document.claimsImport?.summary;
  return {
    ...frame,
    title: 'Rows that need you',
    action: draftHref(draft.id, 'claims/import/rows'),
    lead: leadOf(summary, waiting.length),
    notes: summary ? summaryNotes(summary, true) : [],
    downloadHref: draftHref(draft.id, 'claims/import/rows.csv'),
    uploadHref: draftHref(draft.id, 'claims/import'),
    rows: judged.map((each) => rowView(each.row, each.judged)),
    useAll: lostZeros > 1 ? { text: 'Put the zero back in all RINs of 8 digits' } : null,
    pages: pagesOf(draft, waiting.length, page),
    page,
    buttons: {
      buttons: [
        { text: 'Save what is right' },
        { text: 'Go back to the claims', href: draftHref(draft.id, 'claims'), style: 'link' },
      ],
    },
    dropAll: waiting.length > 1 ? dropAllField(waiting.length, frame) : null,
    skip: skipLink(rows.length),
  };
}

function dropAllField(count: number, { errors }: StepFrame): CheckboxField {
  const label = `Drop all ${count} rows that wait: they will not be in the complaint`;
  return { name: DROP_ALL_FIELD, label, errors };
}

function leadOf(summary: ImportSummary | undefined, waiting: number): string {
  if (summary) return takenText(summary, waiting);
  return waiting === 1 ? '1 row needs you.' : `${waiting} rows need you.`;
}

function isLostZero({ field, offer }: RowFault): boolean {
  return field === 'rin' && offer !== undefined;
}

function rowView(row: WaitingRow, { faults }: JudgedRow): WaitingRowView {
  const legend = `Row ${row.row}`;
  const fieldsOf = CLAIM_FIELDS.map((field) => fieldView(row, field, faults));
  return {
    legend,
    extra: row.extra.length > 0 ? `Left over in this row: ${row.extra.join(' · ')}` : null,
    groups: Array.from({ length: fieldsOf.length / 2 }, (_none, pair) =>
      fieldsOf.slice(pair * 2, pair * 2 + 2),
    ),
    drop: { about: legend.toLowerCase(), value: `drop:${row.id}` },
  };
}

function fieldView(row: WaitingRow, field: ClaimField, faults: readonly RowFault[]): WaitingFieldView {
  const name = waitingControl(row.id, field);
  const fault = faults.find((each) => each.field === field);
  return {
    options: {
      name,
      label: headingOf(field),
      value: row.texts[field] ?? '',
      autocomplete: 'off',
      width: 'full',
      isSpellchecked: false,
      optional: OPTIONAL.has(field),
      errors: fault ? [fieldError(name, fault.text)] : [],
    },
    offer:
      fault?.offer === undefined ? null : { text: `Use ${fault.offer}`, value: `use:${row.id}:${field}` },
  };
}

const OPTIONAL: ReadonlySet<ClaimField> = new Set(['serviceTo', 'paidCents', 'carc', 'denialDate']);

function pagesOf(draft: Draft, count: number, page: number): Pagination {
  if (count <= ROWS_SHOWN) return {};
  const href = (to: number) => `${draftHref(draft.id, 'claims/import/rows')}?page=${to}`;
  const from = (page - 1) * ROWS_SHOWN;
  return {
    label: 'Pages of rows',
    summary: `${from + 1} to ${Math.min(from + ROWS_SHOWN, count)} of ${count}`,
    previous: page > 1 ? href(page - 1) : undefined,
    next: from + ROWS_SHOWN < count ? href(page + 1) : undefined,
  };
}
