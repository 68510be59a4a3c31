import type { Difference, EnrolledMatch } from '../accounts/organization/enrolled-match.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { FactRow } from '../complaint/presentation/fact-row.ts';
import { screeningFindings } from '../complaint/presentation/screening-findings.ts';
import { statusLabel } from '../complaint/status.ts';
import type { IndexKind } from '../platform/encryption/blind-index.ts';
import type { SummaryList } from '../web/parts.ts';
import type { Judged } from './read-screening.ts';
import { type SuggestionView, suggestionFor } from './suggestion.view.ts';

/** For `casework/_screening`. */
export interface ScreeningView extends SummaryList {
  readonly suggestion: SuggestionView | null;
}

/**
 * What HFS weighs at intake: what the rules make of the complaint, which others it looks like, whether its provider is
 * enrolled, and what follows from all of it.
 */
export function screeningView(inHand: InHand, judged: Judged): ScreeningView {
  const { complaint, reference, policy } = inHand;
  const terms = { plans: reference.mcos, policy: policy.filing };
  return {
    heading: 'Screening',
    rows: [
      ...screeningFindings(complaint, judged.document, terms),
      ...judged.repeats.map(repeatRow),
      ...lookAlikeRows(judged),
      enrolledRow(judged.enrolled),
    ],
    suggestion: suggestionFor(inHand, judged),
  };
}

function enrolledRow(match: EnrolledMatch): FactRow {
  const label = 'Enrolled provider';
  if (match.kind === 'no-list') return { label, value: 'No list of enrolled providers was imported' };
  if (match.kind === 'not-found')
    return {
      label,
      value: 'Not in the list of enrolled providers',
      tag: { text: 'Does not fit', tone: 'urgent' },
    };
  const { enrolled, differences } = match;
  if (differences.length === 0)
    return { label, value: `In the list as ${enrolled.name}`, tag: { text: 'Fits', tone: 'success' } };
  return {
    label,
    value: [`In the list as ${enrolled.name}`, ...differences.map((each) => DIFFERENCES[each])],
    tag: { text: 'Check', tone: 'attention' },
  };
}

const DIFFERENCES: Readonly<Record<Difference, string>> = {
  npi: 'With another NPI',
  hfsProviderId: 'With another HFS provider ID',
  providerTypeCode: 'As another type of provider',
  'not-active': 'Not enrolled on the day of filing',
};

/** What HFS has found to repeat another does so, whether or not the two share a claim. */
export function repeatRow(reference: string): FactRow {
  return {
    label: 'Duplicates',
    value: `Linked as a duplicate of ${reference}`,
    href: `/casework/complaints/${reference}`,
    tag: { text: 'Check', tone: 'attention' },
  };
}

function lookAlikeRows({ lookAlikes, repeats }: Judged): FactRow[] {
  if (lookAlikes.length === 0) {
    if (repeats.length > 0) return [];
    return [
      {
        label: 'Duplicates',
        value: 'No other complaint shares its claims',
        tag: { text: 'Fits', tone: 'success' },
      },
    ];
  }
  return lookAlikes.map(({ reference, status, planName, shared }) => ({
    label: isLikely(shared) ? 'Possible duplicate' : 'Same member',
    value: `${reference}: ${sharedText(shared)}; ${planName}. ${statusLabel(status, 'staff')}.`,
    href: `/casework/complaints/${reference}`,
    ...(isLikely(shared) ? { tag: { text: 'Check', tone: 'attention' } as const } : {}),
  }));
}

/** The same member alone may well have a second issue. */
function isLikely(shared: readonly IndexKind[]): boolean {
  return shared.some((kind) => kind !== 'rin');
}

const SHARED_WORDS: Readonly<Record<IndexKind, string>> = {
  member_service: 'member on the same day',
  claim_number: 'claim number',
  tracking_number: 'tracking number',
  rin: 'member',
};

/** "same claim number and member"; a member on the same day is not named twice. */
function sharedText(shared: readonly IndexKind[]): string {
  const kinds = shared.includes('member_service') ? shared.filter((kind) => kind !== 'rin') : shared;
  return `same ${kinds.map((kind) => SHARED_WORDS[kind]).join(' and ')}`;
}
