import { Router } from 'express';
import { may } from './access.ts';
import { extendSession, showSignIn, signIn, signOut } from './sign-in.ts';

/** The area's table of contents. */
export function accountsRouter(): Router {
  const router = Router();
  router.get('/sign-in', may('public'), showSignIn);
  router.post('/sign-in', may('public'), signIn);
  router.post('/sign-out', may('public'), signOut);
  router.post('/session/extend', may('signed-in'), extendSession);
  return router;
}
