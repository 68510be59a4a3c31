import { z } from 'zod';
import { renderPage } from '../../web/rendering.ts';
import { optionalField, readForm } from './read-form.ts';
import type { QuestionStep } from './step.ts';
import { topicView } from './topic.view.ts';

const TopicForm = z.object({ topicCode: optionalField(z.string()) });

/** The one topic. What it is decides what the next steps ask. */
export const topic: QuestionStep = {
  name: 'topic',
  title: 'Topic',
  isAsked: () => true,
  controls: () => ['topicCode'],
  fill: (draft) => ({ topicCode: draft.topic?.code }),
  read: (body, draft) => {
    const { value, unreadable } = readForm(TopicForm, body);
    const chosen = draft.reference.topics.find(({ code }) => code === value.topicCode);
    const ordinary = chosen && !chosen.urgentPossible && draft.isUrgent ? { isUrgent: false } : {};
    return { changes: { topicCode: chosen?.code ?? null, ...ordinary }, unreadable };
  },
  summary: (draft) => [
    {
      label: 'Topic',
      value: draft.topic ? [draft.topic.name, draft.topic.categoryName] : 'Not chosen yet',
    },
  ],
  render: (res, page) => renderPage(res, 'filing/topic', topicView(page), page.status),
};
