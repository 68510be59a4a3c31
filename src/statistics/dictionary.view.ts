import type { PageView } from '../web/pages.ts';
import type { Table } from '../web/parts.ts';
import type { FigureLine, Figures } from './figures.ts';
import { DIMENSION_WORDS, DIMENSIONS, MEASURE_WORDS, MEASURES, type Measure } from './measures.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'statistics/dictionary': DictionaryView;
  }
}

export interface DictionaryView extends PageView {
  readonly fields: Table;
  readonly measures: Table;
  readonly codes: readonly Table[];
}

/** What is in the downloads: fields, measures, and the codes in use. */
export function dictionaryView(figures: Figures): DictionaryView {
  return {
    title: 'Data dictionary',
    breadcrumbs: [{ href: '/statistics', text: 'Public figures' }],
    fields: table('Fields', ['Field', 'Type', 'What it holds'], FIELDS),
    measures: table(
      'Measures',
      ['Code', 'Name', 'What is counted'],
      MEASURES.map((measure) => [measure, MEASURE_WORDS[measure], MEANINGS[measure]]),
    ),
    codes: DIMENSIONS.map((dimension) =>
      codesTable(dimension, DIMENSION_WORDS[dimension], figures.lines[dimension]),
    ),
  };
}

function codesTable(dimension: string, words: string, lines: readonly FigureLine[]): Table {
  const rows = lines.map(({ code, name, note }) => [code, note ? `${name} (${note})` : name]);
  return table(`Codes of the dimension ${dimension}`, ['Code', words], rows);
}

function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    caption,
    columns: columns.map((text) => ({ text })),
    rows: rows.map((cells) => ({ cells: cells.map((text) => ({ text })) })),
    empty: { heading: 'None yet' },
    isCompact: true,
    isStacked: columns.length > 2,
  };
}

const FIELDS = [
  [
    'figuresAt',
    'instant',
    'When the figures were counted, in UTC: 2026-11-24T21:05:00Z. In JSON once, above the counts.',
  ],
  [
    'dimension',
    'code',
    'all, plan, group or category: by what the complaints are broken down. all has the totals.',
  ],
  [
    'code',
    'code',
    'The plan, provider group or category; ALL for the totals. Does not change when a name does.',
  ],
  ['name', 'text', 'Its name.'],
  [
    'quarter',
    'code',
    'The calendar quarter in which the complaint was filed, as 2026-Q4; all for all quarters together.',
  ],
  ['measure', 'code', 'What is counted: see below.'],
  ['count', 'whole number', 'How many. Empty (in JSON: null) when withheld. Never read that as 0.'],
  ['withheld', 'true or false', 'Whether the count is withheld.'],
] as const;

const MEANINGS: Record<Measure, string> = {
  received: 'Complaints filed in the quarter. The sum of the four that follow.',
  resolved: 'Of those, the ones handled to the end.',
  ineligible: 'Of those, the ones that HFS could not take up.',
  withdrawn: 'Of those, the ones that the provider took back.',
  open: 'Of those, the ones not closed when the figures were counted.',
};
