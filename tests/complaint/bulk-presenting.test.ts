import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { type BulkItem, listBulkItems } from '../../src/complaint/bulk-presenting.queries.ts';
import { presentMany, settleBulks, takeBackMany } from '../../src/complaint/bulk-presenting.ts';
import { getComplaintById, readHistory } from '../../src/complaint/complaints.queries.ts';
import { recordOpenedByPlan } from '../../src/complaint/opened.queries.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { prisma } from '../../src/platform/database/database.ts';
import { Conflict, NotFound } from '../../src/platform/errors.ts';
import { newId } from '../../src/platform/identifier.ts';
import { useKeys } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aFiledComplaint } from '../support/complaints.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { receiveMail } from '../support/mail.ts';
import { anAnalyst } from '../support/personas.ts';

const database = useDatabase();
const keys = useKeys();

let cast: Cast;
let filer: Actor;
let analyst: Actor;
let supervisor: Actor;
let liaison: Actor;

beforeAll(async () => {
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  cast = await aCast();
  filer = actor(cast.representative);
  analyst = actor(cast.analyst);
  supervisor = actor(cast.supervisor);
  liaison = actor(cast.liaison);
});

describe('Presenting many', () => {
  it('Each is presented once, with its history, its clocks and one mail to the plan', async () => {
    const complaints = await filed(3);
    const id = await bulkOf(complaints);
    expect(await statesOf(id)).toEqual(['waiting', 'waiting', 'waiting']);
    await settleBulks();
    expect(await statesOf(id)).toEqual(['presented', 'presented', 'presented']);
    for (const complaint of complaints) await expectPresentedOnce(complaint);
  });

  it('Asked for twice by the same form, it is one, and nothing is done twice', async () => {
    const complaints = await filed(2);
    const id = newId();
    await Promise.all([1, 2].map(() => presentMany(id, complaints.map(chosen), analyst)));
    await Promise.all([settleBulks(), settleBulks(), settleBulks()]);
    expect(await statesOf(id)).toEqual(['presented', 'presented']);
    for (const complaint of complaints) await expectPresentedOnce(complaint);
  });

  it('The id of somebody else’s does not exist for another', async () => {
    const complaints = await filed(1);
    const id = await bulkOf(complaints);
    const another = actor(await anAnalyst());
    await expect(presentMany(id, complaints.map(chosen), another)).rejects.toBeInstanceOf(NotFound);
    await settleBulks();
  });

  it('One that has moved on meanwhile is refused with who did what, and the others go on', async () => {
    const [first, moved, last] = await filed(3);
    const id = await bulkOf([first, moved, last]);
    await perform('return', moved.complaintId, supervisor, {
      version: moved.version,
      missing: ['document'],
      words: 'Send the letter.',
    });
    await settleBulks();
    const items = await listBulkItems(id);
    expect(items.map(({ state }) => state)).toEqual(['presented', 'refused', 'presented']);
    expect(items[1]?.reason).toContain('Sunniva Cedar asked the representative for information.');
    expect((await complaintOf(moved)).status).toBe('returned');
  });

  it('One that only changed since it was seen is refused too: nobody presents what they have not read', async () => {
    const [complaint] = await filed(1);
    const id = await bulkOf([complaint]);
    const assignee = cast.supervisor.id;
    await perform('assign', complaint.complaintId, supervisor, { version: complaint.version, assignee });
    await settleBulks();
    const [item] = await listBulkItems(id);
    expect(item?.state).toBe('refused');
    expect(item?.reason).toContain('Sunniva Cedar assigned the complaint');
    expect((await complaintOf(complaint)).status).toBe('submitted');
  });

  it('Two who present the same ones at once: each complaint is presented by one, and refused to the other', async () => {
    const complaints = await filed(4);
    const other = actor(await anAnalyst({ name: 'Otis Rowan' }));
    const ids = await Promise.all([bulkOf(complaints), bulkOf(complaints, other)]);
    await Promise.all([settleBulks(), settleBulks()]);
    const [own, others] = await Promise.all(ids.map(listBulkItems));
    for (const [at, complaint] of complaints.entries()) {
      expect([own?.[at]?.state, others?.[at]?.state].toSorted()).toEqual(['presented', 'refused']);
      await expectPresentedOnce(complaint);
    }
  });

  it('What a killed process has left waiting, the next run finishes, and no more than that', async () => {
    const complaints = await filed(3);
    const id = await bulkOf(complaints);
    // As if the process had died after the first: the move and its note are one transaction.
    await asOwner(
      database.ownerUrl(),
      `UPDATE bulk_presenting_item SET state = 'refused', reason = 'Held back'
       WHERE bulk_id = $1::uuid AND position > 0`,
      [id],
    );
    await settleBulks();
    await asOwner(
      database.ownerUrl(),
      `UPDATE bulk_presenting_item SET state = 'waiting', reason = NULL WHERE bulk_id = $1::uuid AND position > 0`,
      [id],
    );
    await settleBulks();
    await settleBulks();
    expect(await statesOf(id)).toEqual(['presented', 'presented', 'presented']);
    for (const complaint of complaints) await expectPresentedOnce(complaint);
  });

  it('Whoever was removed after they asked presents nothing more, and it says so', async () => {
    const leaver = await anAnalyst({ name: 'Lena Aspen' });
    const [complaint] = await filed(1);
    const id = await bulkOf([complaint], actor(leaver));
    await asOwner(database.ownerUrl(), `UPDATE account SET status = 'suspended' WHERE id = $1::uuid`, [
      leaver.id,
    ]);
    await settleBulks();
    const [item] = await listBulkItems(id);
    expect(item?.reason).toBe('The account of whoever asked for it has been closed.');
    expect((await complaintOf(complaint)).status).toBe('submitted');
  });
});

