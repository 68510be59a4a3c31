import type { Request, Response } from 'express';
import { listAssignableStaff } from '../accounts/accounts.queries.ts';
import { type HistoryLine, readHistory } from '../complaint/complaints.queries.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { MOVES, type Move, type MoveRow } from '../complaint/lifecycle.ts';
import { standingOf } from '../complaint/standing.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { today } from '../platform/clock.ts';
import { formatDate } from '../platform/dates.ts';
import { bannerOf, isMoveOpen, moveNamed, refuseOthersMove, requireMove } from '../web/asked-move.ts';
import { attemptMove } from '../web/attempt-move.ts';
import { typedText } from '../web/forms.ts';
import type { MoveFormGiven } from '../web/move-form.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import { decisionDraft } from './decision-draft.ts';
import { draftFields } from './decision-template.ts';
import { caseHref, loadCase } from './load-case.ts';
import { isJudgedAtIntake, moveView } from './move.view.ts';
import { prefillOf } from './prefill.ts';
import { listPlansWithLiaison } from './presenting/candidates.queries.ts';
import { type Judged, readScreening } from './read-screening.ts';

type MoveRequest = Request<{ reference: string; move: string }>;
type Asked = Pick<MoveFormGiven, 'body' | 'errors' | 'conflict' | 'prefilled'>;

/** The form of a move. */
export async function showMove(req: MoveRequest, res: Response): Promise<void> {
  const row = moveNamed(req.params.move);
  const inHand = await loadCase(req);
  requireMove(row, inHand);
  await answerWithForm(res, inHand, row, { prefilled: prefillOf(req.query) });
}

export async function performMove(req: MoveRequest, res: Response): Promise<void> {
  const row = moveNamed(req.params.move);
  const inHand = await loadCase(req);
  const { complaint, actor, seen } = inHand;
  const { body } = req;
  refuseOthersMove(row, seen, actor);
  const attempt = await attemptMove(row.move, complaint.id, actor, body);
  if (attempt.kind === 'refused') return answerWithForm(res, inHand, row, { body, errors: attempt.errors });
  if (attempt.kind === 'conflict') {
    return answerWithForm(res, await loadCase(req), row, { body, conflict: attempt });
  }
  const isFromQueue = typedText(body, 'from') === 'queue';
  const banner = bannerOf(row, actor, body);
  setFlash(req, isFromQueue ? `${complaint.reference}: ${banner}` : banner);
  res.redirect(303, isFromQueue ? '/casework' : caseHref(complaint));
}

async function answerWithForm(res: Response, inHand: InHand, row: MoveRow, asked: Asked): Promise<void> {
  const entries = row.needs.includes('entry') ? correctableMoves(inHand) : [];
  const [staff, judged, withLiaison] = await Promise.all([
    row.needs.includes('assignee') ? listAssignableStaff() : [],
    isJudgedAtIntake(inHand, row) ? readForJudging(inHand) : null,
    row.move === 'present' ? listPlansWithLiaison([inHand.complaint.mcoCode ?? '']) : [],
  ]);
  const history = WRITTEN_BEFORE.includes(row.move) ? await readWritten(inHand) : [];
  const draft = decisionDraft(inHand, history);
  const isPossible = isMoveOpen(row, inHand);
  const view = moveView(inHand, {
    row,
    ...asked,
    isPossible,
    prefilled: row.move === 'draft-decision' ? draftFields(inHand, history) : asked.prefilled,
    draft,
    staff,
    entries,
    extensionWords: answersExtension(row) ? wordsOfRequest(history) : null,
    judged,
    withLiaison,
    today: today(),
  });
  renderPage(res, 'casework/move', view, asked.conflict ? 409 : undefined);
}

/** The moves that answer to something written before, which their form shows. */
const WRITTEN_BEFORE: readonly Move[] = [
  'draft-decision',
  'send-back',
  'decide',
  'grant-extension',
  'refuse-extension',
];

/** To read what was written is a view of the complaint. */
async function readWritten(inHand: InHand): Promise<readonly HistoryLine[]> {
  const history = await readHistory(inHand.seen);
  await auditView(inHand.actor, inHand.complaint.id);
  return history;
}

function answersExtension({ move }: MoveRow): boolean {
  return move === 'grant-extension' || move === 'refuse-extension';
}

/** What was written with the last request for an extension. */
function wordsOfRequest(history: readonly HistoryLine[]): string {
  return history.findLast(({ move }) => move === 'request-extension')?.writing.words ?? '';
}

/** The moves from which a clock starts, newest first. */
function correctableMoves({ complaint, reference }: InHand): { id: string; text: string }[] {
  const { log } = standingOf(complaint, reference);
  return log.toReversed().flatMap(({ id, move, on }) => {
    const isClocked = id !== undefined && CLOCKED_MOVES.includes(move);
    return isClocked ? [{ id, text: `${MOVES[move].words.label}: ${formatDate(on)}` }] : [];
  });
}

const CLOCKED_MOVES: readonly Move[] = [
  'submit',
  'return',
  'resubmit',
  'present',
  'not-ours',
  'propose',
  'request-review',
];

/** Screening shows something of the complaint, so this is a view of it. */
async function readForJudging(inHand: InHand): Promise<Judged> {
  const judged = await readScreening(inHand);
  await auditView(inHand.actor, inHand.complaint.id);
  return judged;
}
