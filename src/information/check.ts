import type { Request, Response } from 'express';
import { actorOf } from '../accounts/access.ts';
import { filingDays } from '../complaint/filing-days.ts';
import { getReference } from '../complaint/reference.queries.ts';
import { findAskedReminder } from '../notices/reminders.queries.ts';
import { absoluteUrl } from '../web/base-url.ts';
import { renderPage, setFlash } from '../web/rendering.ts';
import { sendCalendar } from '../web/send-calendar.ts';
import { checkView } from './check.view.ts';
import type { AnswerGiven, Asker } from './check-answer.view.ts';
import { answeringPlan } from './check-plans.ts';
import { type CheckVerdict, checkHref, parseQuestion, type Question, verdictOn } from './check-question.ts';
import { askForFirstDay } from './check-reminder.ts';
import { policyOfToday } from './policy-words.ts';

/** "May I file yet?": the same rule that filing goes by, for everybody, without an account. */
export async function showCheck(req: Request, res: Response): Promise<void> {
  const { mcos } = await getReference();
  const isAsked = Object.keys(req.query).length > 0;
  if (!isAsked) return renderPage(res, 'information/check', checkView(req.query, mcos, {}));
  const parsed = parseQuestion(req.query, mcos);
  if (!parsed.ok) {
    return renderPage(res, 'information/check', checkView(req.query, mcos, { errors: parsed.errors }));
  }
  const answered = await answerFor(req, parsed.value);
  renderPage(res, 'information/check', checkView(req.query, mcos, { answered }));
}

/** The first and the last day as a calendar file. Where there are none to come, the page says why. */
export async function sendFilingDays(req: Request, res: Response): Promise<void> {
  const { mcos } = await getReference();
  const parsed = parseQuestion(req.query, mcos);
  if (!parsed.ok) return res.redirect(303, `/check?${new URLSearchParams(queryTexts(req))}`);
  const { filing } = await policyOfToday();
  const verdict = verdictOn(parsed.value, filing);
  if (verdict.kind === 'no-window' || verdict.kind === 'too-late') {
    return res.redirect(303, checkHref(parsed.value));
  }
  const plan = answeringPlan(parsed.value.plan, mcos);
  const events = filingDays(verdict, {
    key: `filing-${plan.code}-${verdict.from}-${verdict.to}`,
    planName: plan.name,
    url: absoluteUrl('/complaints/new'),
    rule: filing.source,
  });
  sendCalendar(res, 'filing-days.ics', events);
}

/** Has the representative reminded on the first day, if that is still ahead. */
export async function askReminder(req: Request, res: Response): Promise<void> {
  const { mcos } = await getReference();
  const parsed = parseQuestion(req.body, mcos);
  if (!parsed.ok) {
    return renderPage(res, 'information/check', checkView(req.body, mcos, { errors: parsed.errors }));
  }
  const { filing } = await policyOfToday();
  const verdict = verdictOn(parsed.value, filing);
  if (verdict.kind === 'too-early') {
    const { code } = answeringPlan(parsed.value.plan, mcos);
    await askForFirstDay(actorOf(req), code, verdict);
    setFlash(req, 'You will be reminded by e-mail.');
  }
  res.redirect(303, checkHref(parsed.value));
}

async function answerFor(req: Request, question: Question): Promise<AnswerGiven> {
  const { mcos: plans } = await getReference();
  const { filing: policy } = await policyOfToday();
  const verdict = verdictOn(question, policy);
  const { code } = answeringPlan(question.plan, plans);
  return {
    question,
    verdict,
    policy,
    plans,
    asker: askerOf(req),
    reminder: await reminderOf(req, code, verdict),
  };
}

function askerOf({ user }: Request): Asker {
  if (!user) return 'nobody';
  return user.role === 'representative' ? 'representative' : 'other';
}

function reminderOf(req: Request, mcoCode: string, verdict: CheckVerdict): Promise<AnswerGiven['reminder']> {
  const isDue = verdict.kind === 'too-early' && askerOf(req) === 'representative';
  return isDue && req.user ? findAskedReminder(req.user.id, mcoCode, verdict.from) : Promise.resolve(null);
}

function queryTexts({ query }: Request): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] satisfies [string, string]] : [],
  );
}
