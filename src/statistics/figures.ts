import type { Temporal } from 'temporal-polyfill';
import type { Dimension, Measure } from './measures.ts';

/** A count as the public may see it; null is withheld. */
export type PublishedCount = number | null;
export type PublishedCounts = Readonly<Record<Measure, PublishedCount>>;

/** A plan, a provider group, a category, or all complaints. */
export interface FigureLine {
  readonly code: string;
  readonly name: string;
  /** What the name needs beside it: "contract ended December 2018". */
  readonly note?: string | undefined;
  /** For each of the figures' quarters, and for ALL_QUARTERS. */
  readonly counts: ReadonlyMap<string, PublishedCounts>;
}

/**
 * All that is published, counted once and suppressed as one family: every page, chart and download shows
 * these counts and no others. What is withheld is not in here.
 */
export interface Figures {
  /** When they were counted. */
  readonly at: Temporal.Instant;
  /** From the first quarter with a complaint to the present one; the earliest first. Empty before the first. */
  readonly quarters: readonly string[];
  readonly total: FigureLine;
  readonly lines: Readonly<Record<Dimension, readonly FigureLine[]>>;
}

export function countsIn(line: Pick<FigureLine, 'counts'>, quarter: string): PublishedCounts {
  const counts = line.counts.get(quarter);
  if (!counts) throw new Error(`No figures for ${quarter}.`);
  return counts;
}

/** Whether a complaint was ever received. */
export function isEmpty(figures: Figures): boolean {
  return figures.quarters.length === 0;
}
