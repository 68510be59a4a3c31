import type { Request, Response } from 'express';
import { z } from 'zod';
import { type FilingVerdict, filingWindow } from '../complaint/filing-window.ts';
import { today } from '../platform/clock.ts';
import { isAfter, isBefore } from '../platform/dates.ts';
import { formChoice, formDate, optionalFormDate } from '../web/form-fields.ts';
import { fieldError, safeParse } from '../web/forms.ts';
import type { FieldError } from '../web/pages.ts';
import { renderPage } from '../web/rendering.ts';
import { checkView } from './check.view.ts';
import { policyOfToday } from './policy-words.ts';

export const ISSUES = ['claim', 'care', 'other'] as const;
export type Issue = (typeof ISSUES)[number];

/** What the page says: the window of a disputed claim, or that the issue has none. */
export type CheckVerdict = FilingVerdict | { kind: 'no-window'; issue: Exclude<Issue, 'claim'> };

const CheckQuery = z.object({
  issue: formChoice(ISSUES, { missing: 'Choose what it is about' }),
  filedOn: formDate({ what: 'the date on which you brought it to the plan' }),
  answeredOn: optionalFormDate({ what: 'the date of the plan’s answer' }),
});

/** "May I file yet?": the same rule that filing goes by, for everybody, without an account. */
export async function showCheck(req: Request, res: Response): Promise<void> {
  const { filing } = await policyOfToday();
  const isAsked = Object.keys(req.query).length > 0;
  if (!isAsked) return renderPage(res, 'information/check', checkView(req.query, filing, {}));
  const form = safeParse(CheckQuery, req.query);
  const errors = form.ok ? dateErrors(form.value) : form.errors;
  if (!form.ok || errors.length > 0) {
    return renderPage(res, 'information/check', checkView(req.query, filing, { errors }));
  }
  const { issue, filedOn, answeredOn = null } = form.value;
  const verdict: CheckVerdict =
    issue === 'claim' ? filingWindow({ filedOn, answeredOn }, today(), filing) : { kind: 'no-window', issue };
  renderPage(res, 'information/check', checkView(req.query, filing, { verdict }));
}

function dateErrors({ filedOn, answeredOn }: z.output<typeof CheckQuery>): FieldError[] {
  if (isAfter(filedOn, today())) return [fieldError('filedOn', 'Enter a date that is not in the future')];
  if (!answeredOn) return [];
  if (isAfter(answeredOn, today()))
    return [fieldError('answeredOn', 'Enter a date that is not in the future')];
  if (!isBefore(answeredOn, filedOn)) return [];
  return [
    fieldError('answeredOn', 'Enter a date that is not before the day on which you brought it to the plan'),
  ];
}
