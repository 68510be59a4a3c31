import type { Party, Role } from './actor.ts';
import type { Condition } from './conditions.ts';
import { MOVE_WORDS, type MoveWords } from './move-words.ts';
import { OPEN_STATUSES, type Status } from './status.ts';

export const MOVE_NAMES = [
  'submit',
  'present',
  'recall',
  'return',
  'resubmit',
  'acknowledge',
  'appoint',
  'request-extension',
  'grant-extension',
  'refuse-extension',
  'not-ours',
  'propose',
  'accept',
  'request-review',
  'inform',
  'draft-decision',
  'send-back',
  'decide',
  'confirm-payment',
  'ask-representative',
  'ask-plan',
  'answer',
  'assign',
  'close',
  'withdraw',
  'lapse',
  'reopen',
  'correct-date',
  'shift-deadline',
  'undo-shift',
  'recount',
  'reply',
] as const;
export type Move = (typeof MOVE_NAMES)[number];

/** What the person must give with a move; `move-details.ts` holds a field for each. */
export type Need =
  | 'certification'
  | 'missing'
  | 'words'
  | 'closureReason'
  | 'duplicateOf'
  | 'referredTo'
  | 'assignee'
  | 'liaison'
  | 'contact'
  | 'position'
  | 'action'
  | 'citation'
  | 'rows'
  | 'payOn'
  | 'refused'
  | 'paidOn'
  | 'paymentMethod'
  | 'trace'
  | 'amount'
  | 'priorReviewConfirmed'
  | 'entry'
  | 'correctedOn';

/**
 * What must be true of the complaint itself, whatever the person gives. A document is complete only while its filing
 * window is open.
 */
export type Check =
  | 'confirmed-organization'
  | 'complete-document'
  | 'closure-reason-allowed'
  | 'closure-reason-true'
  | 'duplicate-named'
  | 'referral-named'
  | 'assignee-is-staff'
  | 'liaison-of-the-plan'
  | 'payment-has-happened'
  | 'another-than-the-drafter'
  | 'nothing-left-open';

/** `supervisor` is staff in that role; plain `staff` includes supervisors. `system` is the portal itself. */
export type Mover = Party | 'supervisor' | 'system';

export interface MoveRow {
  move: Move;
  from: readonly Status[];
  /** `same`: the status stays. `previous`: the status from which it was closed. */
  to: Status | 'same' | 'previous';
  parties: readonly Mover[];
  needs: readonly Need[];
  checks: readonly Check[];
  /** What of its history opens it, where the status alone does not; see `conditions.ts`. */
  when?: Condition;
  /** Of those who see a complaint because it is shared with them, nobody makes it. */
  isKeptToRepresentative?: true;
  words: MoveWords;
}

