import type { Request, RequestHandler } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { auditView } from '../../complaint/view-audit.queries.ts';
import { typedText } from '../../web/forms.ts';
import { setFlash } from '../../web/rendering.ts';
import { type Draft, draftHref, withChanges } from '../drafts/draft.ts';
import { onDraft } from '../drafts/on-draft.ts';
import type { ReturnTo } from './frame.ts';
import { frameOf } from './page-frame.ts';
import type { FormBody } from './read-form.ts';
import { saveAnswer } from './save-answer.ts';
import type { Amended, QuestionStep } from './step.ts';
import { answerErrors, gapErrors } from './step-errors.ts';
import { stepAfter } from './steps.ts';

/** Shows a step as it was last saved. A link from the check page names what is missing or wrong in it at once. */
export function showStep(step: QuestionStep): RequestHandler {
  return onDraft(async (req, res, draft) => {
    if (step.needsTopic && !draft.topic) return res.redirect(303, draftHref(draft.id, 'topic'));
    if (step.isProtected) await auditView(actorOf(req, res), draft.id);
    const body = step.fill(draft, req.query);
    const returnTo = returnToIn(req.query, 'from');
    const errors = returnTo === 'check' ? gapErrors(step, draft, body) : [];
    const frame = frameOf(step.name, draft, { returnTo, errors, after: typedText(req.query, 'after') });
    step.render(res, { draft, body, frame, status: 200 });
  });
}

/** Saves a step if it holds, and goes on; otherwise shows it again with all that was typed. */
export function saveStep(step: QuestionStep): RequestHandler {
  return onDraft(async (req, res, draft) => {
    if (step.needsTopic && !draft.topic) return res.redirect(303, draftHref(draft.id, 'topic'));
    const sent: FormBody = req.body ?? {};
    const amended = step.amend?.(sent) ?? null;
    const body = amended?.body ?? sent;
    const answer = step.read(body, draft);
    const changed = withChanges(draft, answer.changes);
    const isHalfway = amended !== null || isLeaving(sent);
    const errors = isHalfway ? answer.unreadable : answerErrors(step, answer, changed, body);
    const returnTo = returnToIn(sent, 'returnTo');
    if (errors.length > 0) {
      const frame = frameOf(step.name, draft, { returnTo, errors });
      return step.render(res, { draft, body, frame, status: 422 });
    }
    const isSaved = await saveAnswer(req, res, step, draft, { body, answer, returnTo });
    if (isSaved) res.redirect(303, addressAfter(req, step, changed, { body: sent, amended, returnTo }));
  });
}

interface Way {
  readonly body: FormBody;
  readonly amended: Amended | null;
  readonly returnTo: ReturnTo;
}

function addressAfter(req: Request, step: QuestionStep, draft: Draft, way: Way): string {
  if (way.amended) return draftHref(draft.id, step.name) + way.amended.address;
  if (isLeaving(way.body)) {
    setFlash(req, 'Your draft is saved. Go on with it whenever you like.');
    return '/complaints';
  }
  const detour = step.detour?.(draft, way.body) ?? null;
  if (detour) return draftHref(draft.id, detour);
  if (way.returnTo === 'check') return draftHref(draft.id, 'check');
  return `${draftHref(draft.id, stepAfter(draft, step.name))}?after=${step.name}`;
}

function isLeaving(body: FormBody): boolean {
  return typedText(body, 'button') === 'later';
}

function returnToIn(given: unknown, name: string): ReturnTo {
  return typedText(given, name) === 'check' ? 'check' : '';
}
