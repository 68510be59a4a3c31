import type { Policy } from '../../complaint/policy.ts';
import { dayText } from '../../complaint/presentation/moments.ts';
import { formatDays } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import type { StatusTag, Table, TableRow } from '../../web/parts.ts';
import type { Order, OrderProgress } from './orders.queries.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/orders': OrdersView;
  }
}

export interface OrdersView extends PageView {
  readonly table: Table;
}

const NO_PROGRESS: OrderProgress = { moved: 0, due: 0 };

export function ordersView(
  orders: readonly Order[],
  progress: ReadonlyMap<string, OrderProgress>,
  policy: Policy,
): OrdersView {
  return {
    title: 'Orders',
    table: {
      caption: 'Orders, the last made first',
      isStacked: true,
      columns: [
        { text: 'Order' },
        { text: 'Plan' },
        { text: 'Moved by', isOneLine: true },
        { text: 'Complaints', isNumeric: true },
        { text: 'Made' },
      ],
      rows: orders.map((order) => rowOf(order, progress.get(order.id) ?? NO_PROGRESS, policy)),
      empty: {
        heading: 'No order was made yet.',
        text: 'After a disaster, for instance, an order gives everybody more time at once.',
      },
    },
  };
}

/** What is due under a deadline: "Answer with a written proposal". */
export function clockText(kind: string, { clocks }: Policy): string {
  const [, rule] = Object.entries(clocks).find(([each]) => each === kind) ?? [];
  return rule?.words ?? kind;
}

export function orderTag({ undoneAt }: Order, { due }: OrderProgress): StatusTag {
  if (due > 0) return { text: `${due.toLocaleString('en-US')} to go`, tone: 'attention' };
  return undoneAt ? { text: 'Undone', tone: 'neutral' } : { text: 'In force', tone: 'success' };
}

function rowOf(order: Order, progress: OrderProgress, policy: Policy): TableRow {
  const { id, clock, days, mco, madeAt, madeBy } = order;
  return {
    cells: [
      {
        text: clockText(clock, policy),
        href: `/administration/orders/${id}`,
        tags: [orderTag(order, progress)],
      },
      { text: mco?.name ?? 'All plans' },
      { text: formatDays(days) },
      { text: progress.moved.toLocaleString('en-US') },
      { text: dayText(madeAt) ?? '', hint: madeBy.name },
    ],
  };
}
