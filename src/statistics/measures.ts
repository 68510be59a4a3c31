/** Where a received complaint stands; each stands in exactly one. */
export const STATES = ['resolved', 'ineligible', 'withdrawn', 'open'] as const;
export type State = (typeof STATES)[number];

/** What is counted of the complaints of a quarter: those received, and of them those in each state. */
export const MEASURES = ['received', ...STATES] as const;
export type Measure = (typeof MEASURES)[number];

/** By what the complaints are broken down. Each breakdown has the same totals. */
export const DIMENSIONS = ['plan', 'group', 'category'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const MEASURE_WORDS: Record<Measure, string> = {
  received: 'Received',
  resolved: 'Resolved',
  ineligible: 'Ineligible',
  withdrawn: 'Withdrawn',
  open: 'Open',
};

export const DIMENSION_WORDS: Record<Dimension, string> = {
  plan: 'Plan',
  group: 'Provider group',
  category: 'Category',
};
