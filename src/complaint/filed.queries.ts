import { prisma } from '../platform/database/database.ts';
import { readFiledDocument } from './document.queries.ts';
import type { ComplaintDocument } from './document.ts';

/** What a complaint says, for a page that shows it. Audit the view before the page is sent (`auditView`). */
export function readFiled(complaint: {
  readonly id: string;
  readonly document: Uint8Array | null;
}): Promise<ComplaintDocument> {
  return readFiledDocument(prisma(), complaint);
}
