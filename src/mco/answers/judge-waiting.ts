import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnswerRow } from '../../complaint/answers-import/answer-row.ts';
import {
  type Judged,
  judgeAnswers,
  type KnownComplaint,
  referenceIn,
} from '../../complaint/answers-import/judge.ts';
import { today } from '../../platform/clock.ts';
import type { Liaison } from '../own-plan.ts';
import { readKnown } from './to-answer.queries.ts';

export type Ready = Extract<Judged, { kind: 'ready' }>;

/** What waits, judged against the complaints as they stand. */
export interface JudgedWaiting {
  readonly known: ReadonlyMap<string, KnownComplaint>;
  readonly ready: readonly Ready[];
  readonly faulty: readonly Extract<Judged, { kind: 'faulty' }>[];
  readonly blank: readonly Extract<Judged, { kind: 'blank' }>[];
}

export async function judgeWaiting({ mcoCode }: Liaison, rows: readonly AnswerRow[]): Promise<JudgedWaiting> {
  const known = await readKnown(mcoCode, [...new Set(rows.map(referenceIn))]);
  const judged: Judged[] = [];
  for (const each of judgeAnswers(rows, known, today())) {
    judged.push(each);
    await nextTurn();
  }
  return {
    known,
    ready: judged.filter((each) => each.kind === 'ready'),
    faulty: judged.filter((each) => each.kind === 'faulty'),
    blank: judged.filter((each) => each.kind === 'blank'),
  };
}

/** The version of each complaint, by reference. */
export function versionsOf({ known }: JudgedWaiting): Record<string, number> {
  return Object.fromEntries([...known].map(([reference, { version }]) => [reference, version]));
}
