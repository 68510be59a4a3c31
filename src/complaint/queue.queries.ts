import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import { pool } from '../platform/database/database.ts';
import type { ClosedScope, QueueFilter, QueuePage, QueueRow, QueueScope } from './queue.ts';
import type { ClosedCursor, From, QueueCursor } from './queue-cursor.ts';
import {
  closedStatement,
  countStatement,
  queueStatement,
  type Statement,
} from './queue-statements.queries.ts';

/** The open complaints of a queue: urgent first, then by due date. */
export function listQueue(
  scope: QueueScope,
  filter: QueueFilter,
  limit: number,
  from: From<QueueCursor> = null,
): Promise<QueuePage> {
  return readPage(queueStatement(scope, filter, limit, from), limit, from);
}

/** Closed complaints, the last closed first. */
export function listClosed(
  scope: ClosedScope,
  filter: QueueFilter,
  limit: number,
  from: From<ClosedCursor> = null,
): Promise<QueuePage> {
  return readPage(closedStatement(scope, filter, limit, from), limit, from);
}

/** How many complaints a queue holds, counted to `bound` and no further. */
export async function countQueue(scope: QueueScope, filter: QueueFilter, bound: number): Promise<number> {
  const [counted] = await read<{ count: number }>(countStatement(scope, filter, bound));
  return counted?.count ?? 0;
}

/** Read backwards, the page comes in reverse, and the row too many lies before it. */
async function readPage(statement: Statement, limit: number, from: From<unknown>): Promise<QueuePage> {
  const rows = await read<QueueRow>(statement);
  const isMore = rows.length > limit;
  const page = rows.slice(0, limit);
  if (from !== null && 'before' in from) {
    return { rows: page.toReversed(), hasBefore: isMore, hasAfter: true };
  }
  return { rows: page, hasBefore: from !== null, hasAfter: isMore };
}

/** Kept prepared under a name of its own by each connection: to plan it takes longer than to run it. */
async function read<Row extends QueryResultRow>({ text, values }: Statement): Promise<Row[]> {
  const name = createHash('sha1').update(text).digest('hex');
  const { rows } = await pool().query<Row>({ name, text, values: [...values] });
  return rows;
}
