import type { Reference } from '../complaint/reference.queries.ts';
import type { PageView } from '../web/pages.ts';
import { SMALL } from './board.ts';
import { FIGURES_MAX_AGE_SECONDS } from './current-figures.ts';
import { MEASURE_WORDS, STATES, type State } from './measures.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'statistics/methodology': MethodologyView;
  }
}

export interface MethodologyView extends PageView {
  readonly small: number;
  readonly maxAgeSeconds: number;
  /** How each state comes about, with the reasons for which a complaint is closed so. */
  readonly states: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly reasons: readonly string[];
  }[];
}

export function methodologyView({ closureReasons }: Pick<Reference, 'closureReasons'>): MethodologyView {
  return {
    title: 'How we count',
    breadcrumbs: [{ href: '/statistics', text: 'Public figures' }],
    small: SMALL,
    maxAgeSeconds: FIGURES_MAX_AGE_SECONDS,
    states: STATES.map((state) => ({
      name: MEASURE_WORDS[state],
      meaning: MEANINGS[state],
      reasons: closureReasons.filter((reason) => reason.countsAs === state).map((reason) => reason.label),
    })),
  };
}

const MEANINGS: Record<State, string> = {
  resolved:
    'HFS and the plan handled it to the end. It does not say in whose favor. Closed for one of these reasons:',
  ineligible: 'HFS could not take it up. Closed for one of these reasons:',
  withdrawn: 'The provider took it back. Counted apart, because it says nothing of how it would have ended.',
  open: 'Not closed yet: HFS is checking it, the provider has been asked for more, or the plan has it.',
};
