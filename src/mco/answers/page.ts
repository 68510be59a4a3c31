import type { Request, Response } from 'express';
import { countText } from '../../complaint/presentation/queue-words.ts';
import { countQueue } from '../../complaint/queue.queries.ts';
import { fieldError } from '../../web/forms.ts';
import { SHEET_FIELD } from '../../web/receive-sheet.ts';
import { renderPage } from '../../web/rendering.ts';
import { type Liaison, liaisonOf } from '../own-plan.ts';
import { answersView } from './page.view.ts';
import { findWaiting } from './waiting.queries.ts';

const COUNT_BOUND = 10_000;

/** Where a plan downloads all that waits for its answer, and sends it filled in. */
export async function showAnswers(req: Request, res: Response): Promise<void> {
  await answerWithPage(res, liaisonOf(req));
}

/** The same page; with what keeps a file from being read. */
export async function answerWithPage(res: Response, liaison: Liaison, problem?: string): Promise<void> {
  const { mcoCode } = liaison;
  const [count, waiting] = await Promise.all([
    countQueue({ kind: 'plan', mcoCode }, { status: 'with_mco' }, COUNT_BOUND + 1),
    findWaiting(liaison),
  ]);
  const view = answersView({
    count,
    countText: countText(count, COUNT_BOUND),
    rowsWaiting: waiting?.rows.length ?? 0,
    errors: problem === undefined ? [] : [fieldError(SHEET_FIELD, problem)],
  });
  renderPage(res, 'mco/answers', view);
}
