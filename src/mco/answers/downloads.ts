import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { tableToAnswer, tableToCorrect } from '../../complaint/answers-import/answer-tables.ts';
import { type TableFile, tableAsCsv, tableAsXlsx } from '../../platform/table-file/table-file.ts';
import { sendTable } from '../../web/send-table.ts';
import { liaisonOf } from '../own-plan.ts';
import { judgeWaiting } from './judge-waiting.ts';
import { auditExports, exportToAnswer } from './to-answer.queries.ts';
import { findWaiting } from './waiting.queries.ts';

/** All that waits for the plan's answer, a row a claim. */
export const downloadToAnswer = inKinds('complaints-to-answer', async (req) => {
  const { mcoCode } = liaisonOf(req);
  return tableToAnswer(await exportToAnswer(actorOf(req), mcoCode));
});

/** The rows of the file that waits that have to be corrected, with what to do in each. */
export const downloadToCorrect = inKinds('answers-to-correct', async (req) => {
  const liaison = liaisonOf(req);
  const waiting = await findWaiting(liaison);
  const judged = await judgeWaiting(liaison, waiting?.rows ?? []);
  const own = judged.faulty.flatMap(({ reference }) => judged.known.get(reference) ?? []);
  await auditExports(actorOf(req), own);
  return tableToCorrect(judged.faulty);
});

interface InKinds {
  readonly csv: RequestHandler;
  readonly xlsx: RequestHandler;
}

/** A table as a file of both kinds. */
function inKinds(name: string, make: (req: Request) => Promise<TableFile>): InKinds {
  return {
    csv: async (req: Request, res: Response) => sendTable(res, `${name}.csv`, tableAsCsv(await make(req))),
    xlsx: async (req: Request, res: Response) =>
      sendTable(res, `${name}.xlsx`, await tableAsXlsx(await make(req))),
  };
}
