import { CLAIM_COLUMNS, type ColumnUse, headingOf } from '../../complaint/claims-import/columns.ts';
import { likelyHeaderRow, rowsBelow, usesByHeadings } from '../../complaint/claims-import/import-sheet.ts';
import type { WaitingTable } from '../../complaint/claims-import/waiting.ts';
import { columnLetter } from '../../platform/spreadsheet/sheet.ts';
import type { CheckboxField, Choice, SelectField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { ButtonRow } from '../../web/parts.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import type { StepFrame, StepView } from '../steps/frame.ts';
import type { FormBody } from '../steps/read-form.ts';
import { lineContextOf } from './import-into-draft.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/import-columns': ColumnsView;
  }
}

export interface ColumnsView extends StepView {
  readonly lead: string;
  readonly headings: CheckboxField;
  readonly columns: readonly ColumnView[];
  readonly buttons: ButtonRow;
}

interface ColumnView {
  readonly heading: string;
  /** The first cells, as they are written. */
  readonly values: readonly string[];
  readonly use: SelectField;
}

const VALUES_SHOWN = 3;
const LONGEST_VALUE = 60;

/** The name of the control for a column, by its place. */
export function columnControl(place: number): string {
  return `column.${place}`;
}

export function columnsView(
  draft: Draft,
  table: WaitingTable,
  frame: StepFrame,
  body: FormBody,
): ColumnsView {
  const rows = rowsBelow(table);
  return {
    ...frame,
    title: 'What the columns hold',
    alerts: [],
    action: draftHref(draft.id, 'claims/import/columns'),
    lead: `The spreadsheet has ${table.rows.length === 1 ? 'a row' : `${table.rows.length} rows`}, and not all headings say what is in their column. Say it once; nothing has to be typed again.`,
    headings: {
      name: 'hasHeadings',
      label: `Row ${likelyHeaderRow(table) ?? 1} holds headings, and no claim`,
      checked: typedText(body, 'hasHeadings') === 'yes',
    },
    columns: filledPlaces(table).map((place) => ({
      heading: columnHeading(table, place),
      values: valuesAt(rows, place),
      use: {
        name: columnControl(place),
        label: `What is in column ${columnLetter(place)}?`,
        prompt: 'Nothing that is needed',
        choices: CHOICES,
        value: typedText(body, columnControl(place)),
        width: 'xl',
        errors: frame.errors,
      },
    })),
    buttons: {
      buttons: [
        { text: 'Read the claims' },
        { text: 'Leave this spreadsheet out', name: 'button', value: 'discard', style: 'link' },
      ],
    },
  };
}

/** The form as the headings fill it in. */
export function columnsByHeadings(draft: Draft, table: WaitingTable): FormBody {
  const { uses } = usesByHeadings(table, lineContextOf(draft));
  const chosen = uses.map((use, place) => [columnControl(place), use ?? '']);
  return { ...Object.fromEntries(chosen), hasHeadings: table.headerRow === null ? '' : 'yes' };
}

/** The places of columns in which something stands. */
export function filledPlaces({ rows }: WaitingTable): number[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_none, place) => place).filter((place) =>
    rows.some(({ cells }) => cells[place]?.text.trim() || cells[place]?.kind === 'ssn'),
  );
}

const USES: readonly ColumnUse[] = [
  'memberName',
  'memberLastName',
  'memberFirstName',
  'rin',
  'serviceDates',
  ...CLAIM_COLUMNS.map(({ field }) => field).slice(3),
];
const CHOICES: readonly Choice[] = USES.map((use) => ({ value: use, text: headingOf(use) }));

function columnHeading(table: WaitingTable, place: number): string {
  const header = table.rows.find(({ number }) => number === table.headerRow);
  const heading = header?.cells[place]?.text.trim() ?? '';
  return `Column ${columnLetter(place)}${heading === '' ? '' : `: ${shortened(heading)}`}`;
}

function valuesAt(rows: WaitingTable['rows'], place: number): string[] {
  const cells = rows.flatMap(({ cells: all }) => all[place] ?? []);
  const shown = cells.filter(({ text, kind }) => text.trim() !== '' || kind === 'ssn').slice(0, VALUES_SHOWN);
  return shown.map(({ text, kind }) =>
    kind === 'ssn' ? 'Not kept: it looks like a Social Security number' : shortened(text.trim()),
  );
}

function shortened(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
