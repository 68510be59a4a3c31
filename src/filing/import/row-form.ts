import { z } from 'zod';
import { CLAIM_FIELDS, type ClaimField } from '../../complaint/claims-import/columns.ts';
import type { RowTexts, WaitingRow } from '../../complaint/claims-import/waiting.ts';
import { typedText } from '../../web/forms.ts';
import type { FormBody } from '../steps/read-form.ts';

/** Rows shown and sent at once. */
export const ROWS_SHOWN = 20;

/** What a button of the rows' page does. */
export type RowAction =
  | { readonly kind: 'save' }
  | { readonly kind: 'drop'; readonly row: string }
  | { readonly kind: 'drop-all'; readonly isSure: boolean }
  | { readonly kind: 'use'; readonly row: string; readonly field: ClaimField }
  /** Puts the zero back in all rows in which it was probably lost. */
  | { readonly kind: 'use-all' };

/** The name of a row's control. */
export function waitingControl(rowId: string, field: ClaimField): string {
  return `row.${rowId}.${field}`;
}

/** What was typed for a row; a field that the form does not have is left as it is. */
export function typedRow(body: FormBody, { id }: WaitingRow): RowTexts | null {
  const typed = CLAIM_FIELDS.flatMap((field) => {
    const name = waitingControl(id, field);
    return name in body ? [[field, typedText(body, name)] as const] : [];
  });
  return typed.length === 0 ? null : Object.fromEntries(typed);
}

export function rowActionIn(body: FormBody): RowAction {
  const [kind, row = '', field = ''] = typedText(body, 'button').split(':');
  if (kind === 'drop' && isRowId(row)) return { kind, row };
  if (kind === 'drop-all') return { kind, isSure: typedText(body, 'isSure') === 'yes' };
  if (kind === 'use-all') return { kind };
  const used = CLAIM_FIELDS.find((each) => each === field);
  return kind === 'use' && isRowId(row) && used ? { kind, row, field: used } : { kind: 'save' };
}

function isRowId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
