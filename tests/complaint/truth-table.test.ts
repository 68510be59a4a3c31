import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { type Complaint, getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import { isMove, MOVE_NAMES, type Move } from '../../src/complaint/lifecycle.ts';
import { detailsSchema } from '../../src/complaint/move-details.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { STATUSES, type Status } from '../../src/complaint/status.ts';
import { canReadEntry } from '../../src/complaint/visibility.ts';
import { now as clock, setClock, today } from '../../src/platform/clock.ts';
import { Conflict, Forbidden, NotFound } from '../../src/platform/errors.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aDraft, aFiledComplaint, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import type { Fields, Visitor } from '../support/visitor.ts';
import { cell, vectors } from './support/vectors.ts';

const app = testApp();

/** The columns of the table, and those to whom the complaint is another's. */
const PEOPLE = ['representative', 'analyst', 'supervisor', 'liaison'] as const;
const FOREIGN = ['other representative', 'other liaison'] as const;
type Person = (typeof PEOPLE)[number];

const rows = vectors('moves').map((row) => ({
  move: MOVE_NAMES.find((move) => move === row.move) ?? 'submit',
  status: STATUSES.find((status) => status === row.status) ?? 'draft',
  row,
}));
const cells = rows.flatMap(({ move, status, row }) =>
  PEOPLE.map((person) => ({ move, status, person, verdict: cell(row, person) })),
);
const refusals = cells.filter(({ verdict }) => verdict !== 'allowed');
const allowances = cells.filter(({ verdict }) => verdict === 'allowed');

let cast: Cast;
const actors = new Map<string, Actor>();
const visitors = new Map<string, { visitor: Visitor; token: string }>();
/** The claims of complaints that the plan has answered, by complaint. */
const claimsOf = new Map<string, string[]>();
/** One of each status, which refused moves leave as it is. */
const standing = new Map<Status, Complaint>();

beforeAll(async () => {
  cast = await aCast();
  for (const person of [...PEOPLE, ...FOREIGN]) {
    actors.set(person, actor(cast[person]));
    const visitor = await app.signInAs(cast[person]);
    visitors.set(person, { visitor, token: await visitor.token() });
  }
  for (const status of STATUSES) standing.set(status, await complaintAt(status));
}, 120_000);

describe('A refused move', () => {
  it.each(refusals)('$person, $move, $status: $verdict', async ({ move, status, person, verdict }) => {
    const complaint = standingAt(status);
    const refusal = isHidden(person, complaint) ? NotFound : REFUSALS[verdict];
    await expect(make(move, complaint, person)).rejects.toBeInstanceOf(refusal);
    if (status !== 'draft')
      expect((await send(move, complaint, person)).status).toBe(statusOf(move, person, refusal));
  });

  it.each(FOREIGN)(
    'for the %s, to whom it is another’s, no complaint exists, whatever they ask',
    async (person) => {
      for (const { move, status } of rows)
        await expect(make(move, standingAt(status), person)).rejects.toBeInstanceOf(NotFound);
      for (const move of MOVE_NAMES)
        expect((await send(move, standingAt('with_mco'), person)).status).toBe(404);
    },
  );

  it('leaves every complaint as it was', async () => {
    for (const complaint of standing.values()) {
      const { version, status, history } = await now(complaint);
      expect({ version, status }).toEqual({ version: complaint.version, status: complaint.status });
      expect(history).toHaveLength(complaint.history.length);
    }
  });
});

describe('An allowed move', () => {
  it.each(allowances)(
    '$person, $move, $status: refused on what has changed, and made on what was seen',
    async (allowance) => {
      const { move, status, person } = allowance;
      const complaint = await readyFor(move, status, person);
      const stale = { ...complaint, version: complaint.version - 1 };
      const last = complaint.history.at(-1);
      if (last && canReadEntry(entryOf(last), 'line', PARTIES[person]))
        await expect(make(move, stale, person)).rejects.toBeInstanceOf(Conflict);
      if (status === 'draft') await make(move, complaint, person);
      else expect((await send(move, complaint, person)).status).toBe(303);
      expect((await now(complaint)).version).toBe(complaint.version + 1);
    },
  );
});

const REFUSALS: Readonly<Record<string, typeof NotFound | typeof Forbidden | typeof Conflict>> = {
  'not-yours': Forbidden,
  'supervisor-only': Forbidden,
  'not-from-here': Conflict,
};

/** A draft is its writer's; a plan sees nothing before it is presented. */
function isHidden(person: Person, { status, presentedAt }: Complaint): boolean {
  if (status === 'draft') return person !== 'representative';
  return person === 'liaison' && presentedAt === null;
}

/** The area of the representative has pages for the moves of a representative alone. */
function statusOf(move: Move, person: Person, refusal: unknown): number {
  if (refusal === NotFound) return 404;
  if (person === 'representative' && (refusal === Forbidden || move === 'submit')) return 404;
  return refusal === Forbidden ? 403 : 409;
}

const PARTIES = { representative: 'filer', analyst: 'staff', supervisor: 'staff', liaison: 'plan' } as const;

function entryOf({ move, actorRole }: Complaint['history'][number]) {
  if (!isMove(move)) throw new Error(`${move} is no move`);
  return { move, actorRole };
}

function standingAt(status: Status): Complaint {
  const complaint = standing.get(status);
  if (!complaint) throw new Error(`There is no complaint at ${status}`);
  return complaint;
}

function actorOf(person: string): Actor {
  const found = actors.get(person);
  if (!found) throw new Error(`Nobody plays the ${person}`);
  return found;
}

async function now(complaint: Pick<Complaint, 'id'>): Promise<Complaint> {
  return (await getComplaintById(actorOf('representative'), complaint.id)).complaint;
}

function make(move: Move, complaint: Complaint, person: string): Promise<Performed> {
  const details = detailsSchema(move).parse({ version: complaint.version, ...parsedFields(move, complaint) });
  return perform(move, complaint.id, actorOf(person), details);
}

const AREAS: Readonly<Record<string, string>> = {
  representative: '/complaints',
  'other representative': '/complaints',
  analyst: '/casework/complaints',
  supervisor: '/casework/complaints',
  liaison: '/mco/complaints',
  'other liaison': '/mco/complaints',
};

async function send(move: Move, complaint: Complaint, person: string) {
  const { visitor, token } = visitors.get(person) ?? {};
  const fields: Fields = {
    version: String(complaint.version),
    ...formFields(move, complaint),
    _csrf: token ?? '',
  };
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, each]),
    ),
  );
  const path = `${AREAS[person]}/${complaint.reference}/moves/${move}`;
  const answer = await visitor?.agent.post(path).type('form').send(body.toString());
  return { status: answer?.status ?? 0 };
}

