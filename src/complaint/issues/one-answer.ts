import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Position } from '../position.ts';

/** What a finding may be where one answer goes to many: a part of each would have to be named claim by claim. */
export const ANSWER_POSITIONS = ['overturned', 'upheld'] as const satisfies readonly Position[];

/** One proposal for many complaints. It holds nothing of any of them. */
export interface OneAnswer {
  readonly position: (typeof ANSWER_POSITIONS)[number];
  readonly words: string;
  readonly citation: string;
  readonly action: string;
  readonly payOn: Temporal.PlainDate | undefined;
}

const KeptAnswer = z.object({
  position: z.enum(ANSWER_POSITIONS),
  words: z.string(),
  citation: z.string(),
  action: z.string(),
  payOn: z.iso.date().optional(),
});

/** The answer as JSON can say it. */
export function keptAnswer({ payOn, ...answer }: OneAnswer): z.input<typeof KeptAnswer> {
  return { ...answer, payOn: payOn?.toString() };
}

/** The answer that `keptAnswer` kept. */
export function readKeptAnswer(json: unknown): OneAnswer {
  const { payOn, ...answer } = KeptAnswer.parse(json);
  return { ...answer, payOn: payOn === undefined ? undefined : Temporal.PlainDate.from(payOn) };
}
