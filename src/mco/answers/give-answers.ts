import type { Actor } from '../../complaint/actor.ts';
import { referenceIn } from '../../complaint/answers-import/judge.ts';
import { perform } from '../../complaint/perform.ts';
import { proposedTotal } from '../../complaint/proposal.ts';
import { now } from '../../platform/clock.ts';
import { Conflict, Invalid, NotFound, SignInNeeded } from '../../platform/errors.ts';
import { log } from '../../platform/log.ts';
import type { Liaison } from '../own-plan.ts';
import { judgeWaiting, type Ready, versionsOf } from './judge-waiting.ts';
import { findWaiting, keepWaiting, takeWaiting } from './waiting.queries.ts';
import type { AnswerResult } from './waiting.ts';

/** A browser waits for so long; what is left then is answered with another click. */
const TIME_MILLISECONDS = 20_000;

/**
 * Answers every complaint that is ready, each in a transaction of its own, and keeps what became of each beside the
 * rows that are left. A form that is sent twice answers once.
 * @param revision of what waits, as its page showed it
 */
export async function giveAnswers(liaison: Liaison, actor: Actor, revision: number): Promise<void> {
  const waiting = await findWaiting(liaison);
  if (!waiting || !(await takeWaiting(liaison, revision))) return;
  const { ready, blank } = await judgeWaiting(liaison, waiting.rows);
  const results: AnswerResult[] = [];
  try {
    const until = now().epochMilliseconds + TIME_MILLISECONDS;
    for (const each of ready) {
      if (now().epochMilliseconds > until) break;
      results.push(await answerOne(each, actor, waiting.versions));
    }
  } finally {
    const settled = new Set([
      ...results.flatMap(({ kind, reference }) => (kind === 'answered' ? [reference] : [])),
      ...blank.map(({ reference }) => reference),
    ]);
    const rows = waiting.rows.filter((row) => !settled.has(referenceIn(row)));
    const versions = versionsOf(await judgeWaiting(liaison, rows));
    await keepWaiting(liaison, revision + 1, { rows, versions, results });
  }
}

async function answerOne(
  { complaint, details, answers }: Ready,
  actor: Actor,
  versions: Readonly<Record<string, number>>,
): Promise<AnswerResult> {
  const { id, reference } = complaint;
  const version = versions[reference] ?? complaint.version;
  try {
    await perform('propose', id, actor, { version, ...details });
    const { position } = details;
    return { kind: 'answered', reference, position, totalCents: proposedTotal(answers) };
  } catch (error) {
    if (error instanceof SignInNeeded) throw error;
    return { kind: 'not-answered', reference, why: whyNot(error, id) };
  }
}

function whyNot(error: unknown, complaintId: string): string[] {
  if (error instanceof Conflict) return [error.message, ...error.changes];
  if (error instanceof Invalid) return error.problems.map(({ text }) => text);
  if (error instanceof NotFound) return ['It is no longer your plan’s to answer.'];
  log.error({ complaintId, error }, 'an answer of many was not given');
  return ['It could not be saved. Try again, and tell HFS if that does not help.'];
}
