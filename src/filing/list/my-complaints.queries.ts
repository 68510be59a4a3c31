import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import type { Actor } from '../../complaint/actor.ts';
import { standingOrganizationSql } from '../../complaint/authorizations.queries.ts';
import type { Holder, Status } from '../../complaint/status.ts';
import { today } from '../../platform/clock.ts';
import { pool } from '../../platform/database/database.ts';
import { blindIndex } from '../../platform/encryption/blind-index.ts';
import { type ListQuery, type Place, parsePlace, type Tab } from './list-query.ts';

/** A filed complaint as its list shows it; nothing of it is protected. */
export interface MyComplaint {
  readonly number: number;
  readonly reference: string;
  readonly status: Status;
  readonly isUrgent: boolean;
  readonly submittedAt: Date;
  readonly closedAt: Date | null;
  /** YYYY-MM-DD */
  readonly dueOn: string | null;
  readonly dueClock: string | null;
  readonly dueOwner: Holder | null;
  /** Until when the representative must act themselves, YYYY-MM-DD, and on what; null: they need not. */
  readonly ownDueOn: string | null;
  readonly ownDueClock: string | null;
  readonly policyVersion: number;
  /** The actor stands for it; otherwise it is shared with them by this representative. */
  readonly isOwn: boolean;
  readonly representative: string;
  /** For whom a billing agent filed it; null: for the actor's own organization. */
  readonly provider: string | null;
  readonly planName: string;
  readonly topicName: string;
  readonly closureReason: string | null;
  /** Null: filed before totals were kept. */
  readonly claimCount: number | null;
  readonly billedCents: number | null;
  readonly paidCents: number | null;
  /** What the plan last proposed to pay, and what it has confirmed as paid; null: nothing yet. */
  readonly proposedCents: number | null;
  readonly recoveredCents: number | null;
}

export interface MyPage {
  readonly complaints: readonly MyComplaint[];
  readonly hasAbove: boolean;
  readonly hasBelow: boolean;
}

/**
 * The complaints for which the actor stands or that are shared with them, a page of them: newest first; those that wait
 * for them, what is due first before the rest.
 */
export async function listMyComplaints(actor: Actor, query: ListQuery, size: number): Promise<MyPage> {
  const { below, above } = query;
  const isBackwards = below === undefined && above !== undefined;
  const rows = await read<MyComplaint>(listText(query.tab, isBackwards, size + 1), [
    ...filtersOf(actor, query),
    ...boundOf(parsePlace(below ?? above ?? '')),
  ]);
  const isMore = rows.length > size;
  const page = rows.slice(0, size);
  return isBackwards
    ? { complaints: page.toReversed(), hasAbove: isMore, hasBelow: true }
    : { complaints: page, hasAbove: below !== undefined, hasBelow: isMore };
}

/** All of them that a query asks for, whatever its page, `limit` at most. */
export function listForExport(actor: Actor, query: ListQuery, limit: number): Promise<MyComplaint[]> {
  return read<MyComplaint>(listText(query.tab, false, limit), [...filtersOf(actor, query), ...boundOf(null)]);
}

/** How many there are on each tab, counted up to `bound`. */
export async function countMyComplaints(
  actor: Actor,
  query: ListQuery,
  bound: number,
): Promise<Readonly<Record<Tab, number>>> {
  const parts = Object.entries(IN_TAB).map(
    ([tab, where]) => `count(*) FILTER (WHERE ${where})::int AS ${tab}`,
  );
  const text = `SELECT ${parts.join(', ')} FROM (${eachWay(`${FILTERS} LIMIT ${Math.trunc(bound)}`)}) c`;
  const [counted] = await read<Record<Tab, number>>(text, filtersOf(actor, query));
  return counted ?? { open: 0, yours: 0, closed: 0, all: 0 };
}

/** The actor's complaints that name an identifier as a RIN, claim number or tracking number, newest first. */
export function findMine(actor: Actor, identifier: string, limit: number): Promise<MyComplaint[]> {
  const named = `c.id IN (
      SELECT complaint_id FROM index_entry
      WHERE (kind = 'rin' AND digest = $3) OR (kind = 'claim_number' AND digest = $4)
        OR (kind = 'tracking_number' AND digest = $5)
    )`;
  const text = selection(eachWay(named), `ORDER BY c.number DESC LIMIT ${Math.trunc(limit)}`);
  const digests = (['rin', 'claim_number', 'tracking_number'] as const).map((kind) =>
    blindIndex(kind, identifier),
  );
  return read<MyComplaint>(text, [...asker(actor), ...digests]);
}

