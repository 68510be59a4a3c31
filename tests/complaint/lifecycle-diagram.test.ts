import { describe, expect, it } from 'vitest';
import { MOVES, type MoveRow } from '../../src/complaint/lifecycle.ts';
import { lifecycleDiagram } from '../../src/complaint/lifecycle-diagram.ts';
import { OPEN_STATUSES, STATUSES } from '../../src/complaint/status.ts';

const lines = lifecycleDiagram().split('\n');

describe('The drawing of the lifecycle', () => {
  it('begins as a Mermaid state diagram and ends with a line end', () => {
    expect(lines[0]).toBe('stateDiagram-v2');
    expect(lines.at(-1)).toBe('');
  });

  it.each(STATUSES)('%s, with the words that the representative sees, is a state', (status) => {
    expect(lines.filter((line) => line.trim().endsWith(` as ${status}`))).toHaveLength(1);
  });

  it('a move from several statuses, such as withdraw, is an arrow from each', () => {
    const arrows = lines.filter((line) => line.includes(': withdraw (representative)'));
    expect(arrows.map((line) => line.trim().split(' ')[0])).toEqual([
      'submitted',
      'returned',
      'with_mco',
      'proposed',
      'department_review',
    ]);
  });

  it('a move that keeps the status, such as assign, stands in a note beside each', () => {
    const notes = lines.filter((line) => line.trim() === 'assign (staff)');
    expect(notes).toHaveLength(OPEN_STATUSES.length);
    expect(lines.filter((line) => line.includes('--> ') && line.includes('assign'))).toEqual([]);
  });

  it('reopening, which goes back to where it was, leads to every status that can be closed', () => {
    const arrows = lines.filter((line) => line.includes(': reopen (supervisor)'));
    expect(arrows.map((line) => line.trim().split(' ')[2]?.replace(':', ''))).toEqual([
      'submitted',
      'returned',
      'with_mco',
      'proposed',
      'department_review',
    ]);
  });

  it('every arrow, but the first and the last, belongs to a row of the table', () => {
    const rows: readonly MoveRow[] = Object.values(MOVES);
    const moves = lines
      .filter((line) => line.includes('('))
      .map((line) => line.replace(/^.*: /, '').split('(')[0]?.trim());
    expect(new Set(moves)).toEqual(new Set(rows.map(({ move }) => move)));
    expect(lines.filter((line) => line.includes('-->') && !line.includes('('))).toEqual([
      '  [*] --> draft',
      '  closed --> [*]',
    ]);
  });
});
