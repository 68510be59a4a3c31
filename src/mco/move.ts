import type { Request, Response } from 'express';
import type { InHand } from '../complaint/in-hand.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import { isMoveOpen, moveNamed, refuseOthersMove, requireMove } from '../web/asked-move.ts';
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
  readonly form: MoveForm;
}

type MoveRequest = Request<{ reference: string; move: string }>;
type Asked = Pick<MoveFormGiven, 'body' | 'errors' | 'conflict'>;

/** The form of a move. */
export async function showMove(req: MoveRequest, res: Response): Promise<void> {
  const row = moveNamed(req.params.move);
  const inHand = await loadComplaint(req);
  requireMove(row, inHand.seen, inHand.actor);
  renderPage(res, 'mco/move', moveView(inHand, row, {}));
}

export async function performMove(req: MoveRequest, res: Response): Promise<void> {
  const row = moveNamed(req.params.move);
  const inHand = await loadComplaint(req);
  const { complaint, actor, seen } = inHand;
  const { body } = req;
  refuseOthersMove(row, seen, actor);
  const attempt = await attemptMove(row.move, complaint.id, actor, body);
  if (attempt.kind === 'refused') {
    return renderPage(res, 'mco/move', moveView(inHand, row, { body, errors: attempt.errors }));
  }
  if (attempt.kind === 'conflict') {
    const asItIsNow = await loadComplaint(req);
    return renderPage(res, 'mco/move', moveView(asItIsNow, row, { body, conflict: attempt }), 409);
  }
  setFlash(req, row.words.banner);
  res.redirect(303, complaintHref(complaint));
}

function moveView(inHand: InHand, row: MoveRow, asked: Asked): MoveView {
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
    form: moveForm({
      complaint,
      row,
      base,
      ...asked,
      isPossible: isMoveOpen(row, inHand.seen, inHand.actor),
      choices: {},
    }),
  };
}
