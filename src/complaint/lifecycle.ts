import type { Party, Role } from './actor.ts';
import { MOVE_WORDS, type MoveWords } from './move-words.ts';
import { OPEN_STATUSES, type Status } from './status.ts';

export const MOVE_NAMES = [
  'submit',
  'return',
  'resubmit',
  'present',
  'propose',
  'close',
  'withdraw',
  'assign',
  'reopen',
] as const;
export type Move = (typeof MOVE_NAMES)[number];

/** What the person must give with a move; `move-details.ts` holds a field for each. */
export type Need =
  | 'certification'
  | 'missing'
  | 'words'
  | 'closureReason'
  | 'assignee'
  | 'position'
  | 'priorReviewConfirmed';

/**
 * What must be true of the complaint itself, whatever the person gives. A document is complete only while its filing
 * window is open.
 */
export type Check =
  | 'confirmed-organization'
  | 'complete-document'
  | 'closure-reason-allowed'
  | 'assignee-is-staff';

/** `supervisor` is staff in that role; plain `staff` includes supervisors. */
export type Mover = Party | 'supervisor';

export interface MoveRow {
  move: Move;
  from: readonly Status[];
  /** `same`: the status stays. `previous`: the status from which it was closed. */
  to: Status | 'same' | 'previous';
  parties: readonly Mover[];
  needs: readonly Need[];
  checks: readonly Check[];
  /** Of those who see a complaint because it is shared with them, nobody makes it. */
  isKeptToRepresentative?: true;
  words: MoveWords;
}

/** The life of a complaint. Permissions, buttons, forms, history, tests and the drawing in docs are read from it. */
export const MOVES = {
  submit: {
    move: 'submit',
    from: ['draft'],
    to: 'submitted',
    parties: ['filer'],
    needs: ['certification'],
    checks: ['confirmed-organization', 'complete-document'],
    words: MOVE_WORDS.submit,
  },
  present: {
    move: 'present',
    from: ['submitted'],
    to: 'with_mco',
    parties: ['staff'],
    needs: ['priorReviewConfirmed'],
    checks: [],
    words: MOVE_WORDS.present,
  },
  return: {
    move: 'return',
    from: ['submitted'],
    to: 'returned',
    parties: ['staff'],
    needs: ['missing', 'words'],
    checks: [],
    words: MOVE_WORDS.return,
  },
  resubmit: {
    move: 'resubmit',
    from: ['returned'],
    to: 'submitted',
    parties: ['filer'],
    needs: ['words'],
    checks: [],
    words: MOVE_WORDS.resubmit,
  },
  propose: {
    move: 'propose',
    from: ['with_mco'],
    to: 'proposed',
    parties: ['plan'],
    needs: ['position', 'words'],
    checks: [],
    words: MOVE_WORDS.propose,
  },
  assign: {
    move: 'assign',
    from: OPEN_STATUSES,
    to: 'same',
    parties: ['staff'],
    needs: ['assignee'],
    checks: ['assignee-is-staff'],
    words: MOVE_WORDS.assign,
  },
  close: {
    move: 'close',
    from: OPEN_STATUSES,
    to: 'closed',
    parties: ['staff'],
    needs: ['closureReason', 'words'],
    checks: ['closure-reason-allowed'],
    words: MOVE_WORDS.close,
  },
  withdraw: {
    move: 'withdraw',
    from: OPEN_STATUSES,
    to: 'closed',
    parties: ['filer'],
    needs: [],
    checks: [],
    isKeptToRepresentative: true,
    words: MOVE_WORDS.withdraw,
  },
  reopen: {
    move: 'reopen',
    from: ['closed'],
    to: 'previous',
    parties: ['supervisor'],
    needs: ['words'],
    checks: [],
    words: MOVE_WORDS.reopen,
  },
} as const satisfies Record<Move, MoveRow>;

/** Why a move may or may not be made; refusals name what would have been needed. */
export type MoveVerdict =
  | { kind: 'allowed'; row: MoveRow }
  | { kind: 'not-a-party' }
  | { kind: 'not-yours'; parties: readonly Mover[] }
  | { kind: 'supervisor-only' }
  | { kind: 'not-from-here'; status: Status; from: readonly Status[] };

/** Whether a party may make a move on a complaint in a status. Who may is judged before the status is told. */
export function findMove(
  move: Move,
  status: Status,
  party: Party | null,
  role: Role | 'system',
): MoveVerdict {
  const row: MoveRow = MOVES[move];
  if (party === null) return { kind: 'not-a-party' };
  if (!mayMake(row, party, role)) {
    const isStaffBelow = party === 'staff' && row.parties.includes('supervisor');
    return isStaffBelow ? { kind: 'supervisor-only' } : { kind: 'not-yours', parties: row.parties };
  }
  if (!row.from.includes(status)) return { kind: 'not-from-here', status, from: row.from };
  return { kind: 'allowed', row };
}

/** Whether a move is kept from somebody of the provider who is not the representative. */
export function isKept({ isKeptToRepresentative }: MoveRow, isRepresentative: boolean): boolean {
  return isKeptToRepresentative === true && !isRepresentative;
}

/** The moves open to a party in a status, in the table's order, which is the order of the buttons. */
export function movesFor(status: Status, party: Party | null, role: Role | 'system'): readonly MoveRow[] {
  const rows: readonly MoveRow[] = Object.values(MOVES);
  return rows.filter((row) => findMove(row.move, status, party, role).kind === 'allowed');
}

/** The status after a move. `previous` is the status from which the complaint was last closed, if it ever was. */
export function statusAfter(row: MoveRow, status: Status, previous: Status | null): Status {
  if (row.to === 'same') return status;
  if (row.to !== 'previous') return row.to;
  if (previous === null) throw new Error('What was never closed has no status to go back to');
  return previous;
}

/** Whether a text, such as a part of an address, names a move. */
export function isMove(text: string): text is Move {
  return MOVE_NAMES.some((move) => move === text);
}

function mayMake(row: MoveRow, party: Party, role: Role | 'system'): boolean {
  if (row.parties.includes(party)) return true;
  return party === 'staff' && role === 'supervisor' && row.parties.includes('supervisor');
}
