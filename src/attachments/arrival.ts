import { appendAudit, fingerprint } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { holdParty } from '../complaint/hold-actor.queries.ts';
import { transaction } from '../platform/database/database.ts';
import { type Arrival, type Arrived, closeArrival } from './arrival.queries.ts';
import type { ScanVerdict } from './clamd.ts';
import { signatureChange } from './scan.ts';

/** Ends the arrival of a file that came whole, with the audit event, in one short transaction. */
export async function endArrival(
  arrival: Arrival,
  actor: Actor,
  arrived: Arrived,
  verdict: ScanVerdict | null,
): Promise<void> {
  await transaction(async (tx) => {
    // It locks the complaint, so that whose it is does not change any more.
    await closeArrival(tx, arrival, arrived);
    await holdParty(tx, actor, arrival.complaintId);
    await appendAudit(tx, actor, {
      action: arrived.state === 'refused' ? 'attachment.refuse' : 'attachment.receive',
      subjectType: 'attachment',
      subjectId: arrival.id,
      complaintId: arrival.complaintId,
      changes: {
        state: { before: null, after: arrived.state },
        mediaType: { before: null, after: arrival.mediaType },
        byteCount: { before: null, after: String(arrived.byteCount) },
        description: { before: null, after: fingerprint(arrived.description) },
        ...signatureChange(verdict),
      },
    });
  });
}