describe('Taking back what was presented together', () => {
  const words = 'It was sent to the wrong plans.';

  it('What no plan has opened goes back, and what one has opened stays, and it says why', async () => {
    const [unread, read] = await filed(2);
    const id = await bulkOf([unread, read]);
    await settleBulks();
    await recordOpenedByPlan(await complaintOf(read));
    await takeBackMany(id, words, analyst);
    await settleBulks();
    const items = await listBulkItems(id);
    expect(items.map(({ state }) => state)).toEqual(['taken_back', 'presented']);
    expect(items[1]?.reason).toContain('The plan has opened the complaint');
    expect((await complaintOf(unread)).status).toBe('submitted');
    expect((await historyOf(unread)).at(-1)).toMatchObject({ move: 'recall', writing: { words } });
    expect((await complaintOf(read)).status).toBe('with_mco');
  });

  it('One that a colleague was given meanwhile goes back all the same', async () => {
    const [complaint] = await filed(1);
    const id = await bulkOf([complaint]);
    await settleBulks();
    const { version } = await complaintOf(complaint);
    await perform('assign', complaint.complaintId, supervisor, { version, assignee: cast.supervisor.id });
    await takeBackMany(id, words, supervisor);
    await settleBulks();
    expect(await statesOf(id)).toEqual(['taken_back']);
    expect((await historyOf(complaint)).at(-1)).toMatchObject({ move: 'recall', actorName: 'Sunniva Cedar' });
  });

  it('One that was taken back and presented again by somebody else is left alone', async () => {
    const [complaint] = await filed(1);
    const id = await bulkOf([complaint]);
    await settleBulks();
    const { version } = await complaintOf(complaint);
    const back = await perform('recall', complaint.complaintId, supervisor, { version, words });
    await perform('present', complaint.complaintId, supervisor, {
      version: back.version,
      priorReviewConfirmed: true,
    });
    await takeBackMany(id, words, analyst);
    await settleBulks();
    expect(await statesOf(id)).toEqual(['presented']);
    expect((await complaintOf(complaint)).status).toBe('with_mco');
  });

  it('What still waits is not presented any more', async () => {
    const complaints = await filed(2);
    const id = await bulkOf(complaints);
    await takeBackMany(id, words, analyst);
    await settleBulks();
    expect(await statesOf(id)).toEqual(['refused', 'refused']);
    expect((await listBulkItems(id))[0]?.reason).toBe('Anselm Birch stopped it before it was presented.');
    for (const complaint of complaints) expect((await complaintOf(complaint)).status).toBe('submitted');
  });

  it('Asked for twice at once, each is taken back once', async () => {
    const complaints = await filed(3);
    const id = await bulkOf(complaints);
    await settleBulks();
    await Promise.all([takeBackMany(id, words, analyst), takeBackMany(id, words, supervisor)]);
    await Promise.all([settleBulks(), settleBulks()]);
    expect(await statesOf(id)).toEqual(['taken_back', 'taken_back', 'taken_back']);
    for (const complaint of complaints) {
      const moves = (await historyOf(complaint)).map(({ move }) => move);
      expect(moves).toEqual(['submit', 'present', 'recall']);
    }
  });

  it('is for whoever asked, and for supervisors: to another analyst it does not exist', async () => {
    const id = await bulkOf(await filed(1));
    await settleBulks();
    const another = actor(await anAnalyst());
    await expect(takeBackMany(id, words, another)).rejects.toBeInstanceOf(NotFound);
    await expect(takeBackMany(id, words, liaison)).rejects.toBeInstanceOf(NotFound);
    expect(await statesOf(id)).toEqual(['presented']);
  });

  it('keeps why it is done under the complaint’s key', async () => {
    const id = await bulkOf(await filed(1));
    await settleBulks();
    await takeBackMany(id, 'A very private reason.', analyst);
    const [item] = await prisma().bulkPresentingItem.findMany({ where: { bulkId: id } });
    expect(Buffer.from(item?.takenBackWords ?? []).toString('latin1')).not.toContain('private');
    await settleBulks();
  });
});

