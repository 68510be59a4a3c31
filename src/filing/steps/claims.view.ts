import { CLAIM_LINES_LIMIT } from '../../complaint/document.ts';
import type { FieldOptions, RevealedField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { Link } from '../../web/pages.ts';
import type { ButtonRow, Pagination, Tabs } from '../../web/parts.ts';
import { claimWays, importAlerts, skipLink } from '../import/claim-ways.view.ts';
import { claimFields } from './claim-fields.ts';
import { type ClaimRow, type ClaimSheet, pageOfRow, rowControl, SHEET_SIZE, sheetIn } from './claim-sheet.ts';
import { headingOf, leadOf } from './claims-words.ts';
import type { StepView } from './frame.ts';
import type { StepPage } from './step.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/claims': ClaimsStepView;
  }
}

export interface ClaimsStepView extends StepView {
  readonly heading: string;
  readonly lead: string;
  /** What is wrong with the rows as a whole. */
  readonly error: string | null;
  readonly rows: readonly ClaimRowView[];
  readonly ways: Tabs;
  /** Past the rows; null: they are few. */
  readonly skip: Link | null;
  readonly rowButtons: ButtonRow;
  /** Which page of the claims it is, counted by the rows before it. */
  readonly firstRow: number;
  readonly pages: Pagination;
}

export interface ClaimRowView {
  readonly legend: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  /** The fields, two or three beside each other. */
  readonly groups: readonly (readonly RevealedField[])[];
  readonly remove: { readonly text: string; readonly about: string; readonly value: string };
}

export function claimsView(page: StepPage): ClaimsStepView {
  const { frame, draft } = page;
  const isDispute = draft.topic?.disputedClaim ?? false;
  const isRequired = draft.topic?.memberRequired ?? false;
  const noun = isDispute ? 'claim' : 'member';
  const sheet = shownSheet(page, isRequired);
  return {
    ...frame,
    title: isDispute ? 'Members and claims' : 'Members',
    heading: headingOf(isDispute, isRequired),
    lead: leadOf(isDispute, isRequired),
    alerts: [...importAlerts(draft), ...frame.alerts],
    ways: claimWays(draft, 'claims'),
    skip: skipLink(sheet.rows.length),
    error: frame.errors.find(({ field }) => field === 'claimLines')?.text ?? null,
    rows: sheet.rows.map((row, number) => rowView(row, sheet.first + number, noun, page)),
    rowButtons: { buttons: rowButtons(sheet, noun, draft.document.claimLines.length) },
    firstRow: sheet.first,
    pages: pagesOf(sheet, page),
  };
}

/** A blank row at the end, where one is asked for, or where there has to be at least one. */
function shownSheet({ body, draft }: StepPage, isRequired: boolean): ClaimSheet {
  const { first, rows } = sheetIn(body);
  const isLast = first + SHEET_SIZE >= draft.document.claimLines.length;
  const isAdding = typedText(body, 'button') === 'add' && isLast && rows.length < SHEET_SIZE;
  const isNone = isRequired && first + rows.length === 0;
  return { first, rows: isAdding || isNone ? [...rows, {}] : rows };
}

function pagesOf({ first, rows }: ClaimSheet, { frame, draft }: StepPage): Pagination {
  const count = Math.max(draft.document.claimLines.length, first + rows.length);
  if (count <= SHEET_SIZE) return {};
  const from = frame.returnTo ? '&from=check' : '';
  const href = (row: number) => `${frame.action}?page=${pageOfRow(row)}${from}`;
  return {
    label: 'Pages of claims',
    summary: `${first + 1} to ${first + rows.length} of ${count}`,
    previous: first > 0 ? href(first - 1) : undefined,
    next: first + rows.length < count ? href(first + SHEET_SIZE) : undefined,
  };
}

function rowView(row: ClaimRow, number: number, noun: string, { frame, draft }: StepPage): ClaimRowView {
  const place = <Options extends FieldOptions>(options: Options): Options => ({
    ...options,
    name: rowControl(number, options.name),
    errors: frame.errors,
  });
  const isDispute = draft.topic?.disputedClaim ?? false;
  const groups = claimFields(row, isDispute).map((group) =>
    group.map(({ field, options }) => ({ field, options: place(options) })),
  );
  const legend = `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${number + 1}`;
  return {
    legend,
    hidden: row.id ? [{ name: rowControl(number, 'id'), value: row.id }] : [],
    groups,
    remove: { text: 'Remove', about: legend.toLowerCase(), value: `remove:${number}` },
  };
}

/** On the last page only: new rows come after all others. */
function rowButtons({ first, rows }: ClaimSheet, noun: string, count: number): ButtonRow['buttons'] {
  const isLast = first + SHEET_SIZE >= count;
  if (!isLast || first + rows.length >= CLAIM_LINES_LIMIT) return [];
  const style = 'secondary';
  if (rows.length === 0) return [{ text: `Add a ${noun}`, name: 'button', value: 'add', style }];
  return [
    { text: `Add another ${noun}`, name: 'button', value: 'add', style },
    ...(noun === 'claim'
      ? [{ text: 'Add a claim of the same member', name: 'button', value: 'add-same', style } as const]
      : []),
  ];
}
