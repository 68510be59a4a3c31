import { IMPORTED_ROWS, IMPORTED_TABLE } from '../../complaint/completeness.ts';
import type { Gap } from '../../complaint/gap.ts';
import { fieldId } from '../../web/fields.ts';
import type { FieldError, Link, PageView } from '../../web/pages.ts';
import type { Alert, ButtonRow, Steps, SummaryList } from '../../web/parts.ts';
import { draftHref } from '../drafts/draft.ts';
import { pageOfRow, rowOfControl } from './claim-sheet.ts';

/** Where a form leads once it is saved: on to the next step, or back to the check of all answers. */
export type ReturnTo = '' | 'check';

/** What every page of a draft shows around its own questions. */
export interface StepFrame extends Omit<PageView, 'title'> {
  readonly steps: Steps;
  readonly back: Link;
  readonly errors: readonly FieldError[];
  readonly alerts: readonly Alert[];
  /** What another window saved meanwhile, where this one may not overwrite it unseen. */
  readonly savedElsewhere: SummaryList | null;
  readonly action: string;
  /** The draft's version that the form shows. */
  readonly version: number;
  readonly returnTo: ReturnTo;
  readonly buttons: ButtonRow;
}

/** The page that a step's template shows: the frame, and the questions. */
export interface StepView extends StepFrame {
  readonly title: string;
}

export function stepButtons(returnTo: ReturnTo): ButtonRow {
  const text = returnTo === 'check' ? 'Save and go back to your answers' : 'Save and continue';
  return {
    buttons: [{ text }, { text: 'Save and come back later', name: 'button', value: 'later', style: 'link' }],
  };
}

/** The place where a gap or a warning is mended. */
export function gapHref(draftId: string, gap: Gap): string {
  if (gap.field === IMPORTED_TABLE) return draftHref(draftId, 'claims/import/columns');
  if (gap.field === IMPORTED_ROWS) return draftHref(draftId, 'claims/import/rows');
  const row = rowOfControl(gap.field);
  const page = row === null ? '' : `&page=${pageOfRow(row)}`;
  return `${draftHref(draftId, gap.step)}?from=check${page}#${fieldId(gap.field)}`;
}

/** Warnings about other pages, with a link to each place; none: no box. */
export function warningAlerts(draftId: string, warnings: readonly Gap[], heading: string): Alert[] {
  if (warnings.length === 0) return [];
  const links = warnings.map((warning) => ({ text: warning.text, href: gapHref(draftId, warning) }));
  return [{ type: 'warning', heading, links }];
}

/** Warnings about the page itself: a link would lose what is typed on it. */
export function ownWarningAlerts(warnings: readonly Gap[]): Alert[] {
  if (warnings.length === 0) return [];
  return [{ type: 'warning', heading: 'Please check', text: warnings.map(({ text }) => text) }];
}

export const OVERWRITE_ALERT: Alert = {
  type: 'warning',
  role: 'alert',
  heading: 'This page was saved in another window',
  text: 'What you typed here is below, and not saved yet. Save it to replace what the other window saved; leave this page to keep that.',
};
