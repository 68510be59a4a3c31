import type { Temporal } from 'temporal-polyfill';
import { parseDate } from '../platform/dates.ts';
import { checkClaimLine } from './claim-line.ts';
import type { ComplaintDocument } from './document.ts';
import type { FilingVerdict } from './filing-window.ts';
import type { MissingKind } from './missing-information.ts';
import type { Plan } from './plan.ts';
import type { FilingPolicy } from './policy.ts';
import { reviewWindow } from './prior-review.ts';

/** What screening finds, as far as the next move follows from it. */
export interface Screening {
  /** Where the day of filing lies in the window of a disputed claim; null: the topic has none, or no date is given. */
  readonly window: FilingVerdict['kind'] | null;
  /** What the complaint lacks, in the list's order. */
  readonly missing: readonly MissingKind[];
  /** The plan answers for every date of service, or none is given. */
  readonly isPlanResponsible: boolean;
  /** The reference of an open complaint about the same claims and plan that came before; null: there is none. */
  readonly duplicateOf: string | null;
  /** Whether the provider is in the list of enrolled providers; null: there is no list. */
  readonly isEnrolled: boolean | null;
}

/** What the next move may be, for a person to confirm. */
export type Suggestion =
  | { readonly kind: 'close'; readonly reason: string; readonly duplicateOf?: string }
  | { readonly kind: 'return'; readonly missing: readonly MissingKind[] }
  | { readonly kind: 'present' };

/**
 * Which move follows from what screening found. What is ineligible is closed, whatever else is missing; what may be
 * mended is returned. What is only odd (an old answer, an unusual tracking number) is for people to judge.
 */
export function suggestedMove(screening: Screening): Suggestion {
  const { window, missing, isPlanResponsible, duplicateOf, isEnrolled } = screening;
  if (isEnrolled === false) return { kind: 'close', reason: 'NOT_AN_ENROLLED_PROVIDER' };
  if (window === 'too-early') return { kind: 'close', reason: 'FILED_TOO_EARLY' };
  if (window === 'too-late') return { kind: 'close', reason: 'FILED_TOO_LATE' };
  if (duplicateOf !== null) return { kind: 'close', reason: 'DUPLICATE', duplicateOf };
  if (missing.length > 0) return { kind: 'return', missing };
  return isPlanResponsible ? { kind: 'present' } : { kind: 'return', missing: ['service_date'] };
}

/** What of a complaint is screened, as it was on the day of filing. */
export interface Screenable {
  readonly document: ComplaintDocument;
  readonly topic: { readonly disputedClaim: boolean; readonly memberRequired: boolean };
  readonly plan: Plan;
  readonly county: string;
  readonly filedOn: Temporal.PlainDate;
  readonly plans: readonly Plan[];
  readonly policy: FilingPolicy;
  readonly duplicateOf: string | null;
  readonly isEnrolled: boolean | null;
}

/** Screens a complaint. */
export function screen(given: Screenable): Screening {
  const { document, topic, filedOn, policy, duplicateOf, isEnrolled } = given;
  const verdict = topic.disputedClaim ? reviewWindow(document.priorReview, { today: filedOn, policy }) : null;
  return {
    window: verdict?.kind ?? null,
    missing: missingIn(document, topic),
    isPlanResponsible: isPlanResponsible(given),
    duplicateOf,
    isEnrolled,
  };
}

/** The portal files nothing that lacks these today; what was filed under other rules, or for others, may. */
function missingIn(
  { priorReview, claimLines, story }: ComplaintDocument,
  { disputedClaim, memberRequired }: Screenable['topic'],
): MissingKind[] {
  const hasNumber = priorReview.trackingNumber !== undefined || priorReview.noTrackingNumber !== undefined;
  const isAsked = parseDate(priorReview.filedOn) !== null;
  const hasAnswer = disputedClaim || (priorReview.contact !== undefined && priorReview.answer !== undefined);
  return [
    ...(disputedClaim && !hasNumber ? (['tracking_number'] as const) : []),
    ...(isAsked && hasAnswer ? [] : (['prior_review'] as const)),
    ...((disputedClaim || memberRequired) && claimLines.length === 0 ? (['member'] as const) : []),
    ...(disputedClaim && claimLines.some(({ claimNumber }) => !claimNumber)
      ? (['claim_number'] as const)
      : []),
    ...(story.whatHappened.trim() === '' ? (['explanation'] as const) : []),
  ];
}

function isPlanResponsible({ document, topic, plan, county, filedOn, plans }: Screenable): boolean {
  const context = {
    plan,
    plans,
    county,
    today: filedOn,
    filedWithPlanOn: parseDate(document.priorReview.filedOn),
    isDisputedClaim: topic.disputedClaim,
  };
  return document.claimLines.every((line) =>
    checkClaimLine(line, context).errors.every(({ kind }) => !kind.startsWith('plan-')),
  );
}
