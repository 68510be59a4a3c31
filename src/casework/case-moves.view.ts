import type { InHand } from '../complaint/in-hand.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import { movesOpen } from '../complaint/standing.ts';
import type { Button } from '../web/parts.ts';

/** The moves that are open to whoever looks. */
export interface CaseMoves {
  readonly buttons: readonly Button[];
  /** For taking it oneself with one click; null: it is one's own, or closed. */
  readonly take: { readonly action: string; readonly assignee: string; readonly version: number } | null;
}

export function caseMoves({ complaint, actor, seen, reference }: InHand): CaseMoves {
  const rows = movesOpen(complaint, reference, seen.party, actor.role);
  const base = `/casework/complaints/${complaint.reference}/moves`;
  const mayTake = rows.some(({ move }) => move === 'assign') && complaint.assigneeId !== actor.accountId;
  return {
    buttons: rows.map((row) => ({ text: row.words.label, href: `${base}/${row.move}`, style: styleOf(row) })),
    take:
      mayTake && actor.accountId
        ? { action: `${base}/assign`, assignee: actor.accountId, version: complaint.version }
        : null,
  };
}

/** Red is for the page that carries it out: among the ways in, closing is one of several. */
function styleOf({ words }: MoveRow): 'primary' | 'secondary' {
  return words.button === 'primary' ? 'primary' : 'secondary';
}
