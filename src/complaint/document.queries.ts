import type { Db, Transaction } from '../platform/database/database.ts';
import { decryptDocument, encryptDocument } from '../platform/encryption/document-cipher.ts';
import {
  type ComplaintDocument,
  complaintDocumentSchema,
  type DraftDocument,
  draftDocumentSchema,
  EMPTY_DRAFT,
} from './document.ts';
import { complaintKey } from './keys.queries.ts';

interface StoredComplaint {
  readonly id: string;
  readonly document: Uint8Array | null;
}

/** A complaint's document as far as it is written: of a draft, or of a filed complaint. */
export async function readStoredDocument(db: Db, complaint: StoredComplaint): Promise<DraftDocument> {
  if (!complaint.document) return EMPTY_DRAFT;
  const key = await complaintKey(db, complaint.id);
  return draftDocumentSchema.parse(await decryptDocument(key, contextOf(complaint.id), complaint.document));
}

/** A filed complaint's document, whole. */
export async function readFiledDocument(db: Db, complaint: StoredComplaint): Promise<ComplaintDocument> {
  if (!complaint.document) throw new Error('A filed complaint has no document');
  const key = await complaintKey(db, complaint.id);
  return complaintDocumentSchema.parse(
    await decryptDocument(key, contextOf(complaint.id), complaint.document),
  );
}

/** The ciphertext to store for a document. */
export async function sealDocument(
  tx: Transaction,
  complaintId: string,
  document: DraftDocument,
): Promise<Uint8Array<ArrayBuffer>> {
  return encryptDocument(await complaintKey(tx, complaintId), contextOf(complaintId), document);
}

function contextOf(complaintId: string) {
  return { complaint: complaintId, purpose: 'document', subject: complaintId } as const;
}
