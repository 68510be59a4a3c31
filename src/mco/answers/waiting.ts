import { z } from 'zod';
import { answerRowSchema } from '../../complaint/answers-import/answer-row.ts';
import { POSITIONS } from '../../complaint/position.ts';

const resultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answered'),
    reference: z.string(),
    position: z.enum(POSITIONS),
    totalCents: z.int(),
  }),
  z.object({ kind: z.literal('not-answered'), reference: z.string(), why: z.array(z.string()) }),
]);
/** What became of one complaint when the answers were given. */
export type AnswerResult = z.infer<typeof resultSchema>;

export const waitingSchema = z.object({
  rows: z.array(answerRowSchema),
  /** The version in which each complaint was seen, by reference. */
  versions: z.record(z.string(), z.int()),
  /** Of the last time that answers were given. */
  results: z.array(resultSchema),
});
/** The answers of a file that wait until the liaison who sent it has looked at them. */
export type Waiting = z.infer<typeof waitingSchema>;
