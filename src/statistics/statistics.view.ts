import { formatInstant } from '../platform/dates.ts';
import type { SelectField } from '../web/fields.ts';
import type { PageView } from '../web/pages.ts';
import { SMALL } from './board.ts';
import { type FigureSection, figureSections } from './figure-sections.ts';
import { countsIn, type Figures, isEmpty } from './figures.ts';
import { type FigureCell, figureCell } from './figures-table.ts';
import { MEASURE_WORDS, MEASURES, type Measure } from './measures.ts';
import { ALL_QUARTERS, quarterWords } from './quarters.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'statistics/index': StatisticsView;
  }
}

/** What the page can be narrowed to. */
export const VIEWS = ['everything', 'plan', 'group', 'category', 'quarter'] as const;
export type View = (typeof VIEWS)[number];

export interface StatisticsView extends PageView {
  readonly at: string;
  readonly isEmpty: boolean;
  readonly period: string;
  readonly summary: readonly {
    readonly label: string;
    readonly meaning: string;
    readonly cell: FigureCell;
  }[];
  readonly hasWithheld: boolean;
  readonly small: number;
  readonly quarter: SelectField;
  readonly view: SelectField;
  readonly sections: readonly FigureSection[];
  readonly downloads: readonly { readonly text: string; readonly href: string; readonly hint: string }[];
}

export function statisticsView(figures: Figures, quarter: string, view: View): StatisticsView {
  const totals = countsIn(figures.total, quarter);
  const sections = figureSections(figures, quarter).filter(({ id }) => view === 'everything' || id === view);
  const summary = MEASURES.map((measure) => ({
    label: MEASURE_WORDS[measure],
    meaning: MEANINGS[measure],
    cell: figureCell(totals[measure]),
  }));
  const cells = sections.flatMap(({ table }) => table.rows.flatMap((row) => row.cells));
  return {
    title: 'Public figures',
    at: formatInstant(figures.at),
    isEmpty: isEmpty(figures),
    period: quarterWords(quarter),
    summary,
    hasWithheld: [...cells, ...summary.map(({ cell }) => cell)].some((cell) => cell.isWithheld),
    small: SMALL,
    quarter: quarterField(figures, quarter),
    view: { name: 'view', label: 'Show', value: view, choices: VIEW_CHOICES },
    sections,
    downloads: downloads(quarter),
  };
}

const MEANINGS: Record<Measure, string> = {
  received: 'all that were filed',
  resolved: 'handled to the end',
  ineligible: 'closed: not ours to handle',
  withdrawn: 'taken back by the provider',
  open: 'still being handled',
};

const VIEW_CHOICES = [
  { value: 'everything', text: 'Everything' },
  { value: 'plan', text: 'By plan' },
  { value: 'group', text: 'By provider group' },
  { value: 'category', text: 'By category' },
  { value: 'quarter', text: 'By quarter' },
];

function quarterField({ quarters }: Figures, value: string): SelectField {
  const choices = [ALL_QUARTERS, ...quarters.toReversed()].map((each) => ({
    value: each,
    text: each === quarters.at(-1) ? `${quarterWords(each)}, so far` : quarterWords(each),
  }));
  return { name: 'quarter', label: 'Filed in', value, choices };
}

function downloads(quarter: string): StatisticsView['downloads'] {
  const query = quarter === ALL_QUARTERS ? '' : `?quarter=${quarter}`;
  return [
    {
      text: 'Download the counts (CSV)',
      href: `/api/statistics/v1/counts.csv${query}`,
      hint: 'for a spreadsheet',
    },
    {
      text: 'Download the counts (JSON)',
      href: `/api/statistics/v1/counts.json${query}`,
      hint: 'for programs',
    },
  ];
}
