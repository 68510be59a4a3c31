import type { Actor } from '../../complaint/actor.ts';
import { readFiled } from '../../complaint/filed.queries.ts';
import { listRepeated } from '../../complaint/links.queries.ts';
import { policyOf } from '../../complaint/policy-versions.ts';
import type { FactRow } from '../../complaint/presentation/fact-row.ts';
import { screeningFindings } from '../../complaint/presentation/screening-findings.ts';
import type { Reference } from '../../complaint/reference.queries.ts';
import type { Status } from '../../complaint/status.ts';
import { auditViews } from '../../complaint/view-audit.queries.ts';
import { repeatRow } from '../screening.view.ts';
import { type CandidateRow, listAlike, readCandidates } from './candidates.queries.ts';

/** A complaint that may be presented, with what speaks against it. */
export interface Candidate {
  readonly id: string;
  readonly reference: string;
  readonly status: Status;
  readonly version: number;
  readonly isUrgent: boolean;
  readonly mcoCode: string;
  readonly planName: string;
  readonly topicName: string;
  readonly organization: string;
  /** What of the screening is stale or doubtful, a line each. */
  readonly doubts: readonly string[];
}

/**
 * These complaints as screening finds them, by their ids; what is not filed is left out. It reads what is protected in
 * them, so it is a view of each.
 */
export async function screenCandidates(
  actor: Actor,
  ids: readonly string[],
  reference: Reference,
): Promise<Map<string, Candidate>> {
  const [rows, alike, repeated] = await Promise.all([readCandidates(ids), listAlike(ids), listRepeated(ids)]);
  const alikeBy = Map.groupBy(alike, ({ complaintId }) => complaintId);
  const repeatedBy = Map.groupBy(repeated, ({ complaintId }) => complaintId);
  await auditViews(
    actor,
    rows.map(({ id }) => id),
  );
  const candidates = await Promise.all(
    rows.map(async (row) => {
      const linked = (repeatedBy.get(row.id) ?? []).map((each) => repeatRow(each.reference));
      const references = (alikeBy.get(row.id) ?? []).map((each) => each.reference);
      return candidateOf(row, [...(await findingsOf(row, reference)), ...linked, ...alikeRows(references)]);
    }),
  );
  return new Map(candidates.map((candidate) => [candidate.id, candidate]));
}

async function findingsOf(row: CandidateRow, reference: Reference): Promise<FactRow[]> {
  const policy = policyOf(reference, row.policyVersion).filing;
  return screeningFindings(row, await readFiled(row), { plans: reference.mcos, policy });
}

function alikeRows(references: readonly string[]): FactRow[] {
  if (references.length === 0) return [];
  const value = references.slice(0, ALIKE_SHOWN).join(', ');
  const more = references.length > ALIKE_SHOWN ? ` and ${references.length - ALIKE_SHOWN} more` : '';
  return [
    { label: 'Possible duplicate', value: `${value}${more}`, tag: { text: 'Check', tone: 'attention' } },
  ];
}

const ALIKE_SHOWN = 3;

function candidateOf(row: CandidateRow, findings: readonly FactRow[]): Candidate {
  const { id, status, version, isUrgent, mco, topic, organization } = row;
  return {
    id,
    reference: row.reference ?? '',
    status,
    version,
    isUrgent,
    mcoCode: mco?.code ?? '',
    planName: mco?.name ?? '',
    topicName: topic?.name ?? '',
    organization: organization.name,
    doubts: findings
      .filter(({ tag }) => tag && tag.tone !== 'success')
      .map(({ label, value }) => `${label}: ${[value].flat().join('. ')}`),
  };
}
