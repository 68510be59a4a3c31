import type { Transaction } from '../platform/database/database.ts';
import { blindIndex, type IndexKind } from '../platform/encryption/blind-index.ts';
import { claimTotals } from './claim-totals.ts';
import { readFiledDocument } from './document.queries.ts';
import type { ComplaintDocument } from './document.ts';
import { memberService } from './look-alike.ts';

/**
 * Writes what a filed complaint is found and counted by: keyed digests of its members, claims and tracking number,
 * without a plain value in the database, and what its claims come to.
 */
export async function recordSubmitted(
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
  await tx.complaint.update({
    where: { id: complaint.id },
    data: claimTotals(document.claimLines),
    select: { id: true },
  });
}

function indexedValues(document: ComplaintDocument): [IndexKind, string][] {
  const { trackingNumber } = document.priorReview;
  return [
    ...(trackingNumber ? [['tracking_number', trackingNumber] satisfies [IndexKind, string]] : []),
    ...document.claimLines.flatMap((line): [IndexKind, string][] => [
      ['rin', line.rin],
      ['member_service', memberService(line.rin, line.serviceFrom)],
      ...(line.claimNumber ? [['claim_number', line.claimNumber] satisfies [IndexKind, string]] : []),
    ]),
  ];
}
