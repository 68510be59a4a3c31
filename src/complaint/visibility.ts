import type { Party } from './actor.ts';
import type { Move } from './lifecycle.ts';

export const PARTS = [
  'facts',
  'members-and-claims',
  'prior-review',
  'story',
  'files',
  'representative-contact',
  'provider-messages',
  'plan-messages',
  'internal-notes',
  'plan-notes',
  'contact-log',
  'assignee',
  'retaliation-flag',
  'proposal',
  'outcome',
] as const;
/** What a page about a complaint may show, in the pieces in which it is shown or withheld. */
export type Part = (typeof PARTS)[number];

/** How far a complaint has come, as far as seeing depends on it. */
export interface Progress {
  /** It was presented to the plan at some time. */
  isPresented: boolean;
  /** Its closure is the Department's own decision after a review. */
  isDepartmentDecision: boolean;
}

/** Whether a party sees a part of a complaint. A plan sees nothing at all before it is presented. */
export function canSee(part: Part, party: Party | null, progress: Progress): boolean {
  if (party === null || (party === 'plan' && !progress.isPresented)) return false;
  const when = PART_READERS[part][party];
  return when === 'yes' || (when === 'department-decision' && progress.isDepartmentDecision);
}

/** Whether a party reads that a move was made (`line`), and what was written with it (`words`). */
export function canReadHistory(move: Move, piece: 'line' | 'words', party: Party | null): boolean {
  return party !== null && HISTORY_READERS[move][piece].includes(party);
}

/** The same of an entry: a side's answer to HFS is read by that side and HFS alone. */
export function canReadEntry(
  { move, actorRole }: { readonly move: Move; readonly actorRole: string },
  piece: 'line' | 'words',
  party: Party | null,
): boolean {
  if (move !== 'answer' || party === 'staff') return canReadHistory(move, piece, party);
  return party === (actorRole === 'liaison' ? 'plan' : 'filer');
}

type When = 'yes' | 'no' | 'department-decision';

const EVERYONE: Record<Party, When> = { filer: 'yes', staff: 'yes', plan: 'yes' };
const NOT_THE_PLAN: Record<Party, When> = { filer: 'yes', staff: 'yes', plan: 'no' };
const NOT_THE_PROVIDER: Record<Party, When> = { filer: 'no', staff: 'yes', plan: 'yes' };
const STAFF_ONLY: Record<Party, When> = { filer: 'no', staff: 'yes', plan: 'no' };
const PLAN_ONLY: Record<Party, When> = { filer: 'no', staff: 'no', plan: 'yes' };

const PART_READERS: Record<Part, Record<Party, When>> = {
  facts: EVERYONE,
  'members-and-claims': EVERYONE,
  'prior-review': EVERYONE,
  story: EVERYONE,
  files: EVERYONE,
  'representative-contact': EVERYONE,
  'provider-messages': NOT_THE_PLAN,
  'plan-messages': NOT_THE_PROVIDER,
  'internal-notes': STAFF_ONLY,
  'plan-notes': PLAN_ONLY,
  'contact-log': NOT_THE_PROVIDER,
  assignee: STAFF_ONLY,
  'retaliation-flag': NOT_THE_PLAN,
  proposal: EVERYONE,
  outcome: { filer: 'yes', staff: 'yes', plan: 'department-decision' },
};

const ALL: readonly Party[] = ['filer', 'staff', 'plan'];
const PROVIDER_SIDE: readonly Party[] = ['filer', 'staff'];
const HFS: readonly Party[] = ['staff'];

const PLAN_SIDE: readonly Party[] = ['staff', 'plan'];

/**
 * The plan reads that a complaint was closed, but what the outcome is goes to the representative alone; unless it is the
 * Department's decision, which goes to both.
 */
const HISTORY_READERS: Record<Move, { line: readonly Party[]; words: readonly Party[] }> = {
  submit: { line: ALL, words: ALL },
  present: { line: ALL, words: ALL },
  recall: { line: PROVIDER_SIDE, words: PROVIDER_SIDE },
  return: { line: PROVIDER_SIDE, words: PROVIDER_SIDE },
  resubmit: { line: PROVIDER_SIDE, words: PROVIDER_SIDE },
  acknowledge: { line: ALL, words: ALL },
  appoint: { line: PLAN_SIDE, words: PLAN_SIDE },
  'request-extension': { line: ALL, words: ALL },
  'grant-extension': { line: ALL, words: ALL },
  'refuse-extension': { line: ALL, words: ALL },
  'not-ours': { line: ALL, words: ALL },
  propose: { line: ALL, words: ALL },
  accept: { line: ALL, words: ALL },
  'request-review': { line: ALL, words: ALL },
  inform: { line: ALL, words: ALL },
  'draft-decision': { line: HFS, words: HFS },
  'send-back': { line: HFS, words: HFS },
  decide: { line: ALL, words: ALL },
  'confirm-payment': { line: ALL, words: ALL },
  'ask-representative': { line: PROVIDER_SIDE, words: PROVIDER_SIDE },
  'ask-plan': { line: PLAN_SIDE, words: PLAN_SIDE },
  // And the side that answered: see `canReadEntry`.
  answer: { line: HFS, words: HFS },
  assign: { line: HFS, words: HFS },
  close: { line: ALL, words: PROVIDER_SIDE },
  withdraw: { line: ALL, words: ALL },
  lapse: { line: ALL, words: PROVIDER_SIDE },
  reopen: { line: ALL, words: PROVIDER_SIDE },
  'correct-date': { line: ALL, words: ALL },
  'shift-deadline': { line: ALL, words: ALL },
  'undo-shift': { line: ALL, words: ALL },
  recount: { line: ALL, words: ALL },
  reply: { line: HFS, words: HFS },
};
