import type { Actor } from '../complaint/actor.ts';
import type { ComplaintSeen } from '../complaint/complaints.queries.ts';
import { findMove, isMove, MOVES, type MoveRow } from '../complaint/lifecycle.ts';
import { Conflict, Forbidden, NotFound } from '../platform/errors.ts';

/**
 * The row of the move that an address names.
 * @throws NotFound when it names none
 */
export function moveNamed(name: string): MoveRow {
  if (!isMove(name)) throw new NotFound();
  return MOVES[name];
}

/** Whether a move is open to an actor as a complaint stands. */
export function isMoveOpen({ move }: MoveRow, { complaint, party }: ComplaintSeen, actor: Actor): boolean {
  return findMove(move, complaint.status, party, actor.role).kind === 'allowed';
}

/**
 * For a page that asks for a move: goes on only if the move is open.
 * @throws Forbidden when it is another's, Conflict when the complaint has moved on
 */
export function requireMove(row: MoveRow, seen: ComplaintSeen, actor: Actor): void {
  refuseOthersMove(row, seen, actor);
  if (isMoveOpen(row, seen, actor)) return;
  throw new Conflict(`“${row.words.label}” cannot be done any more: the complaint has moved on.`);
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
