import type { ComplaintDocument } from '../complaint/document.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { FactRow } from '../complaint/presentation/fact-row.ts';
import { screeningFindings } from '../complaint/presentation/screening-findings.ts';
import { statusLabel } from '../complaint/status.ts';
import type { IndexKind } from '../platform/encryption/blind-index.ts';
import type { LookAlike } from './casework.queries.ts';

/** What HFS weighs at intake: what the rules make of the complaint, and which others it looks like. */
export function screeningRows(
  { complaint, reference, policy }: InHand,
  findings: { readonly document: ComplaintDocument; readonly lookAlikes: readonly LookAlike[] },
): FactRow[] {
  const terms = { plans: reference.mcos, policy: policy.filing };
  return [...screeningFindings(complaint, findings.document, terms), ...lookAlikeRows(findings.lookAlikes)];
}

function lookAlikeRows(lookAlikes: readonly LookAlike[]): FactRow[] {
  if (lookAlikes.length === 0) {
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