/** Where the plan has it, or has answered. */
const AT_THE_PLAN = ['with_mco', 'proposed', 'department_review'] as const satisfies readonly Status[];

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
  recall: {
    move: 'recall',
    from: ['with_mco'],
    to: 'submitted',
    parties: ['staff'],
    needs: ['words'],
    checks: [],
    when: 'unread-by-the-plan',
    words: MOVE_WORDS.recall,
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
  acknowledge: {
    move: 'acknowledge',
    from: ['with_mco'],
    to: 'same',
    parties: ['plan'],
    needs: ['contact'],
    checks: [],
    when: 'not-acknowledged',
    words: MOVE_WORDS.acknowledge,
  },
  propose: {
    move: 'propose',
    from: ['with_mco'],
    to: 'proposed',
    parties: ['plan'],
    needs: ['position', 'words', 'citation', 'action', 'payOn', 'rows'],
    checks: [],
    words: MOVE_WORDS.propose,
  },
  answer: {
    move: 'answer',
    from: AT_THE_PLAN,
    to: 'same',
    parties: ['filer', 'plan'],
    needs: ['words'],
    checks: [],
    when: 'asked-by-hfs',
    words: MOVE_WORDS.answer,
  },
  accept: {
    move: 'accept',
    from: ['proposed'],
    to: 'closed',
    parties: ['filer'],
    needs: [],
    checks: [],
    isKeptToRepresentative: true,
    words: MOVE_WORDS.accept,
  },
  'request-review': {
    move: 'request-review',
    from: ['with_mco', 'proposed'],
    to: 'department_review',
    parties: ['filer'],
    needs: ['refused', 'words'],
    checks: [],
    when: 'review-open',
    words: MOVE_WORDS['request-review'],
  },
  inform: {
    move: 'inform',
    from: ['department_review'],
    to: 'same',
    parties: ['filer', 'plan'],
    needs: ['words'],
    checks: [],
    when: 'information-open',
    words: MOVE_WORDS.inform,
  },
  'draft-decision': {
    move: 'draft-decision',
    from: ['department_review'],
    to: 'same',
    parties: ['staff'],
    needs: ['closureReason', 'words'],
    checks: ['closure-reason-allowed', 'nothing-left-open'],
    words: MOVE_WORDS['draft-decision'],
  },
  'send-back': {
    move: 'send-back',
    from: ['department_review'],
    to: 'same',
    parties: ['supervisor'],
    needs: ['words'],
    checks: [],
    when: 'decision-drafted',
    words: MOVE_WORDS['send-back'],
  },
  decide: {
    move: 'decide',
    from: ['department_review'],
    to: 'closed',
    parties: ['supervisor'],
    needs: [],
    checks: ['another-than-the-drafter'],
    when: 'decision-due',
    words: MOVE_WORDS.decide,
  },
  'grant-extension': {
    move: 'grant-extension',
    from: ['with_mco'],
    to: 'same',
    parties: ['supervisor'],
    needs: ['words'],
    checks: [],
    when: 'extension-asked',
    words: MOVE_WORDS['grant-extension'],
  },
  'refuse-extension': {
    move: 'refuse-extension',
    from: ['with_mco'],
    to: 'same',
    parties: ['supervisor'],
    needs: ['words'],
    checks: [],
    when: 'extension-asked',
    words: MOVE_WORDS['refuse-extension'],
  },
  'request-extension': {
    move: 'request-extension',
    from: ['with_mco'],
    to: 'same',
    parties: ['plan', 'filer'],
    needs: ['words'],
    checks: [],
    when: 'extension-to-be-had',
    words: MOVE_WORDS['request-extension'],
  },
  'not-ours': {
    move: 'not-ours',
    from: ['with_mco'],
    to: 'submitted',
    parties: ['plan'],
    needs: ['words'],
    checks: [],
    words: MOVE_WORDS['not-ours'],
  },
  'confirm-payment': {
    move: 'confirm-payment',
    from: ['proposed', 'department_review', 'closed'],
    to: 'same',
    parties: ['plan'],
    needs: ['amount', 'paidOn', 'paymentMethod', 'trace'],
    checks: ['payment-has-happened'],
    when: 'payment-owed',
    words: MOVE_WORDS['confirm-payment'],
  },
  'ask-representative': {
    move: 'ask-representative',
    from: AT_THE_PLAN,
    to: 'same',
    parties: ['staff'],
    needs: ['words'],
    checks: [],
    when: 'representative-not-asked',
    words: MOVE_WORDS['ask-representative'],
  },
  'ask-plan': {
    move: 'ask-plan',
    from: AT_THE_PLAN,
    to: 'same',
    parties: ['staff'],
    needs: ['words'],
    checks: [],
    when: 'plan-not-asked',
    words: MOVE_WORDS['ask-plan'],
  },
  appoint: {
    move: 'appoint',
    from: AT_THE_PLAN,
    to: 'same',
    parties: ['plan'],
    needs: ['liaison'],
    checks: ['liaison-of-the-plan'],
    words: MOVE_WORDS.appoint,
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
  'correct-date': {
    move: 'correct-date',
    from: OPEN_STATUSES,
    to: 'same',
    parties: ['supervisor'],
    needs: ['entry', 'correctedOn', 'words'],
    checks: [],
    words: MOVE_WORDS['correct-date'],
  },
  close: {
    move: 'close',
    from: OPEN_STATUSES,
    to: 'closed',
    parties: ['staff'],
    needs: ['closureReason', 'duplicateOf', 'referredTo', 'words'],
    checks: ['closure-reason-allowed', 'closure-reason-true', 'duplicate-named', 'referral-named'],
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
  lapse: {
    move: 'lapse',
    from: ['returned', 'with_mco', 'proposed'],
    to: 'closed',
    parties: ['system'],
    needs: [],
    checks: [],
    when: 'run-out',
    words: MOVE_WORDS.lapse,
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
  'shift-deadline': {
    move: 'shift-deadline',
    from: OPEN_STATUSES,
    to: 'same',
    parties: ['system'],
    needs: [],
    checks: [],
    words: MOVE_WORDS['shift-deadline'],
  },
  'undo-shift': {
    move: 'undo-shift',
    from: [...OPEN_STATUSES, 'closed'],
    to: 'same',
    parties: ['system'],
    needs: [],
    checks: [],
    words: MOVE_WORDS['undo-shift'],
  },
  recount: {
    move: 'recount',
    from: OPEN_STATUSES,
    to: 'same',
    parties: ['system'],
    needs: [],
    checks: [],
    words: MOVE_WORDS.recount,
  },
  reply: {
    move: 'reply',
    from: ['submitted'],
    to: 'same',
    parties: ['system'],
    needs: [],
    checks: [],
    words: MOVE_WORDS.reply,
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
  if (role === 'system' && row.parties.includes('system')) return fromHere(row, status);
  if (party === null) return { kind: 'not-a-party' };
  if (!mayMake(row, party, role)) {
    const isStaffBelow = party === 'staff' && row.parties.includes('supervisor');
    return isStaffBelow ? { kind: 'supervisor-only' } : { kind: 'not-yours', parties: row.parties };
  }
  return fromHere(row, status);
}

function fromHere(row: MoveRow, status: Status): MoveVerdict {
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
