import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/complaint/clocks.ts';
import { FIRST_POLICY } from '../../../src/complaint/policy.ts';
import { clockTable } from '../../../src/complaint/presentation/clock-table.ts';
import { on } from '../support/reference.ts';

const CLOCK: Clock = {
  kind: 'propose',
  owner: 'plan',
  startedOn: on('2026-10-07'),
  dueOn: on('2026-11-06'),
  state: 'running',
  endedOn: null,
};

function cellsOf(overrides: Partial<Clock>) {
  const [row] = clockTable([{ ...CLOCK, ...overrides }], FIRST_POLICY, 'Meridian').rows;
  return row?.cells ?? [];
}

describe('A clock in its table', () => {
  it('says what must be done, by whom, by when and under which rule', () => {
    expect(cellsOf({}).map(({ text, hint }) => [text, hint])).toEqual([
      ['Answer with a written proposal', 'from Oct 7, 2026'],
      ['Meridian', undefined],
      ['Nov 6, 2026', undefined],
      ['', undefined],
      ['89 Ill. Adm. Code 140.75(d)', undefined],
    ]);
  });

  it.each([
    [{ state: 'running' }, 'Running', undefined],
    [{ state: 'met', endedOn: on('2026-11-01') }, 'In time', 'on Nov 1, 2026'],
    [{ state: 'missed' }, 'Overdue', undefined],
    [{ state: 'missed', endedOn: on('2026-11-09') }, 'Late', 'on Nov 9, 2026'],
    [{ state: 'stopped', endedOn: on('2026-10-20') }, 'Stopped', undefined],
    [{ state: 'ended', endedOn: on('2026-10-20') }, 'Ended with the complaint', 'on Oct 20, 2026'],
  ] as const)('that is %j says “%s”', (overrides, word, hint) => {
    const state = cellsOf(overrides)[3];
    expect(state?.tags?.map(({ text }) => text)).toEqual([word]);
    expect(state?.hint).toBe(hint);
  });
});
