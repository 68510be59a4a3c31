import { nowDate } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';

/** What is chosen beside the document; absent: left as it is. */
export interface DraftColumns {
  readonly mcoCode?: string | null;
  readonly programCode?: string | null;
  readonly topicCode?: string | null;
  readonly isUrgent?: boolean;
}

interface NewDraft {
  readonly id: string;
  readonly organizationId: string;
  readonly filedById: string;
  readonly policyVersion: number;
}

/** Inserts an empty draft, with the provider type that the organization has today. */
export async function insertDraft(tx: Transaction, draft: NewDraft): Promise<void> {
  const { providerTypeCode } = await tx.organization.findUniqueOrThrow({
    where: { id: draft.organizationId },
    select: { providerTypeCode: true },
  });
  await tx.complaint.create({ data: { ...draft, status: 'draft', providerTypeCode }, select: { id: true } });
}

/** Writes what a step changed, on a draft whose row is locked. */
export async function writeDraft(
  tx: Transaction,
  id: string,
  changes: DraftColumns & { document: Uint8Array<ArrayBuffer>; version: number },
): Promise<void> {
  await tx.complaint.update({
    where: { id },
    data: { ...changes, updatedAt: nowDate() },
    select: { id: true },
  });
}
