import type { Request, Response } from 'express';
import { readClocks, readHistory } from '../../complaint/complaints.queries.ts';
import { readFiled } from '../../complaint/filed.queries.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { isKept, isMove, MOVES, type MoveRow } from '../../complaint/lifecycle.ts';
import { questionOf } from '../../complaint/presentation/question.ts';
import { movesOpen } from '../../complaint/standing.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { today } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import { attemptMove } from '../../web/attempt-move.ts';
import type { MoveFormGiven } from '../../web/move-form.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';
import { moveView } from './move.view.ts';

type Asked = Pick<MoveFormGiven, 'body' | 'errors' | 'conflict'>;

/** The form of a move. One that is not open from here leads back to the complaint. */
export async function showMove(req: Request, res: Response): Promise<void> {
  const row = rowNamed(req);
  const own = await loadComplaint(req);
  if (isOpen(row, own)) return answerWithForm(res, own, row, {});
  setFlash(req, `“${row.words.label}” is not open to you as the complaint stands.`);
  res.redirect(303, complaintHref(own.complaint));
}

export async function performMove(req: Request, res: Response): Promise<void> {
  const row = rowNamed(req);
  const own = await loadComplaint(req);
  const attempt = await attemptMove(row.move, own.complaint.id, own.actor, req.body);
  if (attempt.kind === 'refused') {
    return answerWithForm(res, own, row, { body: req.body, errors: attempt.errors });
  }
  if (attempt.kind === 'conflict') {
    return answerWithForm(res, await loadComplaint(req), row, { body: req.body, conflict: attempt });
  }
  setFlash(req, row.words.banner);
  res.redirect(303, complaintHref(own.complaint));
}

/** What HFS asked for, or the plan answered, stands over the form, so showing it is a view of the complaint. */
async function answerWithForm(res: Response, own: InHand, row: MoveRow, asked: Asked): Promise<void> {
  const history = await readHistory(own.seen);
  const isAboutProposal = row.move === 'accept' || row.needs.includes('refused');
  const claims = isAboutProposal ? (await readFiled(own.complaint)).claimLines : [];
  const clocks = await readClocks(own.complaint);
  const question =
    row.move === 'answer' ? questionOf({ history, clocks, today: today() }, 'filer', null) : null;
  await auditView(own.actor, own.complaint.id);
  const view = moveView(own, { row, ...asked, isPossible: isOpen(row, own), history, claims, question });
  renderPage(res, 'filing/move', view, asked.conflict ? 409 : undefined);
}

/** Only the moves of whoever filed have a page here; filing itself has its own. */
function rowNamed(req: Request): MoveRow {
  const name = String(req.params.move);
  if (!isMove(name)) throw new NotFound();
  const row: MoveRow = MOVES[name];
  if (row.move === 'submit' || !row.parties.includes('filer')) throw new NotFound();
  return row;
}

function isOpen(row: MoveRow, { complaint, seen, actor, reference }: InHand): boolean {
  const isOffered = movesOpen(complaint, reference, seen.party, actor.role).some(
    ({ move }) => move === row.move,
  );
  return isOffered && !isKept(row, seen.isRepresentative);
}