describe('Two hundred at once', () => {
  it('are presented in under 5 seconds while others work, and of two who move the same one, one wins', async () => {
    const [complaints, others] = [await copies(199), await copies(20)];
    const [contested] = await filed(1);
    const id = await bulkOf(complaints.toSpliced(150, 0, contested));
    const begun = process.cpuUsage();
    const [, isClosed] = await Promise.all([settleBulks(), closeOnTheWay(contested), workOn(others)]);
    const { user, system } = process.cpuUsage(begun);
    // Of this process’s own time: tests beside this one take their part of the clock’s.
    const seconds = (user + system) / 1_000_000;
    expect(seconds).toBeLessThan(5);
    const items = await listBulkItems(id);
    expect(items.filter(({ state }) => state === 'presented').length).toBe(isClosed ? 199 : 200);
    expect(items[150]?.state).toBe(isClosed ? 'refused' : 'presented');
    const moves = (await historyOf(contested)).map(({ move }) => move);
    expect(moves).toEqual(['submit', isClosed ? 'close' : 'present']);
    await expectNothingDoubled([...complaints, ...others]);
  });
});

/** Others present theirs one after the other, as people do. */
async function workOn(complaints: readonly Performed[]): Promise<void> {
  for (const { complaintId, version } of complaints)
    await perform('present', complaintId, supervisor, { version, priorReviewConfirmed: true });
}

/** Returns whether it came first. */
function closeOnTheWay({ complaintId, version }: Performed): Promise<boolean> {
  const given = { version, closureReason: 'FEE_FOR_SERVICE', words: 'Call HFS.' };
  return perform('close', complaintId, supervisor, given).then(
    () => true,
    (error: unknown) => {
      expect(error).toBeInstanceOf(Conflict);
      return false;
    },
  );
}

/** One presenting, one set of clocks and one mail to each side for each. */
async function expectNothingDoubled(complaints: readonly Performed[]): Promise<void> {
  const { rows } = await asOwner(
    database.ownerUrl(),
    `SELECT DISTINCT c.status, c.version,
       (SELECT count(*)::int FROM history_entry h WHERE h.complaint_id = c.id AND h.move = 'present') AS presented,
       (SELECT string_agg(kind, ' ' ORDER BY kind) FROM clock WHERE clock.complaint_id = c.id) AS clocks,
       (SELECT string_agg(kind, ' ' ORDER BY kind) FROM notice n WHERE n.complaint_id = c.id) AS notices,
       (SELECT count(*)::int FROM audit_event a WHERE a.complaint_id = c.id AND a.action = 'complaint.present') AS audited
     FROM complaint c WHERE c.id = ANY($1::uuid[])`,
    [complaints.map(({ complaintId }) => complaintId)],
  );
  expect(rows).toEqual([
    {
      status: 'with_mco',
      version: 3,
      presented: 1,
      clocks: 'acknowledge first_reply present propose',
      notices: 'complaint-presented plan-complaint-presented',
      audited: 1,
    },
  ]);
}

