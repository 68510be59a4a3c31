import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import type { AnswerRow } from '../../complaint/answers-import/answer-row.ts';
import { referenceIn } from '../../complaint/answers-import/judge.ts';
import { type RowsRead, readRows } from '../../complaint/answers-import/read-rows.ts';
import { parseReference } from '../../complaint/reference-number.ts';
import { type SheetProblem, sheetProblemText } from '../../platform/spreadsheet/sheet-refused.ts';
import { sheetsInThread } from '../../platform/spreadsheet/sheets-in-thread.ts';
import { sheetIn } from '../../web/receive-sheet.ts';
import { type Liaison, liaisonOf } from '../own-plan.ts';
import { judgeWaiting, versionsOf } from './judge-waiting.ts';
import { answerWithPage } from './page.ts';
import { ROWS_LIMIT } from './page.view.ts';
import { auditStrangers } from './to-answer.queries.ts';
import { findWaiting, replaceWaiting } from './waiting.queries.ts';

/** Reads the file that was filled in, and leads to the page on which its answers are looked at. */
export async function uploadAnswers(req: Request, res: Response): Promise<void> {
  const liaison = liaisonOf(req);
  const sent = sheetIn(req);
  if (!sent) return answerWithPage(res, liaison, 'Choose a file');
  if ('problem' in sent) return answerWithPage(res, liaison, problemText(sent.problem));
  const read = await sheetsInThread(sent.bytes, ROWS_LIMIT);
  if (read.kind === 'refused') return answerWithPage(res, liaison, problemText(read.problem));
  const found = readRows(read.sheets);
  if (found.kind !== 'rows') return answerWithPage(res, liaison, notTheFile(found));
  const rows = [...(await stillReady(liaison, found.rows)), ...found.rows];
  const judged = await judgeWaiting(liaison, rows);
  const strangers = rows
    .map(referenceIn)
    .filter((text) => parseReference(text).ok && !judged.known.has(text));
  await auditStrangers(actorOf(req), liaison.mcoCode, strangers);
  await replaceWaiting(liaison, { rows, versions: versionsOf(judged), results: [] });
  res.redirect(303, '/mco/answers/check');
}

/** Of a file that waits, what could be answered and does not come again: a corrected file holds the others alone. */
async function stillReady(liaison: Liaison, rows: readonly AnswerRow[]): Promise<AnswerRow[]> {
  const waiting = await findWaiting(liaison);
  if (!waiting) return [];
  const { ready } = await judgeWaiting(liaison, waiting.rows);
  const again = new Set(rows.map(referenceIn));
  return ready.filter(({ complaint }) => !again.has(complaint.reference)).flatMap((each) => each.rows);
}

function problemText(problem: SheetProblem): string {
  return problem.kind === 'too-many-rows'
    ? `There are more than ${ROWS_LIMIT.toLocaleString('en-US')} rows in it. Send it in parts, with all rows of a complaint in the same part`
    : sheetProblemText(problem);
}

function notTheFile(found: Exclude<RowsRead, { kind: 'rows' }>): string {
  switch (found.kind) {
    case 'no-headings':
      return 'It does not have the headings of the file that you download here. Fill in that file';
    case 'lacks-columns':
      return `It lacks ${found.headings.length === 1 ? 'a column' : 'columns'}: ${found.headings.join(', ')}. Put the heading back as the downloaded file has it`;
    case 'column-twice':
      return `Two columns have the heading ${found.heading}. Take one of them out`;
    case 'no-rows':
      return 'There is no row below the headings';
  }
}
