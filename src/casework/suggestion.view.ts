import type { InHand } from '../complaint/in-hand.ts';
import { MOVES } from '../complaint/lifecycle.ts';
import { MISSING_WORDS } from '../complaint/missing-information.ts';
import { dayOf } from '../complaint/presentation/moments.ts';
import { type Suggestion, screen, suggestedMove } from '../complaint/screening.ts';
import { movesOpen } from '../complaint/standing.ts';
import { caseHref } from './load-case.ts';
import type { Judged } from './read-screening.ts';

/** The move that follows from the screening; its form is filled in, and a person decides. */
export interface SuggestionView {
  readonly text: string;
  readonly href: string;
}

/** Null: HFS is not checking it, or whoever looks cannot make the move. */
export function suggestionFor(inHand: InHand, judged: Judged): SuggestionView | null {
  const { complaint, seen, actor, reference } = inHand;
  const suggestion = suggestionOf(inHand, judged);
  if (suggestion === null) return null;
  const open = movesOpen(complaint, reference, seen.party, actor.role);
  if (!open.some(({ move }) => move === suggestion.kind)) return null;
  const query = new URLSearchParams(pairsOf(suggestion)).toString();
  return {
    text: textOf(suggestion, inHand),
    href: `${caseHref(complaint)}/moves/${suggestion.kind}${query === '' ? '' : `?${query}`}`,
  };
}

function suggestionOf({ complaint, reference, policy }: InHand, judged: Judged): Suggestion | null {
  const { topic, mco, submittedAt, status, site } = complaint;
  if (status !== 'submitted' || topic === null || mco === null || submittedAt === null) return null;
  const screening = screen({
    document: judged.document,
    topic,
    plan: mco,
    county: site.county,
    filedOn: dayOf(submittedAt),
    plans: reference.mcos,
    policy: policy.filing,
    duplicateOf: earlierOf(judged),
    isEnrolled: judged.enrolled.kind === 'no-list' ? null : judged.enrolled.kind === 'found',
  });
  return suggestedMove(screening);
}

/**
 * What HFS has linked it with as a duplicate, whatever became of that. Of those that only look alike, an earlier one may
 * have come too early, and been closed for that: only one that is open is repeated.
 */
function earlierOf({ lookAlikes, repeats }: Judged): string | null {
  const earlier = lookAlikes.find(
    ({ isEarlier, isSamePlan, status, shared }) =>
      isEarlier &&
      isSamePlan &&
      status !== 'closed' &&
      (shared.includes('claim_number') || shared.includes('tracking_number')),
  );
  return repeats[0] ?? earlier?.reference ?? null;
}

function pairsOf(suggestion: Suggestion): [string, string][] {
  if (suggestion.kind === 'present') return [];
  if (suggestion.kind === 'return') return suggestion.missing.map((kind) => ['missing', kind]);
  const { reason, duplicateOf } = suggestion;
  return [
    ['reason', reason],
    ...(duplicateOf ? [['duplicateOf', duplicateOf] satisfies [string, string]] : []),
  ];
}

function textOf(suggestion: Suggestion, { reference }: InHand): string {
  const { label } = MOVES[suggestion.kind].words;
  if (suggestion.kind === 'present') return label;
  if (suggestion.kind === 'return')
    return `${label}: ${suggestion.missing.map((kind) => MISSING_WORDS[kind]).join('; ')}`;
  const reason = reference.closureReasons.find(({ code }) => code === suggestion.reason);
  return `Close: ${reason?.label ?? suggestion.reason}`;
}
