import { getReference } from '../complaint/reference.queries.ts';
import { now } from '../platform/clock.ts';
import { breakdownsOf } from './breakdowns.ts';
import { countFigures } from './count-figures.ts';
import { listCounts } from './counts.queries.ts';
import type { Figures } from './figures.ts';

/** How old the figures may be. Long enough that a crowd costs no more than one reader. */
export const FIGURES_MAX_AGE_SECONDS = 60;

let kept: { readonly at: number; readonly figures: Promise<Figures> } | null = null;

/** The present figures, counted at most once a minute in this process. */
export function currentFigures(): Promise<Figures> {
  const at = now();
  const age = kept && Math.abs(at.epochMilliseconds - kept.at);
  if (!kept || age === null || age >= FIGURES_MAX_AGE_SECONDS * 1000) {
    const figures = count();
    kept = { at: at.epochMilliseconds, figures };
    figures.catch(forgetFigures);
  }
  return kept.figures;
}

/** Makes the next reader see the complaints as they are then. */
export function forgetFigures(): void {
  kept = null;
}

async function count(): Promise<Figures> {
  const at = now();
  const [rows, reference] = await Promise.all([listCounts(), getReference()]);
  return countFigures(rows, breakdownsOf(reference), at);
}
