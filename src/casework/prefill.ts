import { z } from 'zod';
import { MISSING_KINDS } from '../complaint/missing-information.ts';
import { parseReference } from '../complaint/reference-number.ts';
import type { MoveFormGiven } from '../web/move-form.ts';

const several = z.preprocess((sent) => [sent ?? []].flat(), z.array(z.unknown()));

const PrefillQuery = z.object({
  missing: several.transform((kinds) => MISSING_KINDS.filter((kind) => kinds.includes(kind))),
  reason: z
    .string()
    .regex(/^[A-Z][A-Z_]{1,59}$/)
    .catch(''),
  duplicateOf: z
    .string()
    .transform((text) => {
      const read = parseReference(text);
      return read.ok ? read.value : '';
    })
    .catch(''),
});

/** What the address of a move's form fills in beforehand; what it says wrongly is passed over. */
export function prefillOf(query: unknown): NonNullable<MoveFormGiven['prefilled']> {
  const { missing, reason, duplicateOf } = PrefillQuery.parse(query);
  return { missing, closureReason: reason, duplicateOf };
}
