import { type RequestHandler, Router } from 'express';
import { pool } from '../platform/database/database.ts';

/** For operators and load balancers: `/health/live`, the process answers; `/health/ready`, it can serve. */
export function healthRouter(guard: RequestHandler): Router {
  const router = Router();
  router.get('/health/live', guard, (_req, res) => {
    res.type('text').send('live\n');
  });
  router.get('/health/ready', guard, async (_req, res) => {
    try {
      await pool().query('SELECT 1');
      res.type('text').send('ready\n');
    } catch {
      res.status(503).type('text').send('the database does not answer\n');
    }
  });
  return router;
}
