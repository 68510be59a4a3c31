import { settleRows, withOffer, withTyped } from '../../complaint/claims-import/amend-rows.ts';
import type { WaitingRow } from '../../complaint/claims-import/waiting.ts';
import { CLAIM_LINES_LIMIT, type DraftClaimLine } from '../../complaint/document.ts';
import type { Draft } from '../drafts/draft.ts';
import type { FormBody } from '../steps/read-form.ts';
import { lineContextOf } from './import-into-draft.ts';
import { type RowAction, typedRow } from './row-form.ts';

/** The rows that wait after what a form says of them. */
export interface Amended {
  /** All lines of the draft, with the rows that are right now. */
  readonly lines: readonly DraftClaimLine[];
  readonly waiting: readonly WaitingRow[];
  readonly added: number;
  readonly dropped: number;
  /** So many rows took what was offered. */
  readonly mended: number;
}

/** Takes what was typed, does what the button says, and puts the sent rows that are right among the claims. */
export function amendWaiting(
  draft: Draft,
  waiting: readonly WaitingRow[],
  body: FormBody,
  action: RowAction,
): Amended {
  const context = lineContextOf(draft);
  const typed = waiting.map((row) => withTyped(row, typedRow(body, row) ?? {}));
  const kept = typed.filter(({ id }) => !isDropped(id, action));
  const mended = kept.map((row) => {
    if (action.kind === 'use' && action.row === row.id) return withOffer(row, action.field, context);
    return action.kind === 'use-all' ? withOffer(row, 'rin', context) : row;
  });
  const changed = mended.filter((row, index) => row !== kept[index]);
  const sent = kept.filter((row) => typedRow(body, row) !== null);
  const ids = new Set([...sent, ...changed].map(({ id }) => id));
  const settled = settleRows(mended, ids, draft.document.claimLines, context);
  return {
    ...settled,
    added: settled.lines.length - draft.document.claimLines.length,
    dropped: waiting.length - kept.length,
    mended: changed.length,
  };
}

function isDropped(id: string, action: RowAction): boolean {
  if (action.kind === 'drop') return action.row === id;
  return action.kind === 'drop-all' && action.isSure;
}

export function isTooMany({ lines }: Amended): boolean {
  return lines.length > CLAIM_LINES_LIMIT;
}

/** What was done, a sentence each. */
export function amendedText({ added, dropped }: Amended): string {
  const parts = [
    ...(added > 0 ? [added === 1 ? '1 row is in.' : `${added} rows are in.`] : []),
    ...(dropped > 0 ? [dropped === 1 ? '1 row is dropped.' : `${dropped} rows are dropped.`] : []),
  ];
  return parts.join(' ');
}
