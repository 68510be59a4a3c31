import { Router } from 'express';
import { may } from '../../accounts/access.ts';
import { leadTo } from '../../web/lead-to.ts';
import {
  ANSWER_CHECKS_BY_ACCOUNT,
  DOCUMENTS_BY_ACCOUNT,
  limit,
  MOVES_BY_ACCOUNT,
  UPLOADS_BY_ACCOUNT,
} from '../../web/rate-limits.ts';
import { receiveSheet } from '../../web/receive-sheet.ts';
import { confirmAnswers, discardAnswers, showCheck } from './check.ts';
import { downloadToAnswer, downloadToCorrect } from './downloads.ts';
import { showAnswers } from './page.ts';
import { uploadAnswers } from './upload.ts';

const MAY_ANSWER = may('mco.answer');
const DOCUMENTS = limit(DOCUMENTS_BY_ACCOUNT);
const CHECKS = limit(ANSWER_CHECKS_BY_ACCOUNT);
const UPLOADS = limit(UPLOADS_BY_ACCOUNT);
const MOVES = limit(MOVES_BY_ACCOUNT);

/** Answering many complaints at once, by a file. */
export function answersRouter(): Router {
  const router = Router();
  router.get('/', MAY_ANSWER, showAnswers);
  router.get('/to-answer.csv', MAY_ANSWER, DOCUMENTS, downloadToAnswer.csv);
  router.get('/to-answer.xlsx', MAY_ANSWER, DOCUMENTS, downloadToAnswer.xlsx);
  router.get('/import', MAY_ANSWER, leadTo('.'));
  router.post('/import', MAY_ANSWER, UPLOADS, receiveSheet, uploadAnswers);
  router.get('/check', MAY_ANSWER, CHECKS, showCheck);
  router.get('/to-correct.csv', MAY_ANSWER, DOCUMENTS, downloadToCorrect.csv);
  router.get('/to-correct.xlsx', MAY_ANSWER, DOCUMENTS, downloadToCorrect.xlsx);
  router.get('/confirm', MAY_ANSWER, leadTo('check'));
  router.post('/confirm', MAY_ANSWER, MOVES, confirmAnswers);
  router.get('/discard', MAY_ANSWER, leadTo('check'));
  router.post('/discard', MAY_ANSWER, MOVES, discardAnswers);
  return router;
}
