import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../src/complaint/actor.ts';
import { sealDocument } from '../../src/complaint/document.queries.ts';
import type { DraftDocument } from '../../src/complaint/document.ts';
import { createComplaintKey } from '../../src/complaint/keys.queries.ts';
import { getReference } from '../../src/complaint/reference.queries.ts';
import { makeReference } from '../../src/complaint/reference-number.ts';
import { today } from '../../src/platform/clock.ts';
import { prisma, transaction } from '../../src/platform/database/database.ts';
import { fromPlainDate } from '../../src/platform/dates.ts';
import { newId } from '../../src/platform/identifier.ts';
import { aDispute } from '../support/complaints.ts';

const BATCH = 250;
const OPEN = ['submitted', 'submitted', 'with_mco', 'with_mco', 'proposed', 'returned'] as const;
const NOT_YET = { status: 'draft', closedAt: null, closureReasonCode: null } as const;

interface Cast {
  readonly filers: readonly Actor[];
  readonly analysts: readonly Actor[];
}

/**
 * Writes complaints as filing and casework leave them, each with its own key and document, past the door that would
 * take minutes for thousands. Three in ten are open.
 */
export async function writeManyComplaints(count: number, cast: Cast): Promise<void> {
  const sites = await prisma().site.findMany({ select: { id: true, organizationId: true } });
  const siteOf = ({ organizationId }: Actor) =>
    sites.find((site) => site.organizationId === organizationId)?.id ?? '';
  const { mcos, topics, closureReasons } = await getReference();
  const { document } = aDispute();
  for (let from = 0; from < count; from += BATCH) {
    await transaction(async (tx) => {
      const rows = Array.from({ length: BATCH }, (_, turn) => rowOf(from + turn));
      // Only a draft's document can be written.
      await tx.complaint.createMany({ data: rows.map((row) => ({ ...row, ...NOT_YET })) });
      for (const row of rows) {
        const { status, closedAt, closureReasonCode } = row;
        await createComplaintKey(tx, row.id);
        const sealed = await sealDocument(tx, row.id, whole(document));
        await tx.complaint.update({
          where: { id: row.id },
          data: { document: sealed, status, closedAt, closureReasonCode },
          select: { id: true },
        });
      }
    });
  }

  function rowOf(turn: number) {
    const isOpen = turn % 10 < 3;
    const filer = pick(cast.filers, turn);
    const submitted = today().subtract({ days: isOpen ? turn % 40 : 40 + (turn % 700) });
    const status = isOpen ? pick(OPEN, turn) : ('closed' as const);
    return {
      id: newId(),
      number: 1_000_000 + turn,
      reference: makeReference(submitted.year, 1_000_000 + turn),
      status,
      version: 3,
      organizationId: filer.organizationId ?? '',
      siteId: siteOf(filer),
      representativeId: filer.accountId ?? '',
      filedById: filer.accountId ?? '',
      providerTypeCode: '010',
      mcoCode: pick(mcos, turn).code,
      programCode: 'HealthChoice',
      topicCode: pick(topics, turn * 7).code,
      isUrgent: turn % 37 === 0,
      policyVersion: 1,
      // Replaced in the same transaction: the document can only be sealed once the complaint has its key.
      document: Buffer.alloc(1),
      submittedAt: fromPlainDate(submitted),
      presentedAt:
        status === 'with_mco' || status === 'proposed' ? fromPlainDate(submitted.add({ days: 3 })) : null,
      closedAt: isOpen ? null : fromPlainDate(submitted.add({ days: 30 })),
      closureReasonCode: isOpen ? null : pick(closureReasons, turn).code,
      assigneeId: turn % 3 === 0 ? null : pick(cast.analysts, turn).accountId,
      dueOn: isOpen ? fromPlainDate(today().add(Temporal.Duration.from({ days: (turn % 50) - 10 }))) : null,
      dueClock: isOpen ? 'present' : null,
    };
  }
}

function pick<Value>(values: readonly Value[], turn: number): Value {
  const value = values[turn % values.length];
  if (value === undefined) throw new Error('Nothing to pick from');
  return value;
}

function whole(document: Partial<DraftDocument> | undefined): DraftDocument {
  return { priorReview: {}, claimLines: [], story: {}, savedAt: {}, ...document };
}