/** What the representative owes, or must do lest the complaint ends. */
const OWN_CLOCK = `FROM clock WHERE clock.complaint_id = c.id AND clock.ended_on IS NULL
  AND clock.owner IN ('representative', 'both')`;
const OWN_DUE_ON = `(SELECT min(clock.due_on) ${OWN_CLOCK})`;

const IN_TAB: Readonly<Record<Tab, string>> = {
  open: "c.status <> 'closed'",
  yours: `c.status <> 'closed' AND EXISTS (SELECT 1 ${OWN_CLOCK})`,
  closed: "c.status = 'closed'",
  all: 'true',
};

const FILTERS = '($3::text IS NULL OR c.mco_code = $3::text)';

/**
 * The filed complaints for which an account ($1) stands, and those that are shared with it, as long as its organization
 * stands for the provider on the day ($2), as `standingOrganization` has it; each way with the same conditions, order and limit, so that each is read from its index.
 */
function eachWay(rest: string): string {
  const standing = standingOrganizationSql('c', '$2');
  const own = `(SELECT organization_id FROM account WHERE id = $1::uuid) = ${standing} AND c.status <> 'draft'`;
  return `(SELECT c.* FROM complaint c WHERE c.representative_id = $1::uuid AND ${own} AND ${rest})
    UNION ALL
    (SELECT c.* FROM complaint_share s JOIN complaint c ON c.id = s.complaint_id
     WHERE s.account_id = $1::uuid AND s.ended_at IS NULL AND c.representative_id <> $1::uuid AND ${own} AND ${rest})`;
}

/** $1 and $2 of every statement. */
function asker(actor: Actor): unknown[] {
  return [actor.accountId, today().toString()];
}

function filtersOf(actor: Actor, { plan }: ListQuery): unknown[] {
  return [...asker(actor), plan ?? null];
}

function selection(complaints: string, rest: string): string {
  return `
  SELECT c.number, c.reference, c.status, c.is_urgent AS "isUrgent", c.submitted_at AS "submittedAt",
    c.closed_at AS "closedAt", c.due_on AS "dueOn", c.due_clock AS "dueClock", c.due_owner AS "dueOwner",
    own.due_on AS "ownDueOn", own.kind AS "ownDueClock",
    c.policy_version AS "policyVersion", c.representative_id = $1::uuid AS "isOwn",
    representative.name AS representative,
    CASE WHEN c.authorization_id IS NOT NULL THEN organization.name END AS provider, mco.name AS "planName", topic.name AS "topicName",
    closure_reason.label AS "closureReason", c.claim_count AS "claimCount",
    c.billed_cents::float8 AS "billedCents", c.paid_cents::float8 AS "paidCents",
    c.proposed_cents::float8 AS "proposedCents", c.recovered_cents::float8 AS "recoveredCents"
  FROM (${complaints}) c
    JOIN mco ON mco.code = c.mco_code
    JOIN topic ON topic.code = c.topic_code
    LEFT JOIN closure_reason ON closure_reason.code = c.closure_reason_code
    JOIN organization ON organization.id = c.organization_id
    JOIN account representative ON representative.id = c.representative_id
    LEFT JOIN LATERAL (SELECT clock.due_on, clock.kind ${OWN_CLOCK} ORDER BY clock.due_on LIMIT 1) own
      ON c.status <> 'closed'
  ${rest}`;
}

function listText(tab: Tab, isBackwards: boolean, limit: number): string {
  const isByDue = tab === 'yours';
  const isRising = isByDue !== isBackwards;
  const order = (isByDue ? [OWN_DUE_ON, 'c.number'] : ['c.number']).map(
    (each) => `${each} ${isRising ? 'ASC' : 'DESC'}`,
  );
  const page = `ORDER BY ${order.join(', ')} LIMIT ${Math.trunc(limit)}`;
  const [place, bound] = isByDue
    ? [`(${OWN_DUE_ON}, c.number)`, "(COALESCE($5::date, '-infinity'), $4::int)"]
    : ['c.number', '$4::int'];
  const isBeyond = `${place} ${isRising ? '>' : '<'} ${bound}`;
  // Both values stand in every text: a statement with one of an unknown type is refused.
  const given = '($4::int IS NULL AND $5::date IS NULL)';
  return selection(eachWay(`${FILTERS} AND ${IN_TAB[tab]} AND (${given} OR ${isBeyond}) ${page}`), page);
}

/** $4 and $5: the place beyond which a page begins. */
function boundOf(place: Place | null): unknown[] {
  return [place?.number ?? null, place?.dueOn ?? null];
}

/** Kept prepared under a name of its own by each connection: to plan it takes longer than to run it. */
async function read<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const name = createHash('sha1').update(text).digest('hex');
  return (await pool().query<Row>({ name, text, values })).rows;
}
