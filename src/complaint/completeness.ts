import type { Temporal } from 'temporal-polyfill';
import { parseDate } from '../platform/dates.ts';
import { checkClaimLine, type LineContext } from './claim-line.ts';
import { claimLineText } from './claim-line-words.ts';
import {
  claimLineSchema,
  type DraftClaimLine,
  type DraftDocument,
  disputedLineSchema,
  storySchema,
} from './document.ts';
import { type DocumentStep, type Gap, schemaGaps } from './gap.ts';
import { endOf, type Plan, successorOf } from './plan.ts';
import { planEndText } from './plan-words.ts';
import type { FilingPolicy } from './policy.ts';
import { priorReviewGaps } from './prior-review.ts';
import { urgency } from './urgency.ts';

/** The fields of gaps that are mended on the pages of the import. */
export const IMPORTED_TABLE = 'claimsImport.table';
export const IMPORTED_ROWS = 'claimsImport.rows';

/** A topic as the reference table has it. */
export interface TopicRules {
  disputedClaim: boolean;
  memberRequired: boolean;
  urgentPossible: boolean;
}

/** A draft with what was chosen beside the document. */
export interface DraftUnderway {
  document: DraftDocument;
  plan: Plan | null;
  programCode: string | null;
  topic: TopicRules | null;
  isUrgent: boolean;
}

export interface FilingTerms {
  today: Temporal.PlainDate;
  policy: FilingPolicy;
  plans: readonly Plan[];
  /** The county of the site that the complaint is about. */
  county: string;
  /** Nothing is filed for a site that was closed. */
  isSiteOpen: boolean;
}

/** All that keeps a draft from being filed today, in the order of the steps; empty: it may be filed. */
export function gapsIn(draft: DraftUnderway, terms: FilingTerms): Gap[] {
  return [
    ...(terms.isSiteOpen ? [] : [gap('site', 'siteId', 'This site was closed: choose another')]),
    ...screeningGaps(draft.document),
    ...(draft.plan
      ? planGaps(draft.plan, draft.programCode, terms)
      : [gap('plan', 'mcoCode', 'Choose the plan')]),
    ...(draft.topic ? [] : [gap('topic', 'topicCode', 'Choose the topic')]),
    ...(draft.topic ? priorReviewGaps(draft.document.priorReview, draft.topic, terms) : []),
    ...importGaps(draft.document),
    ...claimGaps(draft, terms),
    ...storyGaps(draft),
  ];
}

function screeningGaps({ screening }: DraftDocument): Gap[] {
  return screening ? [] : [gap('screening', 'program', 'Say whether this is about Medicaid managed care')];
}

function planGaps(plan: Plan, programCode: string | null, { today, plans }: FilingTerms): Gap[] {
  const gaps: Gap[] = [];
  const endedOn = endOf(plan, today);
  if (endedOn !== null)
    gaps.push(gap('plan', 'mcoCode', planEndText(plan, endedOn, successorOf(plan, today, plans))));
  if (programCode === null) gaps.push(gap('plan', 'programCode', 'Choose the program'));
  else if (!plan.programs.includes(programCode)) {
    gaps.push(gap('plan', 'programCode', `Choose a program that ${plan.name} takes part in`));
  }
  return gaps;
}

/** What was imported and is no claim yet would be missing from what is filed. */
function importGaps({ claimsImport }: DraftDocument): Gap[] {
  const rows = claimsImport?.rows.length ?? 0;
  return [
    ...(claimsImport?.table
      ? [gap('claims', IMPORTED_TABLE, 'Say what the columns of the spreadsheet hold, or leave it out')]
      : []),
    ...(rows > 0 ? [gap('claims', IMPORTED_ROWS, importedRowsText(rows))] : []),
  ];
}

function importedRowsText(rows: number): string {
  return rows === 1
    ? 'Correct the row of the spreadsheet that waits, or drop it'
    : `Correct the ${rows} rows of the spreadsheet that wait, or drop them`;
}

function claimGaps(draft: DraftUnderway, terms: FilingTerms): Gap[] {
  const { document, topic } = draft;
  if (topic?.memberRequired && document.claimLines.length === 0) {
    const text = topic.disputedClaim ? 'Add at least one claim' : 'Add the member whom it is about';
    return [gap('claims', 'claimLines', text)];
  }
  const context: LineContext = {
    ...terms,
    filedWithPlanOn: parseDate(document.priorReview.filedOn ?? ''),
    plan: draft.plan,
    isDisputedClaim: topic?.disputedClaim ?? false,
  };
  return document.claimLines.flatMap((line, row) => lineGaps(line, row, context));
}

/** What is missing or wrong in one line, told by its place among the lines. */
export function lineGaps(line: DraftClaimLine, row: number, context: LineContext): Gap[] {
  const schema = context.isDisputedClaim ? disputedLineSchema : claimLineSchema;
  const prefix = `claimLines.${row}.`;
  const { errors } = checkClaimLine(line, context);
  // That the plan has ended is told once, at the plan's step.
  const ownErrors = errors.filter(({ kind }) => kind !== 'plan-taken-over' && kind !== 'plan-ended');
  return [
    ...schemaGaps(schema, line, 'claims', prefix),
    ...ownErrors.map((error) => gap('claims', prefix + error.field, claimLineText(error))),
  ];
}

function storyGaps({ document, topic, isUrgent }: DraftUnderway): Gap[] {
  const gaps = schemaGaps(storySchema, document.story, 'story');
  const verdict = topic ? urgency(isUrgent, document.story.urgentReason, topic).kind : 'ordinary';
  if (verdict === 'reason-missing') {
    return [...gaps, gap('story', 'urgentReason', 'Explain why it affects immediate access to care')];
  }
  if (verdict !== 'not-for-this-topic') return gaps;
  const text = 'This topic cannot be urgent: choose a topic about access to care, or file it as not urgent';
  return [...gaps, gap('story', 'isUrgent', text)];
}

function gap(step: DocumentStep, field: string, text: string): Gap {
  return { step, field, text };
}
