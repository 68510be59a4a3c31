import { Router } from 'express';
import { may } from '../../accounts/access.ts';
import { DOCUMENTS_BY_ACCOUNT, limit, MOVES_BY_ACCOUNT, UPLOADS_BY_ACCOUNT } from '../../web/rate-limits.ts';
import { receiveSheet } from '../../web/receive-sheet.ts';
import { confirmAnswers, discardAnswers, showCheck } from './check.ts';
import { downloadToAnswer, downloadToCorrect } from './downloads.ts';
import { showAnswers } from './page.ts';
import { uploadAnswers } from './upload.ts';

const MAY_ANSWER = may('mco.answer');
const DOCUMENTS = limit(DOCUMENTS_BY_ACCOUNT);
const UPLOADS = limit(UPLOADS_BY_ACCOUNT);
const MOVES = limit(MOVES_BY_ACCOUNT);

/** Answering many complaints at once, by a file. */
export function answersRouter(): Router {
  const router = Router();
  router.get('/', MAY_ANSWER, showAnswers);
  router.get('/to-answer.csv', MAY_ANSWER, DOCUMENTS, downloadToAnswer.csv);
  router.get('/to-answer.xlsx', MAY_ANSWER, DOCUMENTS, downloadToAnswer.xlsx);
  router.post('/import', MAY_ANSWER, UPLOADS, receiveSheet, uploadAnswers);
  router.get('/check', MAY_ANSWER, showCheck);
  router.get('/to-correct.csv', MAY_ANSWER, DOCUMENTS, downloadToCorrect.csv);
  router.get('/to-correct.xlsx', MAY_ANSWER, DOCUMENTS, downloadToCorrect.xlsx);
  router.post('/confirm', MAY_ANSWER, MOVES, confirmAnswers);
  router.post('/discard', MAY_ANSWER, MOVES, discardAnswers);
  return router;
}
