import type { LineContext } from '../claim-line.ts';
import type { DraftClaimLine } from '../document.ts';
import { CLAIM_FIELDS, type ClaimField } from './columns.ts';
import { judgeRow } from './judge-row.ts';
import { claimKey } from './same-claim.ts';
import { holdsSsn } from './social-security.ts';
import type { Mark, RowTexts, WaitingRow } from './waiting.ts';

/** What a person typed into a waiting row. A mark goes with the text that had it. */
export function withTyped(row: WaitingRow, typed: RowTexts): WaitingRow {
  const texts: RowTexts = { ...row.texts };
  const marks: Partial<Record<ClaimField, Mark>> = { ...row.marks };
  let isChanged = false;
  for (const field of CLAIM_FIELDS) {
    const text = typed[field];
    if (text === undefined || text === (row.texts[field] ?? '')) continue;
    isChanged = true;
    delete marks[field];
    texts[field] = holdsSsn(text) ? '' : text;
    if (holdsSsn(text)) marks[field] = { kind: 'ssn' };
  }
  return { ...row, texts, marks: isChanged ? withoutDuplicate(marks) : marks };
}

/** The row with what was offered for a field taken; as it is, if nothing is offered there. */
export function withOffer(row: WaitingRow, field: ClaimField, context: LineContext): WaitingRow {
  const offer = judgeRow(row, context).faults.find((fault) => fault.field === field)?.offer;
  if (offer === undefined) return row;
  const { [field]: _taken, ...marks } = row.marks;
  return { ...row, texts: { ...row.texts, [field]: offer }, marks };
}

export interface Settled {
  readonly lines: readonly DraftClaimLine[];
  readonly waiting: readonly WaitingRow[];
}

/** Puts the rows of the given ids that are right now among the lines; one that the list has already goes on waiting. */
export function settleRows(
  waiting: readonly WaitingRow[],
  ids: ReadonlySet<string>,
  lines: readonly DraftClaimLine[],
  context: LineContext,
): Settled {
  const known = new Set(lines.map(claimKey));
  const added: DraftClaimLine[] = [];
  const left = waiting.flatMap((row): WaitingRow[] => {
    if (!ids.has(row.id)) return [row];
    const { line, faults } = judgeRow(row, context);
    if (faults.length > 0) return [row];
    if (known.has(claimKey(line))) return [asDuplicate(row, line)];
    known.add(claimKey(line));
    added.push(line);
    return [];
  });
  return { lines: [...lines, ...added], waiting: left };
}

function asDuplicate(row: WaitingRow, line: DraftClaimLine): WaitingRow {
  const field = line.claimNumber === undefined ? 'rin' : 'claimNumber';
  return { ...row, marks: { ...row.marks, [field]: { kind: 'duplicate' } } };
}

/** What is the same claim as another no longer is, once anything of it is changed. */
function withoutDuplicate(marks: Partial<Record<ClaimField, Mark>>): Partial<Record<ClaimField, Mark>> {
  return Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark.kind !== 'duplicate'));
}
