import { Temporal } from 'temporal-polyfill';
import type { Breakdowns } from '../../src/statistics/breakdowns.ts';
import { countFigures } from '../../src/statistics/count-figures.ts';
import type { CountRow } from '../../src/statistics/counts.queries.ts';
import type { Figures } from '../../src/statistics/figures.ts';

const NOON = Temporal.Instant.from('2026-11-24T18:00:00Z');

const BREAKDOWNS: Breakdowns = {
  plan: [
    { code: 'AETNA', name: 'Aetna Better Health' },
    { code: 'MERIDIAN', name: 'Meridian Health Plan' },
    { code: 'HARMONY', name: 'Harmony Health Plan', note: 'contract ended December 2018' },
  ],
  group: [
    { code: 'HOSPITALS', name: 'Hospitals' },
    { code: 'PHARMACY', name: 'Pharmacy' },
  ],
  category: [
    { code: 'CLAIM_DENIAL', name: 'Claim denial' },
    { code: 'OTHER', name: 'Other' },
  ],
};

export function aCountRow(overrides: Partial<CountRow> = {}): CountRow {
  return {
    quarter: '2026-Q3',
    plan: 'AETNA',
    group: 'HOSPITALS',
    category: 'CLAIM_DENIAL',
    state: 'resolved',
    count: 100,
    ...overrides,
  };
}

export function figuresOf(...rows: CountRow[]): Figures {
  return countFigures(rows, BREAKDOWNS, NOON);
}
