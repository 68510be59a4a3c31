import { z } from 'zod';
import { storySchema } from '../../complaint/document.ts';
import { RETALIATION_WORDS } from '../../complaint/presentation/document-facts.ts';
import { factRow } from '../../complaint/presentation/fact-row.ts';
import { fieldError } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { type FormBody, optionalChoice, optionalField, readForm, without } from './read-form.ts';
import type { QuestionStep } from './step.ts';
import { storyView } from './story.view.ts';

const StoryForm = z.object({
  isUrgent: optionalChoice(['yes', 'no']),
  urgentReason: optionalField(storySchema.shape.urgentReason),
  whatHappened: optionalField(storySchema.shape.whatHappened),
  resolutionSought: optionalField(storySchema.shape.resolutionSought),
  fearsRetaliation: optionalChoice(['yes']),
});

/** What happened, what would resolve it and, where the topic allows it, whether it is urgent. */
export const story: QuestionStep = {
  name: 'story',
  title: 'What happened',
  isAsked: () => true,
  needsTopic: true,
  isProtected: true,
  controls: () => Object.keys(StoryForm.shape),
  fill: ({ document, isUrgent }) => ({
    ...document.story,
    isUrgent: isUrgent ? 'yes' : document.story.whatHappened && 'no',
  }),
  read: (body, { topic }) => {
    const canBeUrgent = topic?.urgentPossible ?? false;
    const { value, unreadable } = readForm(StoryForm, without(body, notChosen(body, canBeUrgent)));
    const { isUrgent, ...written } = value;
    const missing =
      canBeUrgent && isUrgent === undefined
        ? [fieldError('isUrgent', 'Say whether it affects immediate access to care')]
        : [];
    return { changes: { isUrgent: isUrgent === 'yes', document: { story: written } }, unreadable, missing };
  },
  summary: ({ document, isUrgent, topic }) => [
    ...(topic?.urgentPossible ? [{ label: 'Urgent', value: isUrgent ? 'Yes' : 'No' }] : []),
    ...factRow('Why it affects immediate access to care', isUrgent ? document.story.urgentReason : null),
    { label: 'What happened', value: document.story.whatHappened ?? 'Not written yet' },
    { label: 'What would resolve it', value: document.story.resolutionSought ?? 'Not written yet' },
    ...factRow('Told to HFS alone', document.story.fearsRetaliation && RETALIATION_WORDS),
  ],
  render: (res, page) => renderPage(res, 'filing/story', storyView(page), page.status),
};

function notChosen(body: FormBody, canBeUrgent: boolean): ReadonlySet<string> {
  if (!canBeUrgent) return new Set(['isUrgent', 'urgentReason']);
  return new Set(body.isUrgent === 'yes' ? [] : ['urgentReason']);
}
