import type { Gap } from '../../complaint/gap.ts';
import type { Alert, Steps } from '../../web/parts.ts';
import { type Draft, draftHref, gapsOf } from '../drafts/draft.ts';
import { claims } from './claims.ts';
import { closedVerdict } from './filing-verdict.ts';
import { plan } from './plan.ts';
import { priorReview } from './prior-review.ts';
import { screening } from './screening.ts';
import type { QuestionStep, Step, StepName } from './step.ts';
import { story } from './story.ts';
import { topic } from './topic.ts';

/** The steps that ask something and save it. */
export const QUESTIONS: readonly QuestionStep[] = [screening, plan, topic, priorReview, claims, story];

/** Which site it is about is asked where a draft begins, and again when that site was closed meanwhile. */
const site: Step = { name: 'site', title: 'Site', isAsked: (draft) => !draft.terms.isSiteOpen };
/** What affects immediate access to care goes by the shortest way: its documents wait on the check page. */
const files: Step = { name: 'files', title: 'Documents', isAsked: (draft) => !draft.isUrgent };
const check: Step = { name: 'check', title: 'Check your answers', isAsked: () => true };
const certify: Step = { name: 'certify', title: 'Confirm and file', isAsked: () => true };

/** The whole way. Routes, the step indicator, the buttons and the check page are made from it. */
export const STEPS: readonly Step[] = [site, ...QUESTIONS, files, check, certify];

/** The step indicator of a page; a step that the way leaves out shows while one is on it. */
export function indicator(draft: Draft, current: StepName): Steps {
  const shown = STEPS.filter((step) => step.name === current || step.isAsked(draft));
  return {
    steps: shown.map((step) => step.title),
    current: shown.findIndex((step) => step.name === current),
    label: 'Steps of your complaint',
  };
}

/** The step after one. */
export function stepAfter(draft: Draft, name: StepName): StepName {
  const later = STEPS.slice(STEPS.findIndex((step) => step.name === name) + 1);
  return later.find((step) => step.isAsked(draft))?.name ?? 'certify';
}

/** The step before one; null before the first. */
export function stepBefore(draft: Draft, name: StepName): StepName | null {
  const earlier = STEPS.slice(
    0,
    STEPS.findIndex((step) => step.name === name),
  );
  return earlier.findLast((step) => step.isAsked(draft))?.name ?? null;
}

/**
 * Where to go on with a draft: the page that says why it cannot be filed today, the first step that lacks something,
 * or the check of all answers.
 */
export function resumeHref(draft: Draft): string {
  const closed = closedVerdict(draft);
  return draftHref(draft.id, closed?.kind ?? gapsOf(draft)[0]?.step ?? 'check');
}

/** The titles of the steps that lack something, in their order. */
export function stepsMissing(draft: Draft): string[] {
  const lacking = new Set<StepName>(gapsOf(draft).map((gap) => gap.step));
  return STEPS.filter((step) => lacking.has(step.name)).map((step) => step.title);
}

/** What looks odd in a draft: in one step, or in all of them. */
export function warningsOf(draft: Draft, name?: string): Gap[] {
  const steps = name === undefined ? QUESTIONS : QUESTIONS.filter((step) => step.name === name);
  return steps.flatMap((step) => step.warnings?.(draft) ?? []);
}

/** What is good to know after a step is saved. */
export function newsOf(draft: Draft, name: string | undefined): Alert[] {
  return QUESTIONS.filter((step) => step.name === name).flatMap((step) => step.news?.(draft) ?? []);
}
