import { Router } from 'express';
import { may } from '../../accounts/access.ts';
import { leadTo } from '../../web/lead-to.ts';
import { limit, MOVES_BY_ACCOUNT } from '../../web/rate-limits.ts';
import { confirmRegistration, refuseRegistration, showRegistration } from './registration.ts';
import { showRegistrations } from './registrations.ts';

/** Confirming who may file. */
export function registrationsRouter(): Router {
  const router = Router();
  router.get('/', may('casework.read'), showRegistrations);
  router.get('/:id', may('casework.read'), showRegistration);
  router.get('/:id/confirm', may('casework.work'), leadTo('.'));
  router.post('/:id/confirm', may('casework.work'), limit(MOVES_BY_ACCOUNT), confirmRegistration);
  router.get('/:id/refuse', may('casework.work'), leadTo('.'));
  router.post('/:id/refuse', may('casework.work'), limit(MOVES_BY_ACCOUNT), refuseRegistration);
  return router;
}
