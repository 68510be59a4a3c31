import { z } from 'zod';
import { COMMENT_LIMIT } from '../../complaint/issues/action-plan.ts';
import { CAUSE_LIMIT, TITLE_LIMIT } from '../../complaint/issues/issue.ts';
import { readReferences } from '../../complaint/issues/links.ts';
import { plainLine, plainText } from '../../complaint/issues/plain-words.ts';
import { today } from '../../platform/clock.ts';
import { isBefore } from '../../platform/dates.ts';
import { formChoice, optionalFormDate, optionalFormText } from '../../platform/form-fields.ts';
import { isId } from '../../platform/identifier.ts';

const ANEW = 'Load this page again: it does not say what it shows';

const version = z
  .string({ error: ANEW })
  .regex(/^\d{1,9}$/, ANEW)
  .transform(Number);
const formId = z.string({ error: ANEW }).refine(isId, ANEW);
const title = plainLine('Write a title', TITLE_LIMIT);
const cause = plainText('Write what the complaints have in common', CAUSE_LIMIT);

export function newIssueForm(mcoCodes: readonly string[]) {
  return z.object({ id: formId, plan: formChoice(mcoCodes, { missing: 'Choose the plan' }), title, cause });
}

export const EditForm = z.object({ version, title, cause });

export const AskForm = z.object({
  version,
  dueOn: optionalFormDate({ what: 'the day by which the plan answers' }).refine(
    (date) => date === undefined || !isBefore(date, today()),
    { error: 'The day by which the plan answers must be today or later' },
  ),
});

export const CloseForm = z.object({
  version,
  words: plainText('Write how it ended', CAUSE_LIMIT),
});

export const CommentForm = z.object({
  id: formId,
  words: plainText('Write a comment', COMMENT_LIMIT),
});

export const AcceptForm = z.object({ planVersion: version });

export const UnlinkForm = z.object({ complaint: formId });

/** What is ticked in the list, and what is typed below it; one of the two at least. */
export const LinkForm = z
  .object({
    complaints: z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(formId)),
    references: optionalFormText({ max: 4_000 }),
  })
  .transform(({ complaints, references = '' }, context) => {
    const read = readReferences(references);
    const isEmpty = complaints.length + read.references.length + read.problems.length === 0;
    const problems = isEmpty ? ['Tick a complaint, or enter a reference number'] : read.problems;
    if (problems.length > 0)
      context.addIssue({ code: 'custom', path: ['references'], message: problems.join('. ') });
    return { ids: complaints, references: read.references };
  });
