import { appendAudit } from '../audit/audit.queries.ts';
import { prisma } from '../platform/database/database.ts';
import { blindIndex, type IndexKind } from '../platform/encryption/blind-index.ts';
import type { Actor } from './actor.ts';
import { parseRin } from './identifiers.ts';

/**
 * Records a search. What was sought is kept as its blind index alone, so that it can be told later who looked for a
 * given member, and not read from the log whom anybody looked for.
 */
export function auditSearch(actor: Actor, text: string, found: number): Promise<void> {
  const kind: IndexKind = parseRin(text).ok ? 'rin' : 'claim_number';
  const digest = `hmac-sha256:${blindIndex(kind, text).toString('hex')}`;
  return appendAudit(prisma(), actor, {
    action: 'search.identifier',
    subjectType: 'search',
    subjectId: kind,
    changes: {
      [kind === 'rin' ? 'rin' : 'number']: { before: null, after: digest },
      found: { before: null, after: String(found) },
    },
  });
}
