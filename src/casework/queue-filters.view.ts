import type { Reference } from '../complaint/reference.queries.ts';
import { OPEN_STATUSES, statusLabel } from '../complaint/status.ts';
import type { CheckboxField, SelectField } from '../web/fields.ts';
import type { FilterChips } from '../web/parts.ts';
import { topicGroups, topicName } from '../web/topic-filter.ts';
import { filtersOf, type QueueQuery, queueHref } from './queue-query.ts';

export interface FilterFields {
  readonly tab: string;
  readonly selects: readonly SelectField[];
  readonly urgent: CheckboxField;
}

/** The fields by which the queue is narrowed, as the address has them. */
export function filterFields(query: QueueQuery, reference: Reference): FilterFields {
  const named = ({ code, name }: { code: string; name: string }) => ({ value: code, text: name });
  const status: SelectField = {
    name: 'status',
    label: 'Status',
    prompt: 'Every status',
    choices: OPEN_STATUSES.map((each) => ({ value: each, text: statusLabel(each, 'staff') })),
    value: query.status,
  };
  return {
    tab: query.tab,
    selects: [
      {
        name: 'plan',
        label: 'Plan',
        prompt: 'Every plan',
        choices: reference.mcos.map(named),
        value: query.plan,
      },
      {
        name: 'topic',
        label: 'Topic',
        prompt: 'Every topic',
        groups: topicGroups(reference.topics),
        value: query.topic,
      },
      {
        name: 'type',
        label: 'Provider type',
        prompt: 'Every type',
        choices: reference.providerTypes.map(named),
        value: query.type,
      },
      ...(query.tab === 'closed' ? [] : [status]),
    ],
    urgent: { name: 'urgent', label: 'Urgent only', checked: query.urgent === 'yes' },
  };
}

/** A chip for each filter in use; its link takes that filter away. */
export function filterChips(query: QueueQuery, reference: Reference): FilterChips {
  const { mcos, topics, providerTypes } = reference;
  const filters = filtersOf(query);
  const nameIn = (rows: readonly { code: string; name: string }[], code: string | undefined) =>
    code && (rows.find((row) => row.code === code)?.name ?? code);
  const texts = {
    plan: nameIn(mcos, query.plan),
    topic: topicName(query.topic, topics),
    type: nameIn(providerTypes, query.type),
    status: query.tab === 'closed' ? undefined : query.status && statusLabel(query.status, 'staff'),
    urgent: query.urgent && 'Urgent only',
  };
  const chips = Object.entries(texts).flatMap(([name, text]) =>
    text ? [{ text, href: queueHref({ ...filters, tab: query.tab, [name]: undefined }) }] : [],
  );
  return { chips, clearHref: queueHref({ tab: query.tab }) };
}
