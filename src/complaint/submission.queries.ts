import type { Transaction } from '../platform/database/database.ts';
import { blindIndex, type IndexKind } from '../platform/encryption/blind-index.ts';
import { readFiledDocument } from './document.queries.ts';
import type { ComplaintDocument } from './document.ts';

/** Makes a complaint findable by its members, claims and tracking number, without a plain value in the database. */
export async function indexSubmitted(
  tx: Transaction,
  complaint: { id: string; document: Uint8Array | null },
): Promise<void> {
  const document = await readFiledDocument(tx, complaint);
  await tx.indexEntry.createMany({
    data: indexedValues(document).map(([kind, value]) => ({
      complaintId: complaint.id,
      kind,
      digest: blindIndex(kind, value),
    })),
    skipDuplicates: true,
  });
}

function indexedValues(document: ComplaintDocument): [IndexKind, string][] {
  const { trackingNumber } = document.priorReview;
  return [
    ...(trackingNumber ? [['tracking_number', trackingNumber] satisfies [IndexKind, string]] : []),
    ...document.claimLines.flatMap((line): [IndexKind, string][] => [
      ['rin', line.rin],
      ...(line.claimNumber ? [['claim_number', line.claimNumber] satisfies [IndexKind, string]] : []),
    ]),
  ];
}
