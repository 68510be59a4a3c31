import { z } from 'zod';
import type { Chosen } from '../../complaint/bulk-presenting.queries.ts';
import { BULK_LIMIT } from '../../complaint/bulk-presenting.ts';
import { WORDS_LIMIT } from '../../complaint/move-details.ts';
import { formAccepted, formText } from '../../platform/form-fields.ts';

/** A box that is ticked: the complaint, and the version of it that the list showed. */
export function boxValue({ complaintId, version }: Chosen): string {
  return `${complaintId}.${version}`;
}

const UNREADABLE = 'Open the list anew: it does not say which complaints it shows';

const box = z
  .string({ error: UNREADABLE })
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\d{1,9}$/, UNREADABLE)
  .transform((text): Chosen => ({ complaintId: text.slice(0, 36), version: Number(text.slice(37)) }));

export const ChoiceForm = z.object({
  complaints: z
    .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(box))
    .transform((all) => [...new Map(all.map((each) => [each.complaintId, each])).values()])
    .refine((all) => all.length > 0, 'Choose at least one complaint')
    .refine((all) => all.length <= BULK_LIMIT, `Choose at most ${BULK_LIMIT} complaints`),
  priorReviewConfirmed: formAccepted({ missing: 'Confirm that you checked the plan’s own review of each' }),
});

/** The same, confirmed. The id is the preview's, so that a form sent twice asks once. */
export const BeginForm = ChoiceForm.extend({ bulk: z.uuid(UNREADABLE) });

export const TakeBackForm = z.object({
  words: formText({ missing: 'Write why they are taken back', max: WORDS_LIMIT }),
});