/** What a form of a move sends. */
function formFields(move: Move, { id, history }: Complaint): Fields {
  const words = 'Words of the person.';
  const yesterday = today().subtract({ days: 1 });
  const dated = (name: string, { month, day, year } = today()) => ({
    [`${name}-month`]: String(month),
    [`${name}-day`]: String(day),
    [`${name}-year`]: String(year),
  });
  switch (move) {
    case 'submit':
      return { certification: ['hipaa', 'name_shared', 'one_topic_one_plan'] };
    case 'present':
      return { priorReviewConfirmed: 'yes' };
    case 'return':
      return { missing: ['document'], words };
    case 'acknowledge':
      return { contact: 'Mira Lund, 312-555-0101' };
    case 'propose':
      return { position: 'upheld', words, citation: 'Section 4', action: 'Nothing.' };
    case 'draft-decision':
      return { closureReason: 'DECIDED_FOR_PROVIDER', words };
    case 'confirm-payment':
      return { amount: '10.00', ...dated('paidOn'), paymentMethod: 'eft', trace: 'TRN1' };
    case 'appoint':
      return { liaison: cast.liaison.id };
    case 'assign':
      return { assignee: cast.supervisor.id };
    case 'correct-date':
      return { entry: history[0]?.id ?? id, ...dated('correctedOn', yesterday), words };
    case 'close':
      return { closureReason: 'WITHDRAWN', words };
    default:
      return { words, refused: claimsOf.get(id) ?? [] };
  }
}

/** The same as the rules take it: a date's three inputs as one. */
function parsedFields(move: Move, complaint: Complaint): Record<string, unknown> {
  const fields = formFields(move, complaint);
  const asParts = ({ month, day, year } = today()) => ({
    month: String(month),
    day: String(day),
    year: String(year),
  });
  return { ...fields, paidOn: asParts(), correctedOn: asParts(today().subtract({ days: 1 })) };
}

async function complaintAt(status: Status): Promise<Complaint> {
  const filer = actorOf('representative');
  if (status === 'draft') return now(await aDraft(filer));
  return now({ id: (await filedAt(status)).complaintId });
}

async function filedAt(status: Exclude<Status, 'draft'>): Promise<Performed> {
  const [filer, staff, plan] = ['representative', 'analyst', 'liaison'].map(actorOf);
  if (!filer || !staff || !plan) throw new Error('Somebody is missing');
  if (status === 'submitted') return aFiledComplaint(filer);
  if (status === 'returned') {
    const { complaintId, version } = await aFiledComplaint(filer);
    return perform('return', complaintId, staff, { version, missing: ['document'], words: 'Add it.' });
  }
  const presented = await aPresentedComplaint(filer, staff);
  if (status === 'with_mco') return presented;
  const { complaintId } = presented;
  const proposed = await perform('propose', complaintId, plan, {
    version: presented.version,
    ...aProposal('overturned'),
  });
  claimsOf.set(complaintId, await claimIds(complaintId));
  if (status === 'proposed') return proposed;
  if (status === 'closed') return perform('accept', complaintId, filer, { version: proposed.version });
  const refused = claimsOf.get(complaintId) ?? [];
  return perform('request-review', complaintId, filer, { version: proposed.version, refused, words: 'No.' });
}

async function claimIds(complaintId: string): Promise<string[]> {
  const { claimLines } = await readFiled(await now({ id: complaintId }));
  return claimLines.map(({ id }) => id);
}

/** A fresh complaint in a status, brought to where its history opens the move. */
async function readyFor(move: Move, status: Status, person: Person): Promise<Complaint> {
  if (move === 'request-review' && status === 'with_mco') return presentedLongAgo();
  const complaint = await complaintAt(status);
  const before = (made: Move, by: Person) => make(made, complaint, by).then(() => now(complaint));
  switch (move) {
    case 'answer':
      return before(person === 'liaison' ? 'ask-plan' : 'ask-representative', 'analyst');
    case 'grant-extension':
    case 'refuse-extension':
      return before('request-extension', 'liaison');
    case 'send-back':
      return before('draft-decision', 'analyst');
    case 'decide': {
      await make('draft-decision', complaint, 'analyst');
      await make('inform', await now(complaint), 'representative');
      await make('inform', await now(complaint), 'liaison');
      return now(complaint);
    }
    default:
      return complaint;
  }
}

/** With a plan that has let its time to answer run out. */
async function presentedLongAgo(): Promise<Complaint> {
  try {
    setClock(clock().subtract({ hours: 24 * 40 }));
    return await complaintAt('with_mco');
  } finally {
    setClock(null);
  }
}
