import type { Actor } from '../complaint/actor.ts';
import type { ComplaintSeen } from '../complaint/complaints.queries.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { findMove, isMove, MOVES, type MoveRow } from '../complaint/lifecycle.ts';
import { movesOpen } from '../complaint/standing.ts';
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts';
import { typedText } from './forms.ts';

/**
 * The row of the move that an address names.
 * @throws NotFound when it names none
 */
export function moveNamed(name: string): MoveRow {
  if (!isMove(name)) throw new NotFound();
  return MOVES[name];
}

/** Whether a move is open to whoever asks, as a complaint stands. */
export function isMoveOpen({ move }: MoveRow, { complaint, seen, actor, reference }: InHand): boolean {
  return movesOpen(complaint, reference, seen.party, actor.role).some((row) => row.move === move);
}

/**
 * For a page that asks for a move: goes on only if the move is open.
 * @throws Forbidden when it is another's, Conflict when the complaint has moved on
 */
export function requireMove(row: MoveRow, inHand: InHand): void {
  refuseOthersMove(row, inHand.seen, inHand.actor);
  if (isMoveOpen(row, inHand)) return;
  throw new Conflict(`“${row.words.label}” cannot be done as the complaint stands now.`);
}

/** What is said once a move is made, with what its form sent: one may have given the complaint to oneself. */
export function bannerOf({ words }: MoveRow, { accountId }: Actor, body: unknown): string {
  const isToSelf =
    accountId !== null && ['assignee', 'liaison'].some((name) => typedText(body, name) === accountId);
  return (isToSelf ? words.bannerToSelf : undefined) ?? words.banner;
}

/**
 * For what a form sent: whether the complaint has moved on is for `attemptMove` to say, which keeps what was typed.
 * @throws Forbidden when the move is another's
 */
export function refuseOthersMove(row: MoveRow, { complaint, party }: ComplaintSeen, actor: Actor): void {
  const { kind } = findMove(row.move, complaint.status, party, actor.role);
  if (kind === 'allowed' || kind === 'not-from-here') return;
  if (kind === 'supervisor-only') throw new Forbidden('Only a supervisor can do this.');
  throw new Forbidden(`“${row.words.label}” is for others to do.`);
}
