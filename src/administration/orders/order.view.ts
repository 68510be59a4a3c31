import type { Policy } from '../../complaint/policy.ts';
import { dayText } from '../../complaint/presentation/moments.ts';
import type { RecountPreview } from '../../complaint/recount-preview.ts';
import { formatDate, formatDays, toPlainDate } from '../../platform/dates.ts';
import type { TextareaField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Alert, StatusTag, SummaryList, SummaryRow } from '../../web/parts.ts';
import {
  complaintsText,
  countingAlert,
  type DeadlinePreview,
  deadlinePreview,
} from '../deadline-preview.view.ts';
import type { Order, OrderProgress } from './orders.queries.ts';
import { clockText, orderTag } from './orders.view.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/order': OrderView;
  }
}

export interface OrderView extends PageView {
  readonly heading: string;
  readonly tag: StatusTag;
  readonly counting: Alert | null;
  readonly facts: SummaryList;
  /** null: it is undone, or still moving deadlines. */
  readonly undo: {
    readonly action: string;
    readonly preview: DeadlinePreview;
    readonly reason: TextareaField;
  } | null;
}

interface Known {
  readonly progress: OrderProgress;
  readonly preview: RecountPreview | null;
  readonly policy: Policy;
  readonly asked: { readonly reason: string; readonly errors: readonly FieldError[] };
}

export function orderView(order: Order, { progress, preview, policy, asked }: Known): OrderView {
  return {
    title: 'Order',
    errors: asked.errors,
    breadcrumbs: [{ href: '/administration/orders', text: 'Orders' }],
    heading: `${clockText(order.clock, policy)}: ${formatDays(order.days)} more`,
    tag: orderTag(order, progress),
    counting: countingAlert(progress.due),
    facts: { rows: factRows(order, progress) },
    undo: preview && {
      action: `/administration/orders/${order.id}/undo`,
      preview: deadlinePreview(preview, policy),
      reason: {
        name: 'reason',
        label: 'Why it is undone, which both sides read',
        hint: 'It stands in the history of every complaint whose deadline moves back. Write nothing about members or claims.',
        value: asked.reason,
        rows: 4,
        maxlength: 1_000,
        errors: asked.errors,
      },
    },
  };
}

function factRows(order: Order, { moved }: OrderProgress): SummaryRow[] {
  const { mco, fromOn, reason, madeAt, madeBy, undoneAt, undoneBy, undoneReason } = order;
  const undone = [
    { label: 'Undone', value: `${dayText(undoneAt)} by ${undoneBy?.name}` },
    { label: 'Undone because', value: undoneReason ?? '' },
  ];
  return [
    { label: 'Plan', value: mco?.name ?? 'All plans' },
    {
      label: 'First day',
      value: `${formatDate(toPlainDate(fromOn))}: deadlines that ran out before it did not move`,
    },
    { label: 'Moved', value: complaintsText(moved) },
    { label: 'Reason', value: reason },
    { label: 'Made', value: `${dayText(madeAt)} by ${madeBy.name}` },
    ...(undoneAt ? undone : []),
  ];
}
