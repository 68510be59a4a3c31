import type { RequestHandler } from 'express';
import { filingDays } from '../../complaint/filing-days.ts';
import { absoluteUrl } from '../../web/base-url.ts';
import { sendCalendar } from '../../web/send-calendar.ts';
import { onDraft } from '../drafts/on-draft.ts';
import { verdictOn } from '../steps/filing-verdict.ts';
import { resumeHref } from '../steps/steps.ts';

/**
 * The first and the last day of a draft as a calendar file. The draft names its days, so that a calendar moves them
 * when its dates change. Where no day is to come, leads on.
 */
export const sendFilingDays: RequestHandler = onDraft((_req, res, draft) => {
  const verdict = verdictOn(draft);
  if (!verdict || verdict.kind === 'too-late') return res.redirect(303, resumeHref(draft));
  const events = filingDays(verdict, {
    key: `draft-${draft.id}`,
    sequence: draft.version,
    planName: draft.plan?.name ?? 'the plan',
    url: absoluteUrl(`/complaints/drafts/${draft.id}`),
    rule: draft.terms.policy.source,
  });
  sendCalendar(res, 'filing-days.ics', events);
});
