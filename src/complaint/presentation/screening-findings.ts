import { Temporal } from 'temporal-polyfill';
import { daysBetween, formatDate, parseDate } from '../../platform/dates.ts';
import { checkClaimLine, type LineError } from '../claim-line.ts';
import { claimLineText } from '../claim-line-words.ts';
import type { ComplaintDocument } from '../document.ts';
import type { FilingVerdict } from '../filing-window.ts';
import { isOutsideRegion, type Plan } from '../plan.ts';
import type { FilingPolicy } from '../policy.ts';
import { reviewWindow } from '../prior-review.ts';
import { type TrackingNumberHint, trackingNumberHint } from '../tracking-number.ts';
import type { FactRow, FactTag } from './fact-row.ts';
import { dayOf, isoText } from './moments.ts';

export interface ScreeningTerms {
  readonly plans: readonly Plan[];
  readonly policy: FilingPolicy;
}

/** Of a complaint, what is weighed beside its document. */
export interface Screened {
  readonly submittedAt: Date | null;
  readonly topic: { readonly disputedClaim: boolean } | null;
  readonly mco: Plan | null;
  readonly site: { readonly county: string };
}

/** What HFS weighs before it presents a complaint, as it was on the day of filing; each judged by a tag. */
export function screeningFindings(
  complaint: Screened,
  document: ComplaintDocument,
  terms: ScreeningTerms,
): FactRow[] {
  const filedOn = complaint.submittedAt ? dayOf(complaint.submittedAt) : null;
  const { topic, mco } = complaint;
  if (filedOn === null || topic === null || mco === null) return [];
  return [
    topic.disputedClaim ? windowFinding(document, filedOn, terms.policy) : issueFinding(document),
    ...trackingFindings(document, mco, topic.disputedClaim),
    ...planFindings(complaint, document, mco, { today: filedOn, plans: terms.plans }),
    ...regionFindings(mco, complaint.site.county),
  ];
}

const FITS: FactTag = { text: 'Fits', tone: 'success' };
const CHECK: FactTag = { text: 'Check', tone: 'attention' };
const PROBLEM: FactTag = { text: 'Does not fit', tone: 'urgent' };

function windowFinding(
  { priorReview }: ComplaintDocument,
  filedOn: Temporal.PlainDate,
  policy: FilingPolicy,
): FactRow {
  const label = 'Filing window';
  const verdict = reviewWindow(priorReview, { today: filedOn, policy });
  if (verdict === null) return { label, value: 'No date of filing with the plan', tag: CHECK };
  const day = daysBetween(Temporal.PlainDate.from(priorReview.filedOn), filedOn);
  const span = `${formatDate(verdict.from)} to ${formatDate(verdict.to)}`;
  return { label, value: [`Filed on day ${day}; open ${span}`, ...staleness(verdict)], tag: tagOf(verdict) };
}

function staleness(verdict: FilingVerdict): string[] {
  if (verdict.kind !== 'open-late-after-answer') return [];
  return [`The plan’s answer was fresh until ${formatDate(verdict.freshUntil)}: judge whether it is in time`];
}

function tagOf({ kind }: FilingVerdict): FactTag {
  if (kind === 'open') return FITS;
  return kind === 'open-late-after-answer' ? CHECK : PROBLEM;
}

/** Any other topic has no window, but the plan must have been asked. */
function issueFinding({ priorReview }: ComplaintDocument): FactRow {
  const answered = priorReview.answeredOn ? `, answered ${isoText(priorReview.answeredOn)}` : '';
  const value = [`Raised ${isoText(priorReview.filedOn)}${answered}`, 'No filing window for this topic'];
  return { label: 'Asked of the plan', value, tag: FITS };
}

function trackingFindings({ priorReview }: ComplaintDocument, mco: Plan, isDispute: boolean): FactRow[] {
  const label = 'Tracking number';
  const { trackingNumber, noTrackingNumber } = priorReview;
  if (trackingNumber === undefined) {
    if (noTrackingNumber === undefined) return [];
    const value = `None issued: asked ${noTrackingNumber.askedWhom} on ${isoText(noTrackingNumber.askedOn)}`;
    return [{ label, value, tag: CHECK }];
  }
  const hint = trackingNumberHint(trackingNumber, mco, isDispute ? parseDate(priorReview.filedOn) : null);
  if (hint !== null) return [{ label, value: [trackingNumber, ...hintTexts(hint)], tag: CHECK }];
  if (mco.trackingNumberPattern === null) return [{ label, value: trackingNumber }];
  return [{ label, value: [trackingNumber, `Looks like a number of ${mco.name}`], tag: FITS }];
}

function hintTexts(hint: TrackingNumberHint): string[] {
  if (hint.kind === 'issued-on-another-day')
    return [`Its digits say it was issued ${formatDate(hint.issuedOn)}`];
  return [`Does not look like a number of ${hint.planName}`, ...(hint.hint ? [hint.hint] : [])];
}

interface LineTerms {
  readonly today: Temporal.PlainDate;
  readonly plans: readonly Plan[];
}

function planFindings(
  { site, topic }: Screened,
  { claimLines, priorReview }: ComplaintDocument,
  mco: Plan,
  terms: LineTerms,
): FactRow[] {
  if (claimLines.length === 0) return [];
  const label = 'Plan on the dates of service';
  const context = {
    ...terms,
    plan: mco,
    county: site.county,
    filedWithPlanOn: parseDate(priorReview.filedOn),
    isDisputedClaim: topic?.disputedClaim ?? false,
  };
  const errors = claimLines.flatMap((line) => checkClaimLine(line, context).errors.filter(isAboutPlan));
  const texts = [...new Set(errors.map(claimLineText))];
  if (texts.length > 0) return [{ label, value: texts, tag: CHECK }];
  return [{ label, value: `${mco.name} answers for every one of them`, tag: FITS }];
}

function isAboutPlan({ kind }: LineError): boolean {
  return kind === 'plan-taken-over' || kind === 'plan-ended' || kind === 'plan-not-yet-active';
}

function regionFindings(mco: Plan, county: string): FactRow[] {
  if (!isOutsideRegion(mco, county)) return [];
  const value = `${mco.name} works in ${mco.region} County only; the provider is in ${county} County`;
  return [{ label: 'County', value, tag: CHECK }];
}
