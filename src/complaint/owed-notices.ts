import type { NoticeKind } from '../notices/letters.ts';
import type { Move } from './lifecycle.ts';

/** Whom a move is told. `liaisons`: those of the plan, once the complaint has been presented to it. */
export type NoticeRecipient = 'filer' | 'assignee' | 'liaisons';

export interface OwedNotice {
  readonly kind: NoticeKind;
  readonly to: NoticeRecipient;
}

/** What a recipient is told: whoever gets it in the representative's place, that a complaint waits for another. */
export function noticeKindFor(
  kind: NoticeKind,
  to: NoticeRecipient,
  recipientId: string,
  { representativeId }: { readonly representativeId: string },
): NoticeKind {
  return to === 'filer' && recipientId !== representativeId ? 'complaint-without-representative' : kind;
}

/** Who is told what by mail when a move is made. The outcome goes to the representative, and to no other. */
export const OWED_NOTICES: Readonly<Record<Move, readonly OwedNotice[]>> = {
  submit: [{ kind: 'complaint-filed', to: 'filer' }],
  return: [{ kind: 'complaint-returned', to: 'filer' }],
  resubmit: [{ kind: 'staff-complaint-moved', to: 'assignee' }],
  present: [
    { kind: 'complaint-presented', to: 'filer' },
    { kind: 'plan-complaint-presented', to: 'liaisons' },
  ],
  propose: [
    { kind: 'complaint-answered', to: 'filer' },
    { kind: 'staff-complaint-moved', to: 'assignee' },
  ],
  assign: [{ kind: 'staff-complaint-assigned', to: 'assignee' }],
  close: [
    { kind: 'complaint-closed', to: 'filer' },
    { kind: 'plan-complaint-closed', to: 'liaisons' },
  ],
  withdraw: [
    { kind: 'complaint-closed', to: 'filer' },
    { kind: 'plan-complaint-closed', to: 'liaisons' },
    { kind: 'staff-complaint-moved', to: 'assignee' },
  ],
  reopen: [
    { kind: 'complaint-reopened', to: 'filer' },
    { kind: 'plan-complaint-reopened', to: 'liaisons' },
  ],
};
