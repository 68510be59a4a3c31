import { Router } from 'express';
import { may } from '../../accounts/access.ts';
import { leadTo } from '../../web/lead-to.ts';
import { limit, MOVES_BY_ACCOUNT } from '../../web/rate-limits.ts';
import { beginBulk, showBulk, takeBackBulk } from './bulk.ts';
import { showChoice } from './choose.ts';
import { showPreview } from './preview.ts';

/** Presenting many complaints at once. */
export function presentingRouter(): Router {
  const router = Router();
  router.get('/', may('casework.work'), showChoice);
  router.get('/preview', may('casework.work'), leadTo('.'));
  router.post('/preview', may('casework.work'), limit(MOVES_BY_ACCOUNT), showPreview);
  router.post('/', may('casework.work'), limit(MOVES_BY_ACCOUNT), beginBulk);
  router.get('/:bulk', may('casework.work'), showBulk);
  router.get('/:bulk/take-back', may('casework.work'), leadTo('.'));
  router.post('/:bulk/take-back', may('casework.work'), limit(MOVES_BY_ACCOUNT), takeBackBulk);
  return router;
}
