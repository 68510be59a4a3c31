import type { HistoryLine } from '../../complaint/complaints.queries.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import type { MoveRow } from '../../complaint/lifecycle.ts';
import { type ComplaintHead, complaintHead } from '../../complaint/presentation/complaint-head.ts';
import type { AnsweredClaim } from '../../complaint/presentation/move-fields.ts';
import { type MoveForm, type MoveFormGiven, moveForm } from '../../web/move-form.ts';
import type { PageView } from '../../web/pages.ts';
import type { ButtonRow } from '../../web/parts.ts';
import { type AskedFor, requestOf } from './asked-for.ts';
import { complaintHref } from './load-complaint.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/move': FilerMoveView;
  }
}

export interface FilerMoveView extends PageView {
  readonly heading: string;
  readonly hint: string;
  readonly head: ComplaintHead;
  /** What HFS asked for, where the move answers it, with where to add a document first. */
  readonly asked: (AskedFor & { readonly buttons: ButtonRow }) | null;
  readonly form: MoveForm;
}

export interface MoveGiven extends Pick<MoveFormGiven, 'body' | 'errors' | 'conflict' | 'isPossible'> {
  readonly row: MoveRow;
  readonly history: readonly HistoryLine[];
  readonly answers: readonly AnsweredClaim[];
}

export function moveView({ complaint, seen }: InHand, given: MoveGiven): FilerMoveView {
  const { row, history, answers } = given;
  const base = complaintHref(complaint);
  const asked = row.move === 'resubmit' ? requestOf(complaint.status, history) : null;
  const addFirst = { text: 'Add documents', href: `${base}/files`, style: 'secondary' } as const;
  return {
    title: row.words.label,
    errors: given.errors,
    breadcrumbs: [
      { href: '/complaints', text: 'My complaints' },
      { href: base, text: complaint.reference ?? '' },
    ],
    heading: row.words.label,
    hint: row.words.hint,
    head: complaintHead(complaint, seen.party),
    asked: asked && { ...asked, buttons: { buttons: [addFirst] } },
    form: moveForm({ ...given, complaint, base, choices: { answers } }),
  };
}
