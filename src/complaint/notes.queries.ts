import { appendAudit, fingerprint } from '../audit/audit.queries.ts';
import { nowDate } from '../platform/clock.ts';
import { prisma, type Transaction } from '../platform/database/database.ts';
import type { NoteSide } from '../platform/database/generated/client.ts';
import { decryptDocument, encryptDocument } from '../platform/encryption/document-cipher.ts';
import type { Actor } from './actor.ts';
import { complaintKey } from './keys.queries.ts';

export type { NoteSide };

/** A note as its own side reads it. */
export interface Note {
  readonly id: string;
  readonly authorName: string;
  readonly at: Date;
  readonly words: string;
}

/**
 * The notes of a side, oldest first.
 * @param mcoCode of a plan's: which plan's
 */
export async function listNotes(
  complaintId: string,
  side: NoteSide,
  mcoCode: string | null,
): Promise<Note[]> {
  const rows = await prisma().note.findMany({
    where: { complaintId, side, mcoCode },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  if (rows.length === 0) return [];
  const key = await complaintKey(prisma(), complaintId);
  return Promise.all(
    rows.map(async ({ id, authorName, at, words }) => ({
      id,
      authorName,
      at,
      words: wordsIn(await decryptDocument(key, contextOf(complaintId, side, id), words)),
    })),
  );
}

export interface NoteToWrite {
  readonly id: string;
  readonly complaintId: string;
  readonly side: NoteSide;
  readonly mcoCode: string | null;
  readonly words: string;
}

/** Writes a note with its audit event; one that was written before, by the same form, is left as it is. */
export async function insertNote(tx: Transaction, actor: Actor, note: NoteToWrite): Promise<void> {
  const { id, complaintId, side, mcoCode } = note;
  const key = await complaintKey(tx, complaintId);
  const words = await encryptDocument(key, contextOf(complaintId, side, id), { words: note.words });
  const author = { authorId: actor.accountId ?? '', authorName: actor.name, at: nowDate() };
  const { count } = await tx.note.createMany({
    data: [{ id, complaintId, side, mcoCode, ...author, words }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await appendAudit(tx, actor, {
    action: 'note.write',
    subjectType: 'complaint',
    subjectId: complaintId,
    complaintId,
    changes: {
      side: { before: null, after: side },
      words: { before: null, after: fingerprint(words) },
    },
  });
}

/** A note of one side does not open as the other's. */
function contextOf(complaintId: string, side: NoteSide, noteId: string) {
  const purpose = side === 'plan' ? 'plan-note' : 'staff-note';
  return { complaint: complaintId, purpose, subject: noteId } as const;
}

function wordsIn(written: unknown): string {
  const hasWords = typeof written === 'object' && written !== null && 'words' in written;
  return hasWords ? String(written.words) : '';
}
