import { describe, expect, it } from 'vitest';
import type { Party, Role } from '../../src/complaint/actor.ts';
import {
  findMove,
  isMove,
  MOVE_NAMES,
  MOVES,
  type MoveRow,
  movesFor,
  statusAfter,
} from '../../src/complaint/lifecycle.ts';
import { STATUSES, type Status } from '../../src/complaint/status.ts';
import { cell, vectors } from './support/vectors.ts';

const ROWS: readonly MoveRow[] = Object.values(MOVES);
const PERSONAS: Record<string, [Party | null, Role | 'system']> = {
  representative: ['filer', 'representative'],
  analyst: ['staff', 'analyst'],
  supervisor: ['staff', 'supervisor'],
  liaison: ['plan', 'liaison'],
  stranger: [null, 'representative'],
  portal: [null, 'system'],
};
const cases = vectors('moves').flatMap((row) =>
  Object.entries(PERSONAS).map(([persona, [party, role]]) => ({
    move: MOVE_NAMES.find((move) => move === row.move) ?? 'submit',
    status: STATUSES.find((status) => status === row.status) ?? 'draft',
    persona,
    party,
    role,
    verdict: cell(row, persona),
  })),
);

describe('Who may make which move from which status', () => {
  it('the truth table names every move in every status, once', () => {
    const named = vectors('moves').map((row) => `${row.move} ${row.status}`);
    const all = MOVE_NAMES.flatMap((move) => STATUSES.map((status) => `${move} ${status}`));
    expect(named.sort()).toEqual(all.sort());
  });

  it.each(cases)('$persona, $move, from $status: $verdict', ({ move, status, party, role, verdict }) => {
    expect(findMove(move, status, party, role).kind).toBe(verdict);
  });

  it('a refusal from a status names the statuses from which the move is made', () => {
    expect(findMove('present', 'closed', 'staff', 'analyst')).toEqual({
      kind: 'not-from-here',
      status: 'closed',
      from: ['submitted'],
    });
  });

  it('a refusal to the wrong party comes before the status is told', () => {
    expect(findMove('close', 'draft', 'plan', 'liaison')).toEqual({ kind: 'not-yours', parties: ['staff'] });
  });

  it('a plan, while the complaint is with it, is offered what answers it', () => {
    expect(movesFor('with_mco', 'plan', 'liaison').map(({ move }) => move)).toEqual([
      'acknowledge',
      'propose',
      'answer',
      'request-extension',
      'not-ours',
      'appoint',
    ]);
  });

  it('an analyst, on a complaint just filed, is offered the moves in the order of the buttons', () => {
    expect(movesFor('submitted', 'staff', 'analyst').map(({ move }) => move)).toEqual([
      'present',
      'return',
      'assign',
      'close',
    ]);
  });

  it('on a closed complaint, a supervisor may reopen, and a plan may confirm what it has paid', () => {
    const offered = Object.entries(PERSONAS).map(([persona, [party, role]]) => [
      persona,
      movesFor('closed', party, role).map(({ move }) => move),
    ]);
    expect(Object.fromEntries(offered)).toEqual({
      representative: [],
      analyst: [],
      supervisor: ['reopen'],
      liaison: ['confirm-payment'],
      stranger: [],
      portal: ['undo-shift'],
    });
  });
});

describe('Where a move leads', () => {
  it.each<[string, Status, Status | null, Status]>([
    ['submit', 'draft', null, 'submitted'],
    ['assign', 'with_mco', null, 'with_mco'],
    ['withdraw', 'proposed', null, 'closed'],
    ['inform', 'department_review', null, 'department_review'],
    ['not-ours', 'with_mco', null, 'submitted'],
    ['reopen', 'closed', 'returned', 'returned'],
  ])('%s, from %s, closed before from %s: to %s', (name, status, previous, to) => {
    const row = ROWS.find(({ move }) => move === name);
    expect(row && statusAfter(row, status, previous)).toBe(to);
  });

  it('reopening what was never closed, against all rules, fails and invents no status', () => {
    expect(() => statusAfter(MOVES.reopen, 'closed', null)).toThrow('never closed');
  });

  it('a draft, whatever is done, becomes a filed complaint and never a closed one', () => {
    const targets = ROWS.filter((row) => row.from.includes('draft')).map((row) => row.to);
    expect(targets).toEqual(['submitted']);
  });

  it('every status, from a draft on, is reached by some move', () => {
    const reached = new Set<string>(['draft', ...ROWS.map((row) => row.to)]);
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('every status, closed too, has a move onward', () => {
    const stuck = STATUSES.filter((status) => !ROWS.some((row) => row.from.includes(status)));
    expect(stuck).toEqual([]);
  });
});

describe('The words of a move', () => {
  it.each(ROWS)('$move, in the table, stands under its own name', (row) => {
    expect(MOVES[row.move]).toBe(row);
  });

  it.each(ROWS)('$move, when it needs words, says what to write, and asks for none otherwise', (row) => {
    expect(row.words.ask !== null).toBe(row.needs.includes('words'));
  });

  it.each(ROWS)('$move, in the history, begins with who made it', (row) => {
    const line = row.words.history({ actor: 'Ana Diaz', plan: 'Meridian' });
    expect(line).toMatch(/^Ana Diaz [a-z]/);
  });

  it('closing, to readers who may not know the outcome, is told without the reason', () => {
    const { history } = MOVES.close.words;
    expect(history({ actor: 'HFS', plan: 'Meridian' })).toBe('HFS closed the complaint');
    expect(history({ actor: 'HFS', plan: 'Meridian', closureReason: 'Duplicate' })).toBe(
      'HFS closed the complaint: Duplicate',
    );
  });

  it('proposing and assigning, in the history, name the position and the colleague', () => {
    const facts = { actor: 'Li Chen', plan: 'Meridian', position: 'Upheld', assignee: 'Sam Roy' };
    expect(MOVES.propose.words.history(facts)).toBe('Li Chen answered for Meridian: Upheld');
    expect(MOVES.assign.words.history(facts)).toBe('Li Chen assigned the complaint to Sam Roy');
  });

  it('a move that ends something, before it is done, asks for confirmation', () => {
    const dangerous = ROWS.filter(({ words }) => words.button === 'danger');
    expect(dangerous.map(({ move }) => move)).toEqual(['close', 'withdraw', 'lapse']);
    expect(dangerous.filter(({ words }) => words.confirmation === null)).toEqual([]);
  });
});

describe('A part of an address', () => {
  it.each([
    ['present', true],
    ['constructor', false],
    ['', false],
  ])('"%s", read as a move: %s', (text, isOne) => {
    expect(isMove(text)).toBe(isOne);
  });
});
