import type { Topic } from '../../complaint/reference.queries.ts';
import type { FieldOptions } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { StepView } from './frame.ts';
import type { StepPage } from './step.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/topic': TopicStepView;
  }
}

export interface TopicStepView extends StepView {
  readonly topic: GroupedRadios;
}

interface GroupedRadios extends FieldOptions {
  readonly value: string;
  readonly groups: readonly { readonly label: string; readonly choices: readonly TopicChoice[] }[];
}

interface TopicChoice {
  readonly id: string;
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

export function topicView({ frame, draft, body }: StepPage): TopicStepView {
  const { topics } = draft.reference;
  const categories = [...new Set(topics.map((topic) => topic.categoryCode))];
  return {
    ...frame,
    title: 'What is the topic?',
    topic: {
      name: 'topicCode',
      label: 'What is the topic?',
      isLabelHidden: true,
      hint: 'Choose the one that fits best. One complaint has one topic.',
      value: typedText(body, 'topicCode'),
      groups: categories.map((code) =>
        groupOf(
          topics.filter((topic) => topic.categoryCode === code),
          topics[0],
        ),
      ),
      errors: frame.errors,
    },
  };
}

function groupOf(topics: readonly Topic[], first: Topic | undefined): GroupedRadios['groups'][number] {
  return {
    label: topics[0]?.categoryName ?? '',
    choices: topics.map((topic) => ({
      // The first choice of all is where the error summary leads.
      id: topic === first ? 'topicCode' : `topicCode-${topic.code}`,
      value: topic.code,
      text: topic.name,
      ...(topic.urgentPossible ? { hint: 'Can be urgent' } : {}),
    })),
  };
}
