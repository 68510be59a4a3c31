import { Router } from 'express';
import { leadTo } from '../web/lead-to.ts';
import {
  ACCOUNT_CHANGES_BY_ACCOUNT,
  ACCOUNT_MAIL_BY_ADDRESS,
  FILING_BY_ACCOUNT,
  limit,
  SIGN_IN_BY_ADDRESS,
} from '../web/rate-limits.ts';
import { may } from './access.ts';
import { showCheckMail } from './check-mail.ts';
import { confirmByLink, mailNewConfirmation, showConfirmEmail } from './confirm-email.ts';
import { mailPasswordLink, showForgottenPassword } from './forgotten-password.ts';
import { choosePassword, showNewPassword } from './new-password.ts';
import { saveNotices, showNotices, withdrawReminder } from './notices/notices.ts';
import { organizationRouter } from './organization/router.ts';
import {
  saveDetails,
  saveNewPassword,
  showChangeDetails,
  showChangePassword,
  showOwnAccount,
} from './own-account.ts';
import { register, showRegister } from './register.ts';
import { extendSession, showSignIn, signIn, signOut } from './sign-in.ts';

/** The area's table of contents. */
export function accountsRouter(): Router {
  const router = Router();
  router.get('/sign-in', may('public'), showSignIn);
  router.post('/sign-in', may('public'), limit(SIGN_IN_BY_ADDRESS), signIn);
  router.post('/sign-out', may('public'), signOut);
  router.post('/session/extend', may('signed-in'), extendSession);

  router.get('/register', may('public'), showRegister);
  router.post('/register', may('public'), limit(ACCOUNT_MAIL_BY_ADDRESS), register);
  router.get('/register/sent', may('public'), showCheckMail('register'));
  router.get('/register/confirm/:token', may('public'), showConfirmEmail);
  router.post('/register/confirm/:token', may('public'), limit(SIGN_IN_BY_ADDRESS), confirmByLink);
  router.get('/register/new-link/:token', may('public'), leadTo('..'));
  router.post(
    '/register/new-link/:token',
    may('public'),
    limit(ACCOUNT_MAIL_BY_ADDRESS),
    mailNewConfirmation,
  );

  router.get('/password/forgotten', may('public'), showForgottenPassword);
  router.post('/password/forgotten', may('public'), limit(ACCOUNT_MAIL_BY_ADDRESS), mailPasswordLink);
  router.get('/password/sent', may('public'), showCheckMail('password'));
  router.get('/password/new/:token', may('public'), showNewPassword);
  router.post('/password/new/:token', may('public'), limit(SIGN_IN_BY_ADDRESS), choosePassword);

  router.get('/account', may('signed-in'), showOwnAccount);
  router.get('/account/details', may('signed-in'), showChangeDetails);
  router.post('/account/details', may('signed-in'), limit(ACCOUNT_CHANGES_BY_ACCOUNT), saveDetails);
  router.get('/account/password', may('signed-in'), showChangePassword);
  router.post('/account/password', may('signed-in'), limit(ACCOUNT_CHANGES_BY_ACCOUNT), saveNewPassword);
  router.get('/account/notices', may('signed-in'), showNotices);
  router.post('/account/notices', may('signed-in'), limit(ACCOUNT_CHANGES_BY_ACCOUNT), saveNotices);
  router.get('/account/reminders/:id/withdraw', may('signed-in'), leadTo('../..'));
  router.post(
    '/account/reminders/:id/withdraw',
    may('signed-in'),
    limit(FILING_BY_ACCOUNT),
    withdrawReminder,
  );
  router.use('/organization', organizationRouter());
  return router;
}
