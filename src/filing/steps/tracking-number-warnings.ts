import type { Gap } from '../../complaint/gap.ts';
import { type TrackingNumberHint, trackingNumberHint } from '../../complaint/tracking-number.ts';
import { formatDate, parseDate } from '../../platform/dates.ts';
import type { Draft } from '../drafts/draft.ts';

/** What looks odd about the plan's tracking number. A plan may have changed its numbers: none of it is an error. */
export function trackingNumberWarnings({ plan, document }: Draft): Gap[] {
  const { trackingNumber, filedOn } = document.priorReview;
  if (!plan || trackingNumber === undefined) return [];
  const hint = trackingNumberHint(trackingNumber, plan, parseDate(filedOn ?? ''));
  return hint ? [{ step: 'prior-review', field: 'trackingNumber', text: hintText(hint) }] : [];
}

function hintText(hint: TrackingNumberHint): string {
  if (hint.kind === 'other-shape') {
    const shape = hint.hint ? ` ${hint.hint}` : '';
    return `The tracking number does not look like one of ${hint.planName}.${shape}`;
  }
  return `The tracking number was issued on ${formatDate(hint.issuedOn)}, which is not the date on which you filed with the plan`;
}
