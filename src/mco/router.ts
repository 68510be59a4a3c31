import { Router } from 'express';
import { may } from '../accounts/access.ts';
import {
  DOCUMENTS_BY_ACCOUNT,
  limit,
  MESSAGES_BY_ACCOUNT,
  MOVES_BY_ACCOUNT,
  UPLOADS_BY_ACCOUNT,
} from '../web/rate-limits.ts';
import { receiveFiles, uploadInto } from '../web/upload-into.ts';
import { answersRouter } from './answers/router.ts';
import { downloadFile, sendPlanDecision, showComplaint } from './complaint.ts';
import { addContact, showContacts } from './contacts.ts';
import { answerUpload, showFiles, targetOfFiles } from './files.ts';
import { showInbox } from './inbox.ts';
import { issuesRouter } from './issues/router.ts';
import { messages } from './messages.ts';
import { performMove, showMove } from './move.ts';
import { notes } from './notes.ts';
import { showScorecard } from './scorecard/scorecard.ts';

/** The area's table of contents. */
export function mcoRouter(): Router {
  const router = Router();
  router.get('/', may('mco.read'), showInbox);
  router.use('/answers', answersRouter());
  router.use('/issues', issuesRouter());
  router.get('/scorecard', may('mco.read'), showScorecard);
  router.get('/complaints/:reference', may('mco.read'), showComplaint);
  router.get(
    '/complaints/:reference/decision.pdf',
    may('mco.read'),
    limit(DOCUMENTS_BY_ACCOUNT),
    sendPlanDecision,
  );
  router.get('/complaints/:reference/files/:file', may('mco.read'), downloadFile);
  router.get('/complaints/:reference/files', may('mco.answer'), showFiles);
  router.post(
    '/complaints/:reference/files',
    may('mco.answer'),
    limit(UPLOADS_BY_ACCOUNT),
    uploadInto(targetOfFiles),
    receiveFiles,
    answerUpload,
  );
  router.get('/complaints/:reference/messages', may('mco.read'), messages.show);
  router.post(
    '/complaints/:reference/messages',
    may('mco.answer'),
    limit(MESSAGES_BY_ACCOUNT),
    messages.begin,
    messages.receive,
    messages.send,
  );
  router.get('/complaints/:reference/notes', may('mco.read'), notes.show);
  router.post('/complaints/:reference/notes', may('mco.answer'), limit(MESSAGES_BY_ACCOUNT), notes.write);
  router.get('/complaints/:reference/contacts', may('mco.answer'), showContacts);
  router.post('/complaints/:reference/contacts', may('mco.answer'), limit(MESSAGES_BY_ACCOUNT), addContact);
  router.get('/complaints/:reference/moves/:move', may('mco.answer'), showMove);
  router.post('/complaints/:reference/moves/:move', may('mco.answer'), limit(MOVES_BY_ACCOUNT), performMove);
  return router;
}
