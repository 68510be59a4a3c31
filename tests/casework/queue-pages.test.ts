import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { countQueue, listClosed, listQueue } from '../../src/complaint/queue.queries.ts';
import type { ClosedScope, QueuePage, QueueRow, QueueScope } from '../../src/complaint/queue.ts';
import { parseCursor } from '../../src/complaint/queue-cursor.ts';
import { queueStatement } from '../../src/complaint/queue-statements.queries.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { receiveMail } from '../support/mail.ts';
import { anAnalyst, aRepresentative } from '../support/personas.ts';
import { putManyComplaints } from './many-complaints.ts';

const database = useDatabase();
const COUNT = 4_000;
const PAGE = 110;

let analyst: AccountProfile;

beforeAll(async () => {
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  analyst = await anAnalyst();
  const filer = await aRepresentative();
  await putManyComplaints(database.ownerUrl(), { filer, count: COUNT, assigneeId: analyst.id });
});

const SCOPES = ['open', 'unassigned', 'assigned', 'supervisor', 'plan'] as const;

function scopeOf(kind: (typeof SCOPES)[number]): QueueScope {
  if (kind === 'assigned') return { kind, accountId: analyst.id };
  return kind === 'plan' ? { kind, mcoCode: 'MERIDIAN' } : { kind };
}

describe('The pages of a queue', () => {
  it.each(SCOPES)(
    'of the %s complaints, read one after another, hold every one once, in order',
    async (kind) => {
      const scope = scopeOf(kind);
      const pages = await readForwards((from) => listQueue(scope, {}, PAGE, from));
      const rows = pages.flatMap((page) => page.rows);
      expect(rows.length).toBe(await countQueue(scope, {}, COUNT));
      expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
      expect(rows.map(placeText)).toEqual(rows.map(placeText).toSorted());
      expect(rows.length).toBeGreaterThan(PAGE);
    },
  );

  it('read backwards are the same pages', async () => {
    const forwards = await readForwards((from) => listQueue({ kind: 'open' }, {}, PAGE, from));
    const [first, second] = [forwards.at(-1), forwards.at(-2)];
    const before = first?.rows[0];
    if (!before) throw new Error('There is only one page');
    const back = await listQueue({ kind: 'open' }, {}, PAGE, { before });
    expect(back.rows).toEqual(second?.rows);
    expect(back).toMatchObject({ hasBefore: true, hasAfter: true });
  });

  it('of closed complaints begin with the last closed, and hold every one once', async () => {
    const scope: ClosedScope = { kind: 'plan', mcoCode: 'BCCHP' };
    const pages = await readForwards<{ closedAt: Date; id: string }>(
      (from) => listClosed(scope, {}, PAGE, from),
      (row) => ({ closedAt: row.closedAt ?? new Date(0), id: row.id }),
    );
    const times = pages.flatMap((page) => page.rows.map((row) => row.closedAt?.getTime() ?? 0));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(times.length).toBe(await countClosed('BCCHP'));
    expect(pages.length).toBeGreaterThan(1);
  });

  it('narrowed by every filter at once hold what fits them all', async () => {
    const filter = {
      mcoCode: 'AETNA',
      topicCodes: ['DENIAL_CODING', 'ROSTER_NOT_LOADED'],
      providerTypeCode: '010',
      status: 'submitted',
      isUrgent: true,
    } as const;
    const { rows } = await listQueue({ kind: 'open' }, filter, COUNT);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBe(await countQueue({ kind: 'open' }, filter, COUNT));
    for (const row of rows) {
      expect(row).toMatchObject({
        planName: 'Aetna Better Health of Illinois',
        status: 'submitted',
        isUrgent: true,
      });
      expect(row.providerType).toBe('Physician');
    }
  });

  it('are counted up to a bound and no further', async () => {
    expect(await countQueue({ kind: 'open' }, {}, 25)).toBe(25);
  });
});

describe('The database reads a page of a queue from its index, without sorting', () => {
  it.each([
    ['open', 'complaint_queue'],
    ['assigned', 'complaint_queue_assigned'],
    ['unassigned', 'complaint_queue'],
    ['supervisor', 'complaint_queue_supervisor'],
    ['plan', 'complaint_queue_mco'],
  ] as const)('the %s complaints from %s, at the top and in the middle', async (kind, index) => {
    const { rows } = await listQueue(scopeOf(kind), {}, PAGE);
    const after = rows.at(-1);
    if (!after) throw new Error('The queue is empty');
    for (const from of [null, { after }, { before: after }]) {
      const plan = await planOf(queueStatement(scopeOf(kind), {}, 10, from));
      const reads = plan.filter((node) => node.relation === 'complaint');
      expect(reads.map((node) => node.type)).toEqual(['Index Scan']);
      expect(reads[0]?.index).toMatch(kind === 'unassigned' ? /^complaint_queue(_assigned)?$/ : `${index}`);
      expect(reads[0]?.isSortedAfterwards).toBe(false);
    }
  });
});

describe('A place in a queue', () => {
  it.each([
    '',
    'urgent',
    'urgent.none',
    'urgent.2026-02-30.0198c0de-0000-7000-8000-000000000001',
    "x'; DROP--",
  ])('that an address has as “%s” is none', (text) => {
    expect(parseCursor(text)).toBeNull();
  });
});

async function countClosed(mcoCode: string): Promise<number> {
  const counted = "SELECT count(*)::int AS count FROM complaint WHERE status = 'closed' AND mco_code = $1";
  return (await asOwner(database.ownerUrl(), counted, [mcoCode])).rows[0].count;
}

type Reader<Cursor> = (from: { readonly after: Cursor } | null) => Promise<QueuePage>;

async function readForwards<Cursor = QueueRow>(
  read: Reader<Cursor>,
  cursorOf: (row: QueueRow) => Cursor = (row) => row as Cursor,
): Promise<QueuePage[]> {
  const pages = [await read(null)];
  for (let page = pages[0]; page?.hasAfter; page = pages.at(-1)) {
    const last = page.rows.at(-1);
    if (!last) break;
    pages.push(await read({ after: cursorOf(last) }));
  }
  return pages;
}

/** Sorts as the queue does: urgent first, then by due date, then by id. */
function placeText({ isUrgent, dueOn, id }: QueueRow): string {
  return `${isUrgent ? 0 : 1} ${dueOn ?? '9999-12-31'} ${id}`;
}

interface PlanNode {
  readonly type: string;
  readonly relation: string | undefined;
  readonly index: string | undefined;
  /** Whether what it reads is sorted before it is cut to a page. */
  readonly isSortedAfterwards: boolean;
}

async function planOf({ text, values }: { text: string; values: readonly unknown[] }): Promise<PlanNode[]> {
  const { rows } = await asOwner(database.ownerUrl(), `EXPLAIN (FORMAT JSON) ${text}`, [...values]);
  return nodesUnder(rows[0]['QUERY PLAN'][0].Plan, []);
}

function nodesUnder(node: Record<string, unknown>, above: readonly string[]): PlanNode[] {
  const type = String(node['Node Type']);
  const cut = above.lastIndexOf('Limit');
  const below = Array.isArray(node.Plans) ? node.Plans : [];
  const relation = node['Relation Name'];
  const index = node['Index Name'];
  return [
    {
      type,
      relation: typeof relation === 'string' ? relation : undefined,
      index: typeof index === 'string' ? index : undefined,
      isSortedAfterwards: above.slice(cut).some((each) => each.includes('Sort')),
    },
    ...below.flatMap((child) => nodesUnder(child, [...above, type])),
  ];
}
