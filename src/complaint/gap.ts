import type { z } from 'zod';

/** A step of filing in which something may be missing or wrong. */
export type DocumentStep = 'site' | 'screening' | 'plan' | 'topic' | 'prior-review' | 'claims' | 'story';

/** What is missing or wrong in a draft. The text says what to do. */
export interface Gap {
  step: DocumentStep;
  /** As the field is called in its part of the document; `claimLines.2.rin` on the third line. */
  field: string;
  text: string;
}

/** What a schema finds missing or wrong in a value, each as a gap of a step. */
export function schemaGaps(schema: z.ZodType, value: unknown, step: DocumentStep, prefix = ''): Gap[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => ({ step, field: `${prefix}${issue.path.join('.')}`, text: issue.message }));
}
