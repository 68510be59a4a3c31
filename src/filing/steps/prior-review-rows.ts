import type { DraftDocument } from '../../complaint/document.ts';
import { factRow } from '../../complaint/presentation/fact-row.ts';
import { isoText } from '../../complaint/presentation/moments.ts';
import type { SummaryRow } from '../../web/parts.ts';

/** What a draft says of the plan's own review, as far as it is written. */
export function reviewRows(review: DraftDocument['priorReview']): readonly SummaryRow[] {
  const { filedOn, noTrackingNumber, answeredOn, answer } = review;
  const asked = noTrackingNumber && [
    'None issued',
    noTrackingNumber.askedWhom && `Asked: ${noTrackingNumber.askedWhom}`,
    noTrackingNumber.askedOn && `On ${isoText(noTrackingNumber.askedOn)}`,
  ];
  return [
    { label: 'Brought to the plan', value: filedOn ? isoText(filedOn) : 'Not said yet' },
    ...factRow('Tracking number', review.trackingNumber ?? asked),
    ...factRow('With whom', review.contact),
    ...factRow(
      'The plan answered',
      answeredOn ? isoText(answeredOn) : filedOn && answer === undefined ? 'Not yet' : null,
    ),
    ...factRow('What it answered', answer),
  ];
}
