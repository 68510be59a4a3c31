import { Router } from 'express';
import { may } from '../../accounts/access.ts';
import { leadTo } from '../../web/lead-to.ts';
import { limit, MOVES_BY_ACCOUNT } from '../../web/rate-limits.ts';
import { postAsk, showAsk } from './ask-plan.ts';
import { postClose, showClose } from './close-issue.ts';
import { postEdit, showEdit } from './edit-issue.ts';
import { postAcceptance, postComment, postLinks, postUnlink, showIssue } from './issue.ts';
import { showIssues } from './issues.ts';
import { postNewIssue, showNewIssue } from './new-issue.ts';

/** Systemic issues: what many complaints about one plan have in common. */
export function issuesRouter(): Router {
  const router = Router();
  router.get('/', may('issues.read'), showIssues);
  router.post('/', may('issues.work'), limit(MOVES_BY_ACCOUNT), postNewIssue);
  router.get('/new', may('issues.work'), showNewIssue);
  router.get('/:number', may('issues.read'), showIssue);
  router.get('/:number/edit', may('issues.work'), showEdit);
  router.post('/:number/edit', may('issues.work'), limit(MOVES_BY_ACCOUNT), postEdit);
  router.get('/:number/ask', may('issues.work'), showAsk);
  router.post('/:number/ask', may('issues.work'), limit(MOVES_BY_ACCOUNT), postAsk);
  router.get('/:number/close', may('issues.work'), showClose);
  router.post('/:number/close', may('issues.work'), limit(MOVES_BY_ACCOUNT), postClose);
  router.get('/:number/links', may('issues.work'), leadTo('.'));
  router.post('/:number/links', may('issues.work'), limit(MOVES_BY_ACCOUNT), postLinks);
  router.get('/:number/unlink', may('issues.work'), leadTo('.'));
  router.post('/:number/unlink', may('issues.work'), limit(MOVES_BY_ACCOUNT), postUnlink);
  router.get('/:number/comments', may('issues.work'), leadTo('.'));
  router.post('/:number/comments', may('issues.work'), limit(MOVES_BY_ACCOUNT), postComment);
  router.get('/:number/accept', may('issues.work'), leadTo('.'));
  router.post('/:number/accept', may('issues.work'), limit(MOVES_BY_ACCOUNT), postAcceptance);
  return router;
}
