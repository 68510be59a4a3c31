import { z } from 'zod';

export { FIRST_POLICY } from './first-policy.ts';

export const CLOCK_KINDS = [
  'first_reply',
  'present',
  'resubmit',
  'acknowledge',
  'propose',
  'extension',
  'request_review',
  'review_information',
  'decide',
  'provider_information',
  'plan_information',
] as const;
/** A clock is named for what must be done before it runs out. */
export type ClockKind = (typeof CLOCK_KINDS)[number];

const lengthSchema = z.object({
  days: z.int().min(1).max(366),
  /** `business`: Monday to Friday, less the holidays. */
  unit: z.enum(['calendar', 'business']),
});
/** A number of days, and which days are counted. */
export type ClockLength = z.infer<typeof lengthSchema>;

const clockSchema = z.object({
  owner: z.enum(['hfs', 'representative', 'plan', 'both']),
  length: lengthSchema,
  /** For a complaint about immediate access to care; null: no different. */
  urgent: lengthSchema.nullable(),
  /** What must be done, as in "Present it to the plan". */
  words: z.string().min(1),
  /** The rule behind it, as pages name it. */
  source: z.string().min(1),
});
export type ClockRule = z.infer<typeof clockSchema>;
export type ClockOwner = ClockRule['owner'];

const filingSchema = z.object({
  /** Days after filing with the plan on which the window opens; day 0 is the day of filing with the plan. */
  opensAfter: z.int().min(0),
  /** The last such day. */
  closesAfter: z.int().min(0),
  /** Days after the plan's answer beyond which staff judge whether the complaint is in time. */
  answerIsFreshFor: z.int().min(0),
  /** Whether an answer before the window opens it early. */
  earlyAnswerOpens: z.boolean(),
  source: z.string().min(1),
});
export type FilingPolicy = z.infer<typeof filingSchema>;

/** The document of a policy version. A complaint keeps the version in force when it was filed. */
export const policySchema = z.object({
  filing: filingSchema.refine((filing) => filing.opensAfter <= filing.closesAfter, {
    error: 'The filing window must open before it closes',
    path: ['closesAfter'],
  }),
  clocks: z.record(z.enum(CLOCK_KINDS), clockSchema),
});
export type Policy = z.infer<typeof policySchema>;
