import { type Request, type Response, Router } from 'express';
import { may } from '../accounts/access.ts';
import { leadTo } from '../web/lead-to.ts';
import { FILING_BY_ACCOUNT, limit } from '../web/rate-limits.ts';
import { renderPage } from '../web/rendering.ts';
import { IDLE_SECONDS } from '../web/session.ts';
import { askReminder, sendFilingDays, showCheck } from './check.ts';
import { helpView } from './help.view.ts';
import { homeView } from './home.view.ts';
import { policyOfToday } from './policy-words.ts';
import { whereToComplainView } from './where-to-complain.view.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'information/accessibility': PageView;
    'information/privacy': PageView & { readonly idleMinutes: number };
  }
}

const IDLE_MINUTES = IDLE_SECONDS / 60;

/** What everybody may read without an account. */
export function informationRouter(): Router {
  const router = Router();
  router.get('/', may('public'), showHome);
  router.get('/where-to-complain', may('public'), showWhereToComplain);
  router.get('/check', may('public'), showCheck);
  router.get('/check/filing-days.ics', may('public'), sendFilingDays);
  router.get('/check/reminders', may('complaints.file'), leadTo('.'));
  router.post('/check/reminders', may('complaints.file'), limit(FILING_BY_ACCOUNT), askReminder);
  router.get('/help', may('public'), showHelp);
  router.get('/accessibility', may('public'), showAccessibility);
  router.get('/privacy', may('public'), showPrivacy);
  return router;
}

async function showHome(_req: Request, res: Response): Promise<void> {
  renderPage(res, 'information/home', homeView(await policyOfToday()));
}

async function showWhereToComplain(req: Request, res: Response): Promise<void> {
  const { filing } = await policyOfToday();
  renderPage(res, 'information/where-to-complain', whereToComplainView(req.query, filing));
}

async function showHelp(_req: Request, res: Response): Promise<void> {
  renderPage(res, 'information/help', helpView(await policyOfToday(), IDLE_MINUTES));
}

function showAccessibility(_req: Request, res: Response): void {
  renderPage(res, 'information/accessibility', { title: 'Accessibility' });
}

function showPrivacy(_req: Request, res: Response): void {
  renderPage(res, 'information/privacy', { title: 'Privacy', idleMinutes: IDLE_MINUTES });
}
