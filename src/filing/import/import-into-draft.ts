import type { Actor } from '../../complaint/actor.ts';
import type { LineContext } from '../../complaint/claim-line.ts';
import type { Imported } from '../../complaint/claims-import/import-sheet.ts';
import type { ClaimsImport, WaitingTable } from '../../complaint/claims-import/waiting.ts';
import { type DraftChanges, saveDraft } from '../../complaint/drafts.ts';
import { parseDate } from '../../platform/dates.ts';
import { Conflict } from '../../platform/errors.ts';
import { findDraft } from '../drafts/draft.queries.ts';
import type { Draft } from '../drafts/draft.ts';
import type { ImportAnswer, ImportJob, Sent } from './import-job.ts';
import { runImportJob } from './run-import-job.ts';

export type DraftImported =
  | ImportAnswer
  /** Another spreadsheet waits until it is said what its columns hold; neither is to be lost. */
  | { readonly kind: 'table-waits' };

/**
 * Reads what was sent into a draft: good rows become claims, the others wait. It only adds, so what another window
 * saved while it was read is no reason to refuse: then it is read again, for the draft as it is.
 * @throws Conflict when the draft changes again, or was filed
 */
export async function importIntoDraft(actor: Actor, draft: Draft, sent: Sent): Promise<DraftImported> {
  try {
    return await importOnce(actor, draft, sent);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  const found = await findDraft(actor, draft.id);
  if ('filedAs' in found) throw new Conflict('This complaint has been filed already.');
  return importOnce(actor, found.draft, sent);
}

async function importOnce(actor: Actor, draft: Draft, sent: Sent): Promise<DraftImported> {
  const answer = await runImportJob(jobOf(draft, sent));
  if (answer.kind !== 'rows' && answer.kind !== 'unmapped') return answer;
  const table = sent.kind === 'columns' ? undefined : draft.document.claimsImport?.table;
  if (answer.kind === 'unmapped' && table) return { kind: 'table-waits' };
  await saveDraft(draft.id, actor, draft.version, { document: partsAfter(draft, answer, table) });
  return answer;
}

function jobOf(draft: Draft, sent: Sent): ImportJob {
  const { today, filedWithPlanOn, plan, plans, county, isDisputedClaim } = lineContextOf(draft);
  return {
    sent,
    context: {
      plan,
      plans,
      county,
      isDisputedClaim,
      today: today.toString(),
      filedWithPlanOn: filedWithPlanOn?.toString() ?? null,
    },
    lines: draft.document.claimLines,
    waiting: draft.document.claimsImport?.rows ?? [],
  };
}

/** What the lines of a draft are held against. */
export function lineContextOf({ document, plan, terms, topic }: Draft): LineContext {
  return {
    ...terms,
    plan,
    filedWithPlanOn: parseDate(document.priorReview.filedOn ?? ''),
    isDisputedClaim: topic?.disputedClaim ?? false,
  };
}

function partsAfter(
  { document }: Draft,
  imported: Extract<Imported, { kind: 'rows' | 'unmapped' }>,
  table: WaitingTable | undefined,
): NonNullable<DraftChanges['document']> {
  const before: ClaimsImport = document.claimsImport ?? { rows: [] };
  if (imported.kind === 'unmapped') return { claimsImport: { ...before, table: imported.table } };
  const { lines, waiting, summary } = imported.taken;
  return { claimLines: [...lines], claimsImport: importLeft({ rows: [...waiting], summary, table }) };
}

/** An import of which nothing waits is no longer in the draft. */
export function importLeft(left: ClaimsImport): ClaimsImport | undefined {
  return left.rows.length > 0 || left.table ? left : undefined;
}
