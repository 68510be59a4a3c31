import type { FilingVerdict } from '../../complaint/filing-window.ts';
import { filingWindowText } from '../../complaint/filing-window-words.ts';
import { reviewWindow } from '../../complaint/prior-review.ts';
import { formatDays } from '../../platform/dates.ts';
import type { Alert } from '../../web/parts.ts';
import { type Draft, gapsOf } from '../drafts/draft.ts';

/** Where today lies in the filing window of a disputed claim; null: the topic has none, or no date is given yet. */
export function verdictOn(draft: Draft): FilingVerdict | null {
  return draft.topic?.disputedClaim ? reviewWindow(draft.document.priorReview, draft.terms) : null;
}

export type ClosedVerdict = Extract<FilingVerdict, { kind: 'too-early' | 'too-late' }>;

/**
 * The verdict, if it keeps the complaint from being filed today. A date that is wrong in itself is no such verdict:
 * it has to be mended first.
 */
export function closedVerdict(draft: Draft): ClosedVerdict | null {
  const verdict = verdictOn(draft);
  if (verdict?.kind !== 'too-early' && verdict?.kind !== 'too-late') return null;
  const text = filingWindowText(verdict);
  return gapsOf(draft).some((gap) => gap.step === 'prior-review' && gap.text === text) ? verdict : null;
}

/** What an open window means to whoever goes on filling in the form. */
export function verdictAlerts(verdict: FilingVerdict | null): Alert[] {
  if (verdict?.kind === 'open') {
    const left = verdict.daysLeft === 0 ? 'Today is the last day.' : `${formatDays(verdict.daysLeft)} left.`;
    return [{ type: 'success', text: `${filingWindowText(verdict)}. ${left}` }];
  }
  if (verdict?.kind !== 'open-late-after-answer') return [];
  return [{ type: 'warning', heading: 'HFS will look at the dates', text: `${filingWindowText(verdict)}.` }];
}
