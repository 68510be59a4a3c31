import type { Request, Response } from 'express';
import { listLiaisons } from '../accounts/accounts.queries.ts';
import { readClocks, readHistory } from '../complaint/complaints.queries.ts';
import type { ClaimLine } from '../complaint/document.ts';
import { readFiled } from '../complaint/filed.queries.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import { type Question, questionOf } from '../complaint/presentation/question.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { today } from '../platform/clock.ts';
import { bannerOf, isMoveOpen, moveNamed, refuseOthersMove, requireMove } from '../web/asked-move.ts';
import { attemptMove } from '../web/attempt-move.ts';
import { type MoveForm, type MoveFormGiven, moveForm } from '../web/move-form.ts';
import type { PageView } from '../web/pages.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'mco/move': MoveView;
  }
}

interface MoveView extends PageView {
  readonly hint: string;
  readonly facts: string;
  /** What HFS asks, where the move answers it. */
  readonly question: Question | null;
  readonly form: MoveForm;
}

type MoveRequest = Request<{ reference: string; move: string }>;
type Asked = Pick<MoveFormGiven, 'body' | 'errors' | 'conflict'>;

/** The form of a move. */
export async function showMove(req: MoveRequest, res: Response): Promise<void> {
  const row = moveNamed(req.params.move);
  const inHand = await loadComplaint(req);
  requireMove(row, inHand);
  await answerWithForm(res, inHand, row, {});
}

export async function performMove(req: MoveRequest, res: Response): Promise<void> {
  const row = moveNamed(req.params.move);
  const inHand = await loadComplaint(req);
  const { complaint, actor, seen } = inHand;
  const { body } = req;
  refuseOthersMove(row, seen, actor);
  const attempt = await attemptMove(row.move, complaint.id, actor, body);
  if (attempt.kind === 'refused') {
    return answerWithForm(res, inHand, row, { body, errors: attempt.errors });
  }
  if (attempt.kind === 'conflict') {
    return answerWithForm(res, await loadComplaint(req), row, { body, conflict: attempt });
  }
  setFlash(req, bannerOf(row, actor, body));
  res.redirect(303, complaintHref(complaint));
}

async function answerWithForm(res: Response, inHand: InHand, row: MoveRow, asked: Asked): Promise<void> {
  const [claims, liaisons] = await Promise.all([
    row.needs.includes('rows') ? readClaims(inHand) : [],
    row.needs.includes('liaison') ? listLiaisons(inHand.complaint.mcoCode) : [],
  ]);
  const question = row.move === 'answer' ? await readQuestion(inHand) : null;
  const view = moveView(inHand, row, asked, { claims, liaisons, question, self: inHand.actor.accountId });
  renderPage(res, 'mco/move', view, asked.conflict ? 409 : undefined);
}

/** The form of a proposal shows every claim, so it is a view of the complaint. */
async function readClaims({ complaint, actor }: InHand): Promise<readonly ClaimLine[]> {
  const { claimLines } = await readFiled(complaint);
  await auditView(actor, complaint.id);
  return claimLines;
}

/** So is the form of an answer, which says what was asked. */
async function readQuestion({ complaint, actor, seen }: InHand): Promise<Question | null> {
  const [history, clocks] = await Promise.all([readHistory(seen), readClocks(complaint)]);
  await auditView(actor, complaint.id);
  return questionOf({ history, clocks, today: today() }, 'plan', null);
}

type Shown = MoveFormGiven['choices'] & { readonly question: Question | null };

function moveView(inHand: InHand, row: MoveRow, asked: Asked, { question, ...choices }: Shown): MoveView {
  const { complaint } = inHand;
  const base = complaintHref(complaint);
  const facts = [complaint.reference, complaint.topic?.name, complaint.organization.name];
  return {
    title: row.words.label,
    errors: asked.errors,
    breadcrumbs: [
      { href: '/mco', text: 'Complaints' },
      { href: base, text: complaint.reference ?? '' },
    ],
    hint: row.words.hint,
    facts: facts.join(' · '),
    question,
    form: moveForm({
      complaint,
      row,
      base,
      ...asked,
      isPossible: isMoveOpen(row, inHand),
      choices,
    }),
  };
}
