import { createHash } from 'node:crypto';

/** What a limit counts an e-mail address under: the table of counters is to hold no addresses. */
export function emailKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
}
