import type { InHand } from '../complaint/in-hand.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import { movesOpen } from '../complaint/standing.ts';
import type { Button } from '../web/parts.ts';
import { CHANGE_DRAFT, type DecisionDraft } from './decision-draft.ts';

/** The moves that are open to whoever looks. */
export interface CaseMoves {
  readonly buttons: readonly Button[];
  /** For taking it oneself with one click; null: it is one's own, or closed. */
  readonly take: { readonly action: string; readonly assignee: string; readonly version: number } | null;
}

/** The main ones stand first. */
export function caseMoves(
  { complaint, actor, seen, reference }: InHand,
  draft: DecisionDraft | null,
): CaseMoves {
  const rows = movesOpen(complaint, reference, seen.party, actor.role);
  const base = `/casework/complaints/${complaint.reference}/moves`;
  const mayTake = rows.some(({ move }) => move === 'assign') && complaint.assigneeId !== actor.accountId;
  return {
    buttons: rows.map((row) => buttonOf(row, `${base}/${row.move}`, draft)).toSorted(mainFirst),
    take:
      mayTake && actor.accountId
        ? { action: `${base}/assign`, assignee: actor.accountId, version: complaint.version }
        : null,
  };
}

/** What is drafted already is changed; as long as it waits for a supervisor, that is not what is to be done next. */
function buttonOf(row: MoveRow, href: string, draft: DecisionDraft | null): Button {
  if (row.move !== 'draft-decision' || draft === null)
    return { text: row.words.label, href, style: styleOf(row) };
  return { text: CHANGE_DRAFT, href, style: draft.sentBack ? 'primary' : 'secondary' };
}

function mainFirst(one: Button, other: Button): number {
  return Number(other.style === 'primary') - Number(one.style === 'primary');
}

/** Red is for the page that carries it out: among the ways in, closing is one of several. */
function styleOf({ words }: MoveRow): 'primary' | 'secondary' {
  return words.button === 'primary' ? 'primary' : 'secondary';
}
