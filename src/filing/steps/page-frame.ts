import type { FieldError } from '../../web/pages.ts';
import type { Alert } from '../../web/parts.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import { ownWarningAlerts, type ReturnTo, type StepFrame, stepButtons, warningAlerts } from './frame.ts';
import type { StepName } from './step.ts';
import { indicator, newsOf, stepBefore, warningsOf } from './steps.ts';

interface Shown {
  readonly returnTo?: ReturnTo;
  readonly errors?: readonly FieldError[];
  /** The step that was saved just now: its news and warnings are told at once. */
  readonly after?: string;
}

/** What surrounds the questions of a step. */
export function frameOf(name: StepName, draft: Draft, shown: Shown = {}): StepFrame {
  const { returnTo = '', errors = [], after } = shown;
  const before = returnTo === 'check' ? 'check' : stepBefore(draft, name);
  return {
    steps: indicator(draft, name),
    back: { href: before ? draftHref(draft.id, before) : '/complaints', text: 'Back' },
    errors,
    alerts: errors.length > 0 ? [] : alertsOf(name, draft, after),
    savedElsewhere: null,
    action: draftHref(draft.id, name),
    version: draft.version,
    returnTo,
    buttons: stepButtons(returnTo),
  };
}

/** What the step before has brought, and what looks odd in this one. */
function alertsOf(name: StepName, draft: Draft, after: string | undefined): Alert[] {
  return [
    ...newsOf(draft, after),
    ...warningAlerts(draft.id, warningsOf(draft, after ?? ''), 'Saved. Please check'),
    ...ownWarningAlerts(warningsOf(draft, name)),
  ];
}
