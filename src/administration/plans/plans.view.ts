import type { Temporal } from 'temporal-polyfill';
import { endOf } from '../../complaint/plan.ts';
import type { Mco } from '../../complaint/reference.queries.ts';
import { formatDate, formatDays } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import type { Table, TableRow } from '../../web/parts.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/plans': PlansView;
  }
}

export interface PlansView extends PageView {
  readonly table: Table;
}

export function plansView(plans: readonly Mco[], today: Temporal.PlainDate): PlansView {
  return {
    title: 'Plans',
    table: {
      caption: 'Plans, and how they take disputes',
      isCaptionHidden: true,
      isStacked: true,
      columns: [
        { text: 'Plan' },
        { text: 'Telephone' },
        { text: 'Takes a dispute within' },
        { text: 'Its tracking numbers' },
      ],
      rows: plans.map((plan) => rowOf(plan, today)),
      empty: { heading: 'No plan is known.' },
    },
  };
}

function rowOf(plan: Mco, today: Temporal.PlainDate): TableRow {
  const { code, name, disputePhone, disputeWindowDays, trackingNumberHint } = plan;
  const endedOn = endOf(plan, today);
  const ended = endedOn ? { hint: `Ended on ${formatDate(endedOn)}` } : {};
  return {
    cells: [
      { text: name, href: `/administration/plans/${code}`, ...ended },
      { text: disputePhone ?? '–' },
      { text: disputeWindowDays === null ? '–' : formatDays(disputeWindowDays) },
      { text: trackingNumberHint ?? '–' },
    ],
  };
}
