import type { ClockKind } from './policy.ts';
import type { ClosedScope, QueueFilter, QueueScope } from './queue.ts';
import type { ClosedCursor, From, QueueCursor } from './queue-cursor.ts';
import { OPEN_STATUSES } from './status.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A page of a queue, with one row more than `limit` to show whether there is another page. */
export function queueStatement(
  scope: QueueScope,
  filter: QueueFilter,
  limit: number,
  from: From<QueueCursor>,
): Statement {
  const values: unknown[] = [];
  const where = [...scopeConditions(scope, values), ...filterConditions(filter, values)];
  const ascending = scope.kind === 'plan-asked' ? ORDER_OF_QUESTIONS : ORDER;
  const isBefore = from !== null && 'before' in from;
  if (from !== null) {
    const { isUrgent, dueOn, id } = 'before' in from ? from.before : from.after;
    const urgency = `${place(values, !isUrgent)}::boolean`;
    const due = `${place(values, dueOn ?? 'infinity')}::date`;
    const bound = `(${urgency}, ${due}, ${place(values, id)}::uuid)`;
    where.push(`(${ascending.join(', ')}) ${isBefore ? '<' : '>'} ${bound}`);
  }
  const order = isBefore ? ascending.map((each) => `${each} DESC`) : ascending;
  return { text: pageText(where, order.join(', '), limit + 1), values };
}

/** How many a queue holds, up to a bound. */
export function countStatement(scope: QueueScope, filter: QueueFilter, bound: number): Statement {
  const values: unknown[] = [];
  const where = [...scopeConditions(scope, values), ...filterConditions(filter, values)].join(' AND ');
  const counted = `SELECT 1 FROM complaint c WHERE ${where} LIMIT ${place(values, bound)}`;
  return { text: `SELECT count(*)::int FROM (${counted}) counted`, values };
}

/** A page of closed complaints, the last closed first; a filter by another status is passed over. */
export function closedStatement(
  scope: ClosedScope,
  filter: QueueFilter,
  limit: number,
  from: From<ClosedCursor>,
): Statement {
  const values: unknown[] = [];
  const anyStatus = { ...filter, status: undefined };
  const where = [...closedConditions(scope, values), ...filterConditions(anyStatus, values)];
  const isBefore = from !== null && 'before' in from;
  if (from !== null) {
    const { closedAt, id } = 'before' in from ? from.before : from.after;
    const bound = `(${place(values, closedAt)}::timestamptz, ${place(values, id)}::uuid)`;
    where.push(`(c.closed_at, c.id) ${isBefore ? '>' : '<'} ${bound}`);
  }
  const order = isBefore ? 'c.closed_at, c.id' : 'c.closed_at DESC, c.id DESC';
  return { text: pageText(where, order, limit + 1), values };
}

/** Word for word as in the indexes `complaint_queue…`, or they cannot be used. */
const ORDER: readonly string[] = ['(NOT c.is_urgent)', "(COALESCE(c.due_on, 'infinity'::date))", 'c.id'];
const IS_OPEN = `c.status IN (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')})`;
const OWED_ACKNOWLEDGEMENT = owed('acknowledge');
const PLAN_ASKED_BY = `(SELECT min(clock.due_on) ${owed('plan_information')})`;
const ORDER_OF_QUESTIONS: readonly string[] = ['(NOT c.is_urgent)', PLAN_ASKED_BY, 'c.id'];
const IS_WITH_PLAN = "c.status IN ('with_mco', 'proposed', 'department_review')";

