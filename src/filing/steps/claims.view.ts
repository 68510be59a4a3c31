import { CLAIM_LINES_LIMIT } from '../../complaint/document.ts';
import type { FieldOptions, RevealedField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { ButtonRow } from '../../web/parts.ts';
import { claimFields } from './claim-fields.ts';
import { type ClaimRow, filledRowsIn, rowControl } from './claim-rows.ts';
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
  readonly rowButtons: ButtonRow;
}

export interface ClaimRowView {
  readonly legend: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  /** The fields, two or three beside each other. */
  readonly groups: readonly (readonly RevealedField[])[];
  /** What is wrong with the row, for those who skim: how many of its fields are marked. */
  readonly remove: { readonly text: string; readonly about: string; readonly value: string };
}

export function claimsView(page: StepPage): ClaimsStepView {
  const { frame, draft, body } = page;
  const isDispute = draft.topic?.disputedClaim ?? false;
  const isRequired = draft.topic?.memberRequired ?? false;
  const noun = isDispute ? 'claim' : 'member';
  const rows = shownRows(body, isRequired);
  return {
    ...frame,
    title: isDispute ? 'Members and claims' : 'Members',
    heading: headingOf(isDispute, isRequired),
    lead: leadOf(isDispute, isRequired),
    error: frame.errors.find(({ field }) => field === 'claimLines')?.text ?? null,
    rows: rows.map((row, number) => rowView(row, number, noun, page)),
    rowButtons: { buttons: rowButtons(rows, noun) },
  };
}

function headingOf(isDispute: boolean, isRequired: boolean): string {
  if (isDispute) return 'Which claims are disputed?';
  return isRequired ? 'Which members is it about?' : 'Is it about particular members?';
}

function leadOf(isDispute: boolean, isRequired: boolean): string {
  if (isDispute) {
    return `List each claim, up to ${CLAIM_LINES_LIMIT}. They may be of several members, if the question is the same for all of them.`;
  }
  if (isRequired) return 'Name each member, with the dates on which care was given, or is needed.';
  return 'This topic needs none. If it is about particular members, add them; otherwise go on.';
}

function shownRows(body: StepPage['body'], isRequired: boolean): ClaimRow[] {
  const rows = filledRowsIn(body);
  const wantsOne = typedText(body, 'button') === 'add' || (isRequired && rows.length === 0);
  return wantsOne ? [...rows, {}] : rows;
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

function rowButtons(rows: readonly ClaimRow[], noun: string): ButtonRow['buttons'] {
  if (rows.length >= CLAIM_LINES_LIMIT) return [];
  const style = 'secondary';
  if (rows.length === 0) return [{ text: `Add a ${noun}`, name: 'button', value: 'add', style }];
  return [
    { text: `Add another ${noun}`, name: 'button', value: 'add', style },
    ...(noun === 'claim'
      ? [{ text: 'Add a claim of the same member', name: 'button', value: 'add-same', style } as const]
      : []),
  ];
}
