import type { Topic } from '../complaint/reference.queries.ts';
import type { CheckboxField, SelectField } from '../web/fields.ts';
import type { FilterChips } from '../web/parts.ts';
import { topicGroups, topicName } from '../web/topic-filter.ts';
import { filtersOf, type InboxQuery, inboxHref } from './inbox-query.ts';

export interface InboxFilters {
  readonly tab: string;
  readonly topic: SelectField;
  readonly boxes: readonly CheckboxField[];
}

/** The fields by which the inbox is narrowed, as the address has them. */
export function inboxFilters(query: InboxQuery, topics: readonly Topic[]): InboxFilters {
  const box = (name: BoxName): CheckboxField => ({
    name,
    label: BOX_WORDS[name],
    checked: query[name] === 'yes',
  });
  return {
    tab: query.tab,
    topic: {
      name: 'topic',
      label: 'Topic',
      prompt: 'Every topic',
      groups: topicGroups(topics),
      value: query.topic,
    },
    boxes: boxesOf(query).map(box),
  };
}

/** A chip for each filter in use; its link takes that filter away. */
export function inboxChips(query: InboxQuery, topics: readonly Topic[]): FilterChips {
  const texts = [
    ['topic', topicName(query.topic, topics)],
    ...boxesOf(query).map((name) => [name, query[name] && BOX_WORDS[name]] as const),
  ] as const;
  const chips = texts.flatMap(([name, text]) =>
    text ? [{ text, href: inboxHref({ ...filtersOf(query), tab: query.tab, [name]: undefined }) }] : [],
  );
  return { chips, clearHref: inboxHref({ tab: query.tab }) };
}

type BoxName = 'urgent' | 'mine' | 'new';

const BOX_WORDS: Readonly<Record<BoxName, string>> = {
  urgent: 'Urgent only',
  mine: 'Mine only',
  new: 'Not acknowledged yet',
};

function boxesOf({ tab }: InboxQuery): readonly BoxName[] {
  return tab === 'to-answer' ? ['urgent', 'mine', 'new'] : ['urgent', 'mine'];
}
