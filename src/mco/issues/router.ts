import { Router } from 'express';
import { may } from '../../accounts/access.ts';
import { leadTo } from '../../web/lead-to.ts';
import { limit, MOVES_BY_ACCOUNT } from '../../web/rate-limits.ts';
import { postAnswer, previewAnswers, showAnswerForm } from './answer.ts';
import { postComment, showIssue } from './issue.ts';
import { showIssues } from './issues.ts';
import { showOutcome } from './outcome.ts';
import { postNewStep, postStep, postStepRemoval, showNewStep, showStep } from './step.ts';

/** The systemic issues of which HFS asked the plan for an action plan. */
export function issuesRouter(): Router {
  const router = Router();
  router.get('/', may('plan-issues.read'), showIssues);
  router.get('/:number', may('plan-issues.read'), showIssue);
  router.get('/:number/comments', may('plan-issues.answer'), leadTo('.'));
  router.post('/:number/comments', may('plan-issues.answer'), limit(MOVES_BY_ACCOUNT), postComment);
  router.get('/:number/steps/new', may('plan-issues.answer'), showNewStep);
  router.post('/:number/steps/new', may('plan-issues.answer'), limit(MOVES_BY_ACCOUNT), postNewStep);
  router.get('/:number/steps/:step', may('plan-issues.answer'), showStep);
  router.post('/:number/steps/:step', may('plan-issues.answer'), limit(MOVES_BY_ACCOUNT), postStep);
  router.get('/:number/steps/:step/remove', may('plan-issues.answer'), leadTo('.'));
  router.post(
    '/:number/steps/:step/remove',
    may('plan-issues.answer'),
    limit(MOVES_BY_ACCOUNT),
    postStepRemoval,
  );
  router.get('/:number/answer', may('plan-issues.answer'), showAnswerForm);
  router.post('/:number/answer', may('plan-issues.answer'), limit(MOVES_BY_ACCOUNT), postAnswer);
  router.get('/:number/answer/preview', may('plan-issues.answer'), leadTo('.'));
  router.post('/:number/answer/preview', may('plan-issues.answer'), limit(MOVES_BY_ACCOUNT), previewAnswers);
  router.get('/:number/answers/:answer', may('plan-issues.read'), showOutcome);
  return router;
}
