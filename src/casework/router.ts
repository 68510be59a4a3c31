import { Router } from 'express';
import { may } from '../accounts/access.ts';
import { leadTo } from '../web/lead-to.ts';
import {
  DOCUMENTS_BY_ACCOUNT,
  limit,
  MESSAGES_BY_ACCOUNT,
  MOVES_BY_ACCOUNT,
  SEARCHES_BY_ACCOUNT,
} from '../web/rate-limits.ts';
import { downloadFile, showCase } from './case.ts';
import { sendCaseDecision, sendCasePdf } from './case-pdf.ts';
import { showEvents } from './events.ts';
import { postChoice, showChoice } from './issues/choose-issue.ts';
import { issuesRouter } from './issues/router.ts';
import { makeLink, showLinks, stopLink } from './links/links.ts';
import { messages } from './messages.ts';
import { performMove, showMove } from './move.ts';
import { notes } from './notes.ts';
import { presentingRouter } from './presenting/router.ts';
import { showQueue } from './queue.ts';
import { registrationsRouter } from './registrations/router.ts';
import { search, showSearch } from './search.ts';

/** The area's table of contents. */
export function caseworkRouter(): Router {
  const router = Router();
  router.get('/', may('casework.read'), showQueue);
  router.use('/registrations', registrationsRouter());
  router.use('/issues', issuesRouter());
  router.use('/presenting', presentingRouter());
  router.get('/search', may('casework.read'), showSearch);
  router.post('/search', may('casework.read'), limit(SEARCHES_BY_ACCOUNT), search);
  router.get('/complaints/:reference', may('casework.read'), showCase);
  router.get(
    '/complaints/:reference/complaint.pdf',
    may('casework.read'),
    limit(DOCUMENTS_BY_ACCOUNT),
    sendCasePdf,
  );
  router.get(
    '/complaints/:reference/decision.pdf',
    may('casework.read'),
    limit(DOCUMENTS_BY_ACCOUNT),
    sendCaseDecision,
  );
  router.get('/complaints/:reference/issue', may('issues.work'), showChoice);
  router.post('/complaints/:reference/issue', may('issues.work'), limit(MOVES_BY_ACCOUNT), postChoice);
  router.get('/complaints/:reference/events', may('casework.read'), showEvents);
  router.get('/complaints/:reference/files/:file', may('casework.read'), downloadFile);
  router.get('/complaints/:reference/notes', may('casework.read'), notes.show);
  router.post('/complaints/:reference/notes', may('casework.work'), limit(MESSAGES_BY_ACCOUNT), notes.write);
  router.get('/complaints/:reference/:channel/messages', may('casework.read'), messages.show);
  router.post(
    '/complaints/:reference/:channel/messages',
    may('casework.work'),
    limit(MESSAGES_BY_ACCOUNT),
    messages.begin,
    messages.receive,
    messages.send,
  );
  router.get('/complaints/:reference/links', may('casework.work'), showLinks);
  router.post('/complaints/:reference/links', may('casework.work'), limit(MOVES_BY_ACCOUNT), makeLink);
  router.get('/complaints/:reference/links/:link/end', may('casework.work'), leadTo('..'));
  router.post(
    '/complaints/:reference/links/:link/end',
    may('casework.work'),
    limit(MOVES_BY_ACCOUNT),
    stopLink,
  );
  router.get('/complaints/:reference/moves/:move', may('casework.work'), showMove);
  router.post(
    '/complaints/:reference/moves/:move',
    may('casework.work'),
    limit(MOVES_BY_ACCOUNT),
    performMove,
  );
  return router;
}
