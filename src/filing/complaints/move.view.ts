import type { HistoryLine } from '../../complaint/complaints.queries.ts';
import type { ClaimLine } from '../../complaint/document.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import type { MoveRow } from '../../complaint/lifecycle.ts';
import { acceptanceText } from '../../complaint/presentation/acceptance.ts';
import { type ComplaintHead, complaintHead } from '../../complaint/presentation/complaint-head.ts';
import { answeredClaims, type ProposalShown, proposalShown } from '../../complaint/presentation/proposal.ts';
import type { Question } from '../../complaint/presentation/question.ts';
import { chicagoDate } from '../../platform/dates.ts';
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
  /** What HFS asks beside the course of things, where the move answers it. */
  readonly question: Question | null;
  /** What is accepted, where the move accepts it. */
  readonly proposal: ProposalShown | null;
  readonly form: MoveForm;
}

export interface MoveGiven extends Pick<MoveFormGiven, 'body' | 'errors' | 'conflict' | 'isPossible'> {
  readonly row: MoveRow;
  readonly history: readonly HistoryLine[];
  /** Those that the plan answered; none where the move is not about its answer. */
  readonly claims: readonly ClaimLine[];
  readonly question: Question | null;
}

export function moveView({ complaint, seen }: InHand, given: MoveGiven): FilerMoveView {
  const { row, history, claims } = given;
  const base = complaintHref(complaint);
  const asked = row.move === 'resubmit' ? requestOf(complaint.status, history) : null;
  const isAccepted = row.move === 'accept' && given.isPossible;
  const answers = complaint.status === 'proposed' ? answeredClaims(history, claims) : [];
  const form = moveForm({ ...given, complaint, base, choices: { answers } });
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
    question: given.question,
    proposal: isAccepted ? proposalShown(history, claims, complaint.mco?.name ?? 'the plan') : null,
    form: isAccepted ? { ...form, confirmation: acceptance(given) } : form,
  };
}

/** What is signed with the button: it cannot be taken back. */
function acceptance({ row, history, claims }: MoveGiven): MoveForm['confirmation'] {
  const line = history.findLast(({ move }) => move === 'propose');
  const accepted = line ? acceptanceText(line.writing.rows ?? [], claims, chicagoDate(line.at)) : [];
  const { confirmation } = row.words;
  return { type: 'warning', text: [accepted.join(' '), ...(confirmation ? [confirmation] : [])] };
}
