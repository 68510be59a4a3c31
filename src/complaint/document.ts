import { z } from 'zod';
import { claimsImportSchema } from './claims-import/waiting.ts';
import {
  carcField,
  centsField,
  claimNumberField,
  dateField,
  lineField,
  nameField,
  rinField,
  textField,
  trackingNumberField,
} from './fields.ts';

/** The largest complaint: more claims than these go in a second one. */
export const CLAIM_LINES_LIMIT = 500;

/** A line of any complaint. The fields of the parts are for the forms of single pages, too: `.shape`. */
export const claimLineSchema = z.object({
  id: z.uuid(),
  memberFirstName: nameField('Enter the member’s first name'),
  memberLastName: nameField('Enter the member’s last name'),
  rin: rinField,
  serviceFrom: dateField('Enter the first date of service'),
  serviceTo: dateField('Enter the last date of service'),
  /** A complaint about a member without a claim has neither number nor amounts. */
  claimNumber: claimNumberField.optional(),
  billedCents: centsField('Enter the amount billed').optional(),
  paidCents: centsField('Enter the amount paid').optional(),
  carc: carcField.optional(),
  denialDate: dateField('Enter the date of the denial').optional(),
});
/** A member, and what was done for them on a date or billed for it. */
export type ClaimLine = z.infer<typeof claimLineSchema>;

/** A line of a complaint that disputes claims. */
export const disputedLineSchema = claimLineSchema.extend({
  claimNumber: claimNumberField,
  billedCents: centsField('Enter the amount billed'),
});

export const noTrackingNumberSchema = z.object({
  askedOn: dateField('Enter the date on which you asked for a tracking number'),
  askedWhom: lineField('Enter whom you asked for a tracking number'),
});

const contactField = lineField('Enter with whom at the plan you raised it');
const answerField = textField('Enter what the plan answered, or that it did not answer');

export const priorReviewSchema = z.object({
  /** When the issue was filed with the plan, or raised with it. */
  filedOn: dateField('Enter the date on which you brought the issue to the plan'),
  trackingNumber: trackingNumberField.optional(),
  /** Instead of the number: the plan gave none though it was asked. */
  noTrackingNumber: noTrackingNumberSchema.optional(),
  answeredOn: dateField('Enter the date of the plan’s answer').optional(),
  /** With whom at the plan. */
  contact: contactField.optional(),
  /** What the plan answered, or that it did not. */
  answer: answerField.optional(),
});
/** What the plan was asked before HFS was. */
export type PriorReview = z.infer<typeof priorReviewSchema>;

export const storySchema = z.object({
  whatHappened: textField('Describe what happened'),
  resolutionSought: textField('Describe what would resolve it'),
  urgentReason: textField('Explain why it affects immediate access to care', 2_000).optional(),
  /** Told to HFS alone: the plan never reads it. */
  fearsRetaliation: z.literal('yes').optional(),
});

export const screeningSchema = z.object({ program: z.literal('managed-care') });

/** The review of a disputed claim. Whether a tracking number or its lack is given, is not the schema's to say. */
export const disputeReviewSchema = priorReviewSchema.extend({
  filedOn: dateField('Enter the date on which you filed the dispute with the plan'),
});

/** The review of any other issue: with whom it was raised, and what came of it. */
export const otherReviewSchema = priorReviewSchema.extend({
  filedOn: dateField('Enter the date on which you raised it with the plan'),
  contact: contactField,
  answer: answerField,
});

/** A complaint as it is filed: what is encrypted, and what the plan and HFS read. Dates are YYYY-MM-DD. */
export const complaintDocumentSchema = z.object({
  screening: screeningSchema,
  priorReview: priorReviewSchema,
  claimLines: z.array(claimLineSchema).max(CLAIM_LINES_LIMIT, 'List at most 500 claims in one complaint'),
  story: storySchema,
});
export type ComplaintDocument = z.infer<typeof complaintDocumentSchema>;

/** The same while it is written: every part and field may be missing, and what is there is as it will be filed. */
export const draftDocumentSchema = z.object({
  screening: screeningSchema.optional(),
  priorReview: priorReviewSchema
    .extend({ noTrackingNumber: noTrackingNumberSchema.partial().optional() })
    .partial()
    .default({}),
  claimLines: z
    .array(claimLineSchema.partial().extend({ id: claimLineSchema.shape.id }))
    .max(CLAIM_LINES_LIMIT, 'List at most 500 claims in one complaint')
    .default([]),
  story: storySchema.partial().default({}),
  /** Of spreadsheets: what waits until the person has said more, and is no claim yet. */
  claimsImport: claimsImportSchema.optional(),
  /** The version of the draft at which each part or column was last saved. */
  savedAt: z.record(z.string(), z.int()).default({}),
});
export type DraftDocument = z.infer<typeof draftDocumentSchema>;
export type DraftClaimLine = DraftDocument['claimLines'][number];

/** A draft on which nothing was written yet. */
export const EMPTY_DRAFT: DraftDocument = { priorReview: {}, claimLines: [], story: {}, savedAt: {} };
