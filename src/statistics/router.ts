import { Router } from 'express';
import { may } from '../accounts/access.ts';
import { sendCountsCsv, sendCountsJson } from './counts-api.ts';
import { sendChart, showDictionary, showMethodology, showStatistics } from './pages.ts';

/** The public figures as pages and charts. */
export function statisticsRouter(): Router {
  const router = Router();
  router.get('/', may('public'), showStatistics);
  router.get('/methodology', may('public'), showMethodology);
  router.get('/dictionary', may('public'), showDictionary);
  router.get('/charts/:name.svg', may('public'), sendChart);
  return router;
}

/** The public figures for programs; version 1 of their shape. */
export function statisticsApiRouter(): Router {
  const router = Router();
  router.get('/counts.json', may('public'), sendCountsJson);
  router.get('/counts.csv', may('public'), sendCountsCsv);
  return router;
}