function scopeConditions(scope: QueueScope, values: unknown[]): string[] {
  switch (scope.kind) {
    case 'open':
      return [IS_OPEN];
    case 'unassigned':
      return [IS_OPEN, 'c.assignee_id IS NULL'];
    case 'assigned':
      return [IS_OPEN, `c.assignee_id = ${place(values, scope.accountId)}::uuid`];
    case 'supervisor':
      return [IS_OPEN, 'c.awaits_supervisor'];
    case 'plan-asked':
      return [IS_WITH_PLAN, `c.mco_code = ${place(values, scope.mcoCode)}`, `${PLAN_ASKED_BY} IS NOT NULL`];
    case 'plan':
      return [IS_WITH_PLAN, `c.mco_code = ${place(values, scope.mcoCode)}`];
  }
}

function closedConditions(scope: ClosedScope, values: unknown[]): string[] {
  const isClosed = "c.status = 'closed'";
  if (scope.kind === 'all') return [isClosed];
  return [isClosed, `c.mco_code = ${place(values, scope.mcoCode)}`, 'c.presented_at IS NOT NULL'];
}

function filterConditions(filter: QueueFilter, values: unknown[]): string[] {
  const { mcoCode, topicCodes, providerTypeCode, status, isUrgent, liaisonId, isUnacknowledged } = filter;
  return [
    ...(mcoCode ? [`c.mco_code = ${place(values, mcoCode)}`] : []),
    ...(topicCodes ? [`c.topic_code = ANY(${place(values, topicCodes)})`] : []),
    ...(providerTypeCode ? [`c.provider_type_code = ${place(values, providerTypeCode)}`] : []),
    ...(status ? [`c.status = ${place(values, status)}::"Status"`] : []),
    ...(isUrgent ? ['c.is_urgent'] : []),
    ...(liaisonId ? [`c.liaison_id = ${place(values, liaisonId)}::uuid`] : []),
    ...(isUnacknowledged ? [`EXISTS (SELECT 1 ${OWED_ACKNOWLEDGEMENT})`] : []),
  ];
}

/** The names are joined to the rows of the page alone. */
function pageText(where: readonly string[], order: string, limit: number): string {
  return `
    SELECT c.id, c.reference, c.status, c.version, c.is_urgent AS "isUrgent", c.due_on AS "dueOn", c.due_clock AS "dueClock", c.due_owner AS "dueOwner",
      c.submitted_at AS "submittedAt", c.presented_at AS "presentedAt", c.closed_at AS "closedAt",
      mco.name AS "planName", topic.name AS "topicName", topic.category_name AS "categoryName",
      provider_type.name AS "providerType", filer.name AS representative, organization.name AS organization,
      c.assignee_id AS "assigneeId", assignee.name AS assignee, c.liaison_id AS "liaisonId", liaison.name AS liaison,
      (SELECT min(clock.due_on) ${OWED_ACKNOWLEDGEMENT}) AS "acknowledgeBy",
      (SELECT min(clock.due_on) ${owed('provider_information')}) AS "representativeAskedBy",
      ${PLAN_ASKED_BY} AS "planAskedBy", c.awaits_supervisor AS "awaitsSupervisor",
      closure_reason.label AS "closureReason"
    FROM (SELECT c.* FROM complaint c WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${limit}) c
      JOIN mco ON mco.code = c.mco_code
      JOIN topic ON topic.code = c.topic_code
      JOIN provider_type ON provider_type.code = c.provider_type_code
      JOIN account filer ON filer.id = c.representative_id
      JOIN organization ON organization.id = c.organization_id
      LEFT JOIN account assignee ON assignee.id = c.assignee_id
      LEFT JOIN account liaison ON liaison.id = c.liaison_id
      LEFT JOIN closure_reason ON closure_reason.code = c.closure_reason_code
    ORDER BY ${order}`;
}

/** A complaint's owed clocks of a kind, as the end of a query. */
function owed(kind: ClockKind): string {
  return `FROM clock WHERE clock.complaint_id = c.id AND clock.kind = '${kind}' AND clock.ended_on IS NULL`;
}

/** Adds a value, and gives its place in the statement. */
function place(values: unknown[], value: unknown): string {
  values.push(value);
  return `$${values.length}`;
}
