import { describe, expect, it } from 'vitest';
import type { Party } from '../../src/complaint/actor.ts';
import { MOVE_NAMES } from '../../src/complaint/lifecycle.ts';
import {
  canReadEntry,
  canReadHistory,
  canSee,
  PARTS,
  type Progress,
} from '../../src/complaint/visibility.ts';
import { cell, vectors } from './support/vectors.ts';

const BEFORE: Progress = { isPresented: false, isDepartmentDecision: false };
const PRESENTED: Progress = { isPresented: true, isDepartmentDecision: false };
const DECIDED: Progress = { isPresented: true, isDepartmentDecision: true };
const READERS: Record<string, [Party, Progress]> = {
  filer: ['filer', BEFORE],
  staff: ['staff', BEFORE],
  plan_before_presented: ['plan', BEFORE],
  plan_once_presented: ['plan', PRESENTED],
  plan_after_department_decision: ['plan', DECIDED],
};
const cases = vectors('who-sees-what').flatMap((row) =>
  Object.entries(READERS).map(([reader, [party, progress]]) => ({
    part: PARTS.find((part) => part === row.part) ?? 'facts',
    reader,
    party,
    progress,
    sees: cell(row, reader),
  })),
);

describe('Who sees what of a complaint', () => {
  it('the truth table names every part, once', () => {
    expect(vectors('who-sees-what').map((row) => row.part)).toEqual([...PARTS]);
  });

  it.each(cases)('$part, to $reader: $sees', ({ part, party, progress, sees }) => {
    expect(canSee(part, party, progress) ? 'yes' : 'no').toBe(sees);
  });

  it.each(PARTS)('%s, to somebody who has no part in the complaint, stays hidden', (part) => {
    expect(canSee(part, null, DECIDED)).toBe(false);
  });
});

describe('Who reads the history', () => {
  it('staff, of every move, read that it was made and what was written', () => {
    const hidden = MOVE_NAMES.filter(
      (move) => !canReadHistory(move, 'line', 'staff') || !canReadHistory(move, 'words', 'staff'),
    );
    expect(hidden).toEqual([]);
  });

  it('the plan, of what HFS and the representative settled between them, reads nothing', () => {
    expect(MOVE_NAMES.filter((move) => !canReadHistory(move, 'line', 'plan'))).toEqual([
      'recall',
      'return',
      'resubmit',
      'draft-decision',
      'send-back',
      'ask-representative',
      'answer',
      'assign',
      'reply',
    ]);
  });

  it('the plan, of a closing, reads that it was closed but not the outcome', () => {
    expect(canReadHistory('close', 'line', 'plan')).toBe(true);
    expect(canReadHistory('close', 'words', 'plan')).toBe(false);
  });

  it('the representative, of what HFS and the plan settle among themselves, reads nothing, and of all else everything', () => {
    expect(MOVE_NAMES.filter((move) => !canReadHistory(move, 'words', 'filer'))).toEqual([
      'appoint',
      'draft-decision',
      'send-back',
      'ask-plan',
      'answer',
      'assign',
      'reply',
    ]);
  });

  it('a side, of the answers to HFS, reads its own and not the other’s', () => {
    const reads = (actorRole: string, party: Party) =>
      canReadEntry({ move: 'answer', actorRole }, 'words', party);
    expect([reads('representative', 'filer'), reads('liaison', 'plan')]).toEqual([true, true]);
    expect([reads('representative', 'plan'), reads('liaison', 'filer')]).toEqual([false, false]);
    expect([reads('representative', 'staff'), reads('liaison', 'staff')]).toEqual([true, true]);
  });

  it('whoever reads the words of a move also reads that it was made', () => {
    const parties = ['filer', 'staff', 'plan'] as const;
    const odd = MOVE_NAMES.flatMap((move) =>
      parties.filter((party) => canReadHistory(move, 'words', party) && !canReadHistory(move, 'line', party)),
    );
    expect(odd).toEqual([]);
  });

  it('somebody who has no part in the complaint, of any move, reads nothing', () => {
    expect(MOVE_NAMES.filter((move) => canReadHistory(move, 'line', null))).toEqual([]);
  });
});
