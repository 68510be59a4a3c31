import { Temporal } from 'temporal-polyfill';
import type { ClockKind, ClockOwner, Policy } from '../complaint/policy.ts';
import { holderOf, STATUSES, type Status, statusLabel } from '../complaint/status.ts';
import { formatDate } from '../platform/dates.ts';
import type { PageView } from '../web/pages.ts';
import type { Table } from '../web/parts.ts';
import { clockWords } from './policy-words.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'information/help': HelpView;
  }
}

export interface HelpView extends PageView {
  readonly window: {
    readonly opens: number;
    readonly closes: number;
    readonly example: { readonly filed: string; readonly from: string; readonly to: string };
  };
  readonly statuses: Table;
  readonly clocks: Table;
  readonly idleMinutes: number;
}

export function helpView(policy: Policy, idleMinutes: number): HelpView {
  const { opensAfter, closesAfter } = policy.filing;
  return {
    title: 'Help for providers',
    window: {
      opens: opensAfter,
      closes: closesAfter,
      example: {
        filed: formatDate(EXAMPLE),
        from: formatDate(EXAMPLE.add({ days: opensAfter })),
        to: formatDate(EXAMPLE.add({ days: closesAfter })),
      },
    },
    statuses: statusTable(),
    clocks: clockTable(policy),
    idleMinutes,
  };
}

const EXAMPLE = Temporal.PlainDate.from('2026-03-02');
const NEVER_EMPTY = { heading: 'Nothing to show' };

const STATUS_MEANINGS: Readonly<Record<Status, string>> = {
  draft: 'You have not filed it yet. Nobody else works on it.',
  submitted: 'HFS checks whether it can take the complaint and whether anything is missing.',
  returned: 'Something is missing. Open the complaint to see what, and send it before the date shown.',
  with_mco: 'HFS presented it to the plan. The plan works on its answer.',
  proposed: 'The plan answered in writing. Accept it, or ask for a Department review before the date shown.',
  department_review:
    'You and the plan may send information. Then the Department decides, and both of you get its decision.',
  closed: 'It is finished. The complaint’s page says why, and what the outcome is.',
};

const HOLDER_WORDS = {
  hfs: 'HFS',
  representative: 'You',
  plan: 'The plan',
  both: 'You and the plan',
} as const;

function statusTable(): Table {
  return {
    caption: 'What each status means',
    isStacked: true,
    empty: NEVER_EMPTY,
    columns: [{ text: 'Status' }, { text: 'Who has it' }, { text: 'What it means' }],
    rows: STATUSES.map((status) => {
      const holder = holderOf(status);
      return {
        cells: [
          { text: statusLabel(status, 'filer') },
          { text: holder ? HOLDER_WORDS[holder] : 'Nobody' },
          { text: STATUS_MEANINGS[status] },
        ],
      };
    }),
  };
}

/** Those that a complaint runs through. */
const CLOCKS_SHOWN: readonly ClockKind[] = [
  'first_reply',
  'present',
  'resubmit',
  'acknowledge',
  'propose',
  'extension',
  'request_review',
  'review_information',
  'decide',
  'provider_information',
  'plan_information',
];

const OWNER_WORDS: Readonly<Record<ClockOwner, string>> = {
  hfs: 'HFS',
  representative: 'You',
  plan: 'The plan',
  both: 'You and the plan',
};

function clockTable(policy: Policy): Table {
  return {
    caption: 'Who must do what, and by when',
    isStacked: true,
    empty: NEVER_EMPTY,
    columns: [
      { text: 'What' },
      { text: 'Who' },
      { text: 'Time' },
      { text: 'If it is urgent' },
      { text: 'Source' },
    ],
    rows: CLOCKS_SHOWN.map((kind) => {
      const { words, owner, source } = policy.clocks[kind];
      const { usual, urgent } = clockWords(policy, kind);
      const cells = [words, OWNER_WORDS[owner], usual, urgent === usual ? 'The same' : urgent, source];
      return { cells: cells.map((text) => ({ text })) };
    }),
  };
}