let copied = 0;

/** Copies of a complaint that was just filed, as rows: many are needed, and presenting reads nothing that is encrypted. */
async function copies(count: number): Promise<Performed[]> {
  const [{ complaintId, version }] = await filed(1);
  copied += 1;
  const { rows } = await asOwner(database.ownerUrl(), COPY, [complaintId, count, 900_000 + copied * 1_000]);
  return rows.map(({ id }) => ({ complaintId: id, reference: null, status: 'submitted', version }));
}

const COPY = `
  WITH copy AS (
    INSERT INTO complaint (id, number, reference, status, version, organization_id, site_id, filed_by_id, representative_id,
      provider_type_code, mco_code, program_code, topic_code, is_urgent, document, policy_version, submitted_at, due_on, due_clock)
    SELECT gen_random_uuid(), $3::int + n, 'PC-2026-' || ($3::int + n) || '-X', status, version, organization_id, site_id,
      filed_by_id, representative_id, provider_type_code, mco_code, program_code, topic_code, is_urgent, '\\x00', policy_version,
      submitted_at, due_on, due_clock
    FROM complaint, generate_series(1, $2::int) n WHERE complaint.id = $1::uuid RETURNING id
  ), history AS (
    INSERT INTO history_entry (id, complaint_id, move, from_status, to_status, version, at, actor_id, actor_name, actor_role, facts)
    SELECT gen_random_uuid(), copy.id, move, from_status, to_status, version, at, actor_id, actor_name, actor_role, facts
    FROM history_entry, copy WHERE complaint_id = $1::uuid
  )
  SELECT id FROM copy`;

/** So many complaints that were just filed. */
async function filed(count: 1): Promise<[Performed]>;
async function filed(count: 2): Promise<[Performed, Performed]>;
async function filed(count: 3): Promise<[Performed, Performed, Performed]>;
async function filed(count: number): Promise<Performed[]>;
async function filed(count: number): Promise<Performed[]> {
  const made: Performed[] = [];
  const lane = async () => {
    while (made.length < count) {
      const place = made.push(PENDING) - 1;
      made[place] = await aFiledComplaint(filer);
    }
  };
  await Promise.all([1, 2, 3, 4, 5].map(lane));
  return made;
}

const PENDING: Performed = { complaintId: '', reference: null, status: 'draft', version: 0 };

function chosen({ complaintId, version }: Performed) {
  return { complaintId, version };
}

async function bulkOf(complaints: readonly Performed[], by = analyst): Promise<string> {
  const id = newId();
  await presentMany(id, complaints.map(chosen), by);
  return id;
}

async function statesOf(id: string): Promise<BulkItem['state'][]> {
  return (await listBulkItems(id)).map(({ state }) => state);
}

async function complaintOf({ complaintId }: Performed) {
  return (await getComplaintById(analyst, complaintId)).complaint;
}

async function historyOf({ complaintId }: Performed) {
  return readHistory(await getComplaintById(analyst, complaintId));
}

/** No history, clock or mail is doubled. */
async function expectPresentedOnce(complaint: Performed): Promise<void> {
  const { id, status, history } = await complaintOf(complaint);
  expect(status).toBe('with_mco');
  expect(history.map(({ move }) => move)).toEqual(['submit', 'present']);
  const clocks = await prisma().clock.findMany({ where: { complaintId: id }, select: { kind: true } });
  expect(clocks.map(({ kind }) => kind).toSorted()).toEqual([
    'acknowledge',
    'first_reply',
    'present',
    'propose',
  ]);
  const notices = await prisma().notice.findMany({ where: { complaintId: id }, select: { kind: true } });
  expect(notices.map(({ kind }) => kind).toSorted()).toEqual([
    'complaint-filed',
    'complaint-presented',
    'plan-complaint-presented',
  ]);
}
