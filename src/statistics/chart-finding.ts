import { type ChartName, type ChartRow, chartRows, chartTitle } from './chart-catalogue.ts';
import { countsIn, type Figures } from './figures.ts';
import { quarterWords } from './quarters.ts';

/** How many places a finding names. */
const NAMED = 3;

/**
 * What a chart shows, for those who do not see it: its title and its finding, from published counts alone. What is
 * withheld may be more than the most that is published, so the finding says of what it speaks.
 */
export function chartFinding(figures: Figures, name: ChartName, quarter: string): string {
  const finding =
    name === 'by-quarter' ? lastQuarters(figures) : mostReceived(chartRows(figures, name, quarter));
  return `${chartTitle(name, quarter)}. ${finding}`;
}

function mostReceived(rows: readonly ChartRow[]): string {
  const published = rows.flatMap(({ label, counts: { received } }) =>
    received === null ? [] : [{ label, received }],
  );
  const withheld = rows.length - published.length;
  const most = published.filter(({ received }) => received > 0).sort((a, b) => b.received - a.received);
  const named = most.slice(0, NAMED).map(({ label, received }) => `${label}, ${words(received)}`);
  if (named.length === 0) return withheld > 0 ? 'Every count above 0 is withheld.' : 'None was received.';
  const finding = withheld > 0 ? 'Most received, of the counts that are published' : 'Most received';
  const rest = withheld > 0 ? ` Received is withheld for ${withheld} of ${rows.length}.` : '';
  return `${finding}: ${named.join('; ')}.${rest}`;
}

function lastQuarters({ quarters, total }: Figures): string {
  const told = quarters
    .slice(-NAMED)
    .map((quarter) => ({ quarter, received: countsIn(total, quarter).received }))
    .map(
      ({ quarter, received }) =>
        `${quarterWords(quarter)}, ${received === null ? 'withheld' : words(received)}`,
    );
  return `Received: ${told.join('; ')}.`;
}

function words(count: number): string {
  return count.toLocaleString('en-US');
}
