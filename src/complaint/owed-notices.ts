import type { NoticeKind } from '../notices/letters.ts';
import type { Move } from './lifecycle.ts';

/**
 * Whom a move is told. `assignee`: whoever at HFS has it, and the supervisors once they have left; `hfs`: the same, and
 * the supervisors too as long as nobody has it; `liaisons`: once the complaint has been presented, whoever of the plan
 * has it, or all of them; `liaison-in-charge`: only whoever has it.
 */
export type NoticeRecipient = 'filer' | 'assignee' | 'hfs' | 'supervisors' | 'liaisons' | 'liaison-in-charge';

export interface OwedNotice {
  readonly kind: NoticeKind;
  readonly to: NoticeRecipient;
}

/** What a recipient is told: whoever gets it in another's place, that nobody has the complaint who should. */
export function noticeKindFor(
  kind: NoticeKind,
  to: NoticeRecipient,
  recipientId: string,
  { representativeId, assigneeId }: { readonly representativeId: string; readonly assigneeId: string | null },
): NoticeKind {
  if (to === 'filer' && recipientId !== representativeId) return 'complaint-without-representative';
  const isInPlace = (to === 'assignee' || to === 'hfs') && recipientId !== assigneeId;
  return isInPlace ? 'staff-complaint-unassigned' : kind;
}

const TO_ASSIGNEE: OwedNotice = { kind: 'staff-complaint-moved', to: 'assignee' };
/** HFS has to go on from there. */
const TO_HFS: OwedNotice = { kind: 'staff-complaint-moved', to: 'hfs' };
const NEWS_TO_FILER: OwedNotice = { kind: 'complaint-news', to: 'filer' };
const NEWS_TO_PLAN: OwedNotice = { kind: 'plan-complaint-news', to: 'liaisons' };
const CLOSED: readonly OwedNotice[] = [
  { kind: 'complaint-closed', to: 'filer' },
  { kind: 'plan-complaint-closed', to: 'liaisons' },
];

/**
 * Who is told what by mail when a move is made; a person for whom there are two, the first. The outcome goes to the representative, and to no other; a decision of
 * the Department goes to both sides.
 */
export const OWED_NOTICES: Readonly<Record<Move, readonly OwedNotice[]>> = {
  submit: [{ kind: 'complaint-filed', to: 'filer' }],
  return: [{ kind: 'complaint-returned', to: 'filer' }],
  resubmit: [TO_HFS],
  present: [
    { kind: 'complaint-presented', to: 'filer' },
    { kind: 'plan-complaint-presented', to: 'liaisons' },
  ],
  recall: [NEWS_TO_FILER],
  acknowledge: [],
  appoint: [{ kind: 'plan-complaint-appointed', to: 'liaison-in-charge' }],
  'request-extension': [{ kind: 'staff-extension-asked', to: 'supervisors' }, TO_ASSIGNEE],
  'grant-extension': [NEWS_TO_FILER, NEWS_TO_PLAN],
  'refuse-extension': [NEWS_TO_FILER, NEWS_TO_PLAN],
  'not-ours': [NEWS_TO_FILER, TO_HFS],
  propose: [{ kind: 'complaint-answered', to: 'filer' }, TO_ASSIGNEE],
  accept: [...CLOSED, TO_ASSIGNEE],
  'request-review': [
    { kind: 'complaint-review', to: 'filer' },
    { kind: 'plan-complaint-review', to: 'liaisons' },
    TO_HFS,
  ],
  inform: [TO_ASSIGNEE],
  'draft-decision': [{ kind: 'staff-decision-drafted', to: 'supervisors' }],
  'send-back': [TO_ASSIGNEE],
  decide: [
    { kind: 'complaint-closed', to: 'filer' },
    { kind: 'plan-complaint-decided', to: 'liaisons' },
    TO_ASSIGNEE,
  ],
  'confirm-payment': [{ kind: 'complaint-paid', to: 'filer' }],
  'ask-representative': [{ kind: 'complaint-asked', to: 'filer' }],
  'ask-plan': [{ kind: 'plan-complaint-asked', to: 'liaisons' }],
  answer: [TO_HFS],
  assign: [{ kind: 'staff-complaint-assigned', to: 'assignee' }],
  close: CLOSED,
  withdraw: [...CLOSED, TO_ASSIGNEE],
  lapse: [...CLOSED, TO_ASSIGNEE],
  reopen: [
    { kind: 'complaint-reopened', to: 'filer' },
    { kind: 'plan-complaint-reopened', to: 'liaisons' },
  ],
  'correct-date': [NEWS_TO_FILER, NEWS_TO_PLAN],
  'shift-deadline': [],
  'undo-shift': [],
  recount: [],
  reply: [],
};
