import { nowDate } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { FilingSite } from './sites.queries.ts';

/** What is chosen beside the document; absent: left as it is. */
export interface DraftColumns {
  readonly mcoCode?: string | null;
  readonly programCode?: string | null;
  readonly topicCode?: string | null;
  readonly isUrgent?: boolean;
}

interface NewDraft {
  readonly id: string;
  readonly filedById: string;
  readonly site: FilingSite;
  readonly policyVersion: number;
}

/** Inserts an empty draft about a site. */
export async function insertDraft(tx: Transaction, { site, ...draft }: NewDraft): Promise<void> {
  await tx.complaint.create({
    data: { ...draft, representativeId: draft.filedById, status: 'draft', ...siteColumns(site) },
    select: { id: true },
  });
}

/** Makes a draft, whose row is locked, one about another site. */
export async function writeSite(
  tx: Transaction,
  draft: { readonly id: string; readonly version: number },
  site: FilingSite,
): Promise<void> {
  await tx.complaint.update({
    where: { id: draft.id },
    data: { ...siteColumns(site), version: draft.version + 1, updatedAt: nowDate() },
    select: { id: true },
  });
}

function siteColumns({ id, organizationId, providerTypeCode, authorizationId }: FilingSite) {
  return { siteId: id, organizationId, providerTypeCode, authorizationId };
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
