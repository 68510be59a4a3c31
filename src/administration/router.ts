import { Router } from 'express';
import { may } from '../accounts/access.ts';
import { showAuditLog } from './audit-log.ts';

/** The area's table of contents. */
export function administrationRouter(): Router {
  const router = Router();
  router.get('/audit', may('audit.read'), showAuditLog);
  return router;
}
