import { z } from 'zod';
import { appendAudit, fingerprint } from '../audit/audit.queries.ts';
import { nowDate } from '../platform/clock.ts';
import { prisma, type Transaction } from '../platform/database/database.ts';
import { decryptDocument, encryptDocument } from '../platform/encryption/document-cipher.ts';
import type { Actor } from './actor.ts';
import { CONTACT_WAYS } from './contact-ways.ts';
import { complaintKey } from './keys.queries.ts';

const attemptSchema = z.object({
  /** YYYY-MM-DD */
  on: z.string(),
  how: z.enum(CONTACT_WAYS),
  withWhom: z.string(),
  /** Of the call or the letter, where there is one. */
  referenceNumber: z.string().optional(),
  outcome: z.string(),
});
/** What is written of an attempt. */
export type AttemptWritten = z.infer<typeof attemptSchema>;

/** An attempt of the plan to reach the provider, with who logged it and when. */
export interface Attempt extends AttemptWritten {
  readonly id: string;
  readonly authorName: string;
  readonly at: Date;
}

/**
 * The attempts of a complaint, the last first.
 * @param mcoCode those of one plan alone
 */
export async function listAttempts(complaintId: string, mcoCode?: string): Promise<Attempt[]> {
  const where = { complaintId, ...(mcoCode === undefined ? {} : { mcoCode }) };
  const rows = await prisma().contactAttempt.findMany({ where, orderBy: { at: 'asc' } });
  if (rows.length === 0) return [];
  const key = await complaintKey(prisma(), complaintId);
  const attempts = await Promise.all(
    rows.map(async ({ id, authorName, at, words }) => ({
      ...attemptSchema.parse(await decryptDocument(key, contextOf(complaintId, id), words)),
      id,
      authorName,
      at,
    })),
  );
  return attempts.toSorted(
    (one, other) => other.on.localeCompare(one.on) || other.at.getTime() - one.at.getTime(),
  );
}

export interface AttemptToLog {
  readonly id: string;
  readonly complaintId: string;
  readonly mcoCode: string;
  readonly written: AttemptWritten;
}

/** Logs an attempt with its audit event; one that was logged before, by the same form, is left as it is. */
export async function insertAttempt(tx: Transaction, actor: Actor, attempt: AttemptToLog): Promise<void> {
  const { id, complaintId, mcoCode, written } = attempt;
  const key = await complaintKey(tx, complaintId);
  const words = await encryptDocument(key, contextOf(complaintId, id), written);
  const author = { authorId: actor.accountId ?? '', authorName: actor.name, at: nowDate() };
  const { count } = await tx.contactAttempt.createMany({
    data: [{ id, complaintId, mcoCode, ...author, words }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await appendAudit(tx, actor, {
    action: 'contact.log',
    subjectType: 'complaint',
    subjectId: complaintId,
    complaintId,
    changes: { words: { before: null, after: fingerprint(words) } },
  });
}

function contextOf(complaintId: string, attemptId: string) {
  return { complaint: complaintId, purpose: 'contact-attempt', subject: attemptId } as const;
}
