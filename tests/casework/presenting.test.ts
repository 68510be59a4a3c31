import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { settleBulks } from '../../src/complaint/bulk-presenting.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { linkComplaints } from '../../src/complaint/links.ts';
import { recordOpenedByPlan } from '../../src/complaint/opened.queries.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { today } from '../../src/platform/clock.ts';
import { prisma } from '../../src/platform/database/database.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { aClaimLine, actor, aDispute, aFiledComplaint, aPresentedComplaint } from '../support/complaints.ts';
import { anAnalyst } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
const FORM = 'form[action^="/casework/presenting/preview"]';
const CONFIRMED = { priorReviewConfirmed: 'yes' };

let cast: Cast;
let filer: Actor;
let staff: Actor;
let analyst: Visitor;
let supervisor: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  analyst = await app.signInAs(cast.analyst);
  supervisor = await app.signInAs(cast.supervisor);
});

describe('The list of what may be presented', () => {
  it('holds what HFS is checking, and nothing that is elsewhere', async () => {
    const checked = await alone();
    const presented = await aPresentedComplaint(filer, staff);
    const page = await analyst.get('/casework/presenting');
    expect(referencesOn(page)).toContain(checked.reference);
    expect(referencesOn(page)).not.toContain(presented.reference);
  });

  it('is reached from the queue with the queue’s filters', async () => {
    const queue = await analyst.get('/casework?tab=open&status=submitted&plan=AETNA');
    expect(queue.$('a[href^="/casework/presenting"]').attr('href')).toBe(
      '/casework/presenting?tab=open&plan=AETNA',
    );
    const closed = await analyst.get('/casework?tab=closed');
    expect(closed.$('a[href^="/casework/presenting"]').length).toBe(0);
  });

  it('keeps to one’s own, and to the filters of the address', async () => {
    const mine = await alone();
    await perform('assign', mine.complaintId, staff, { version: mine.version, assignee: cast.analyst.id });
    const others = await alone();
    const page = await analyst.get('/casework/presenting?tab=mine');
    expect(referencesOn(page)).toContain(mine.reference);
    expect(referencesOn(page)).not.toContain(others.reference);
    expect((await analyst.get('/casework/presenting?plan=AETNA')).text).toContain('fits the filters');
    expect((await analyst.get('/casework/presenting?tab=nonsense&plan=<>')).status).toBe(200);
  });

  it('says what is stale, doubtful or a possible duplicate, and that one has looked is in the log', async () => {
    const [first, second] = [await twin('DOUBT-1'), await twin('DOUBT-1')];
    const page = await analyst.get('/casework/presenting');
    const row = rowOf(page, second);
    expect(row).toContain(`Possible duplicate: ${first.reference}`);
    expect(row).toContain('The plan’s answer was fresh until');
    const where = { complaintId: second.complaintId, action: 'complaint.view', actorId: cast.analyst.id };
    expect(await prisma().auditEvent.count({ where })).toBe(1);
  });

  it('leads to each complaint by its reference', async () => {
    const { complaintId, reference } = await alone();
    const page = await analyst.get('/casework/presenting');
    const row = page.$(`input[name=complaints][value^="${complaintId}"]`).closest('tr');
    const links = row.find('a').toArray();
    expect(links.map((each) => page.$(each).text())).toEqual([reference]);
    expect(row.find('th a').attr('href')).toBe(`/casework/complaints/${reference}`);
  });

  it('holds one that is linked as a duplicate for doubtful, also where the two share no claim', async () => {
    const [first, second] = [await alone(), await alone()];
    const link = {
      kind: 'duplicate',
      reference: first.reference ?? '',
      words: 'The same remittance.',
    } as const;
    await linkComplaints(second.complaintId, link, staff);
    const page = await analyst.get('/casework/presenting?ticked=clear');
    expect(rowOf(page, second)).toContain(`Duplicates: Linked as a duplicate of ${first.reference}`);
    expect(tickedOn(page)).toContain(first.reference);
    expect(tickedOn(page)).not.toContain(second.reference);
  });

  it('ticks all, those without doubts, or none, as its links ask', async () => {
    const clear = await alone();
    const doubtful = await twin('DOUBT-2');
    await twin('DOUBT-2');
    const all = await analyst.get('/casework/presenting?ticked=all');
    expect(tickedOn(all)).toEqual(referencesOn(all));
    const some = tickedOn(await analyst.get('/casework/presenting?ticked=clear'));
    expect(some).toContain(clear.reference);
    expect(some).not.toContain(doubtful.reference);
    expect(tickedOn(await analyst.get('/casework/presenting'))).toEqual([]);
  });

  it('sent without a tick or the confirmation is refused with both, and what was ticked is kept', async () => {
    const complaint = await alone();
    const nothing = await analyst.post('/casework/presenting/preview', {});
    expect(nothing.status).toBe(422);
    expect(nothing.errors).toEqual([
      'Choose at least one complaint',
      'Confirm that you checked the plan’s own review of each',
    ]);
    expect(nothing.$('#complaints').length).toBe(1);
    const kept = await analyst.post('/casework/presenting/preview', { complaints: boxOf(complaint) });
    expect(kept.errors).toEqual(['Confirm that you checked the plan’s own review of each']);
    expect(tickedOn(kept)).toEqual([complaint.reference]);
  });

  it('sent with what no list holds is refused', async () => {
    const answer = await analyst.post('/casework/presenting/preview', { complaints: 'all', ...CONFIRMED });
    expect(answer.status).toBe(422);
    const many = Array.from(
      { length: 201 },
      (_, at) => `${String(at).padStart(8, '0')}-0000-7000-8000-000000000000.1`,
    );
    const tooMany = await analyst.post('/casework/presenting/preview', { complaints: many, ...CONFIRMED });
    expect(tooMany.errors).toEqual(['Choose at most 200 complaints']);
  });
});

describe('The preview', () => {
  it('says how many go to which plan, warns of what speaks against it, and does nothing yet', async () => {
    const [one, urgentless] = [await alone(), await alone('AETNA')];
    const page = await preview([one, urgentless]);
    expect(page.title).toContain('Present 2 complaints');
    const rows = page
      .$('table')
      .first()
      .find('tbody tr')
      .toArray()
      .map((row) => page.$(row).text().replace(/\s+/g, ' ').trim());
    expect(rows).toEqual(['Aetna Better Health of Illinois 1 0', 'Meridian Health Plan of Illinois 1 0']);
    expect(page.text).toContain('Nobody is told by mail, and the time to answer runs all the same: Aetna');
    expect((await complaintOf(one)).status).toBe('submitted');
  });

  it('leaves out what has changed since the list was opened, and says so', async () => {
    const [same, changed] = [await alone(), await alone()];
    await perform('close', changed.complaintId, staff, {
      version: changed.version,
      closureReason: 'FEE_FOR_SERVICE',
      words: 'Call HFS.',
    });
    const page = await preview([same, changed]);
    expect(page.title).toContain('Present 1 complaint');
    expect(page.text).toContain('1 has changed meanwhile');
    expect(page.$(`a[href="/casework/complaints/${changed.reference}"]`).text()).toContain('Closed');
    expect(
      page
        .$('input[name=complaints]')
        .toArray()
        .map((box) => page.$(box).attr('value')),
    ).toEqual([boxOf(same)]);
  });

  it('of nothing that can still be presented has no button', async () => {
    const complaint = await alone();
    await perform('present', complaint.complaintId, staff, {
      version: complaint.version,
      priorReviewConfirmed: true,
    });
    const page = await preview([complaint]);
    expect(page.text).toContain('Nothing of what was ticked can be presented any more.');
    expect(page.$('main form button[type=submit]').length).toBe(0);
  });
});

describe('Presenting what was looked through', () => {
  it('answers at once with the page that tells how far it is, which comes again until it is done', async () => {
    const complaints = [await alone(), await alone()];
    const begun = await begin(await preview(complaints));
    expect(begun.status).toBe(303);
    const waiting = await analyst.get(begun.location);
    expect(waiting.text).toContain('0 of 2 done');
    expect(waiting.headers.refresh).toBe(`2; url=${begun.location}?look=1`);
    expect(waiting.$('textarea').length).toBe(0);
    await settleBulks();
    const done = await analyst.get(begun.location);
    expect(done.text).toContain('2 of 2 done: 2 presented');
    expect(done.headers.refresh).toBeUndefined();
    for (const complaint of complaints) expect((await complaintOf(complaint)).status).toBe('with_mco');
  });

  it('comes no more by itself after a while, so that a page left open does not keep its session alive', async () => {
    const begun = await begin(await preview([await alone()]));
    const page = await analyst.get(`${begun.location}?look=90`);
    expect(page.headers.refresh).toBeUndefined();
    expect(page.$('textarea').length).toBe(1);
    await settleBulks();
  });

  it('confirmed with a double click is asked for once', async () => {
    const complaint = await alone();
    const page = await preview([complaint]);
    const [one, two] = await Promise.all([begin(page), begin(page)]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(one.location).toBe(two.location);
    await settleBulks();
    const { history } = await complaintOf(complaint);
    expect(history.filter(({ move }) => move === 'present').length).toBe(1);
    const listed = await analyst.get('/casework/presenting');
    expect(listed.$(`a[href="${one.location}"]`).length).toBe(1);
  });

  it('tells of one that moved on meanwhile, with why, before all others', async () => {
    const [same, moved] = [await alone(), await alone()];
    const page = await preview([same, moved]);
    const { version } = moved;
    await perform('return', moved.complaintId, staff, { version, missing: ['document'], words: 'Send it.' });
    const begun = await begin(page);
    await settleBulks();
    const done = await analyst.get(begun.location);
    expect(done.text).toContain('1 could not be presented.');
    const first = done.$('tbody tr').first().text();
    expect(first).toContain(moved.reference);
    expect(first).toContain('Anselm Birch asked the representative for information.');
  });
});

describe('Taking back what was presented together', () => {
  it('needs words, takes back what no plan has opened, and says which could not be', async () => {
    const [unread, read] = [await alone(), await alone()];
    const begun = await begin(await preview([unread, read]));
    await settleBulks();
    await recordOpenedByPlan(await complaintOf(read));
    const page = await analyst.get(begun.location);
    expect(page.text).toContain('1 that no plan has opened goes back to HFS.');
    expect(page.text).toContain('1 that a plan has opened stays with it.');
    const wordless = await analyst.submit(begun.location, {}, 'main form.form');
    expect(wordless.errors).toEqual(['Write why they are taken back']);
    await analyst.submit(begun.location, { words: 'To the wrong plan.' }, 'main form.form');
    await settleBulks();
    const done = await analyst.get(begun.location);
    expect(done.text).toContain('2 of 2 done: 1 presented, 1 taken back');
    expect(done.text).toContain('The plan has opened the complaint, so it cannot be taken back any more.');
    expect((await complaintOf(unread)).status).toBe('submitted');
    expect((await complaintOf(read)).status).toBe('with_mco');
  });

  it('may be done by a supervisor, who sees everybody’s; to another analyst it does not exist', async () => {
    const complaint = await alone();
    const { location } = await begin(await preview([complaint]));
    await settleBulks();
    const another = await app.signInAs(await anAnalyst());
    expect((await another.get(location)).status).toBe(404);
    expect((await another.post(`${location}/take-back`, { words: 'Mine.' })).status).toBe(404);
    expect((await supervisor.get(location)).status).toBe(200);
    await supervisor.post(`${location}/take-back`, { words: 'To the wrong plan.' });
    await settleBulks();
    expect((await complaintOf(complaint)).status).toBe('submitted');
  });
});

describe('Others', () => {
  it.each(['representative', 'liaison', 'privacy officer', 'administrator'] as const)(
    'a %s neither sees the list nor presents',
    async (persona) => {
      const complaint = await alone();
      const visitor = await app.signInAs(cast[persona]);
      expect((await visitor.get('/casework/presenting')).status).toBe(403);
      const sent = {
        complaints: boxOf(complaint),
        bulk: '0198c0de-0000-7000-8000-000000000001',
        ...CONFIRMED,
      };
      expect((await visitor.post('/casework/presenting/preview', sent)).status).toBe(403);
      expect((await visitor.post('/casework/presenting', sent)).status).toBe(403);
      await settleBulks();
      expect((await complaintOf(complaint)).status).toBe('submitted');
    },
  );

  it('the id of another’s, sent with one’s own choice, is not found, and nothing is added to it', async () => {
    const [own, others] = [await alone(), await alone()];
    const { location } = await begin(await preview([own]));
    const bulk = location.split('/').at(-1) ?? '';
    const answer = await supervisor.post('/casework/presenting', {
      bulk,
      complaints: boxOf(others),
      ...CONFIRMED,
    });
    expect(answer.status).toBe(404);
    await settleBulks();
    expect((await complaintOf(others)).status).toBe('submitted');
  });
});

let made = 0;

/** A complaint that shares nothing with any other. */
function alone(mcoCode = 'MERIDIAN'): Promise<Performed> {
  made += 1;
  const number = `ALONE${made}`;
  const changes = disputeOf(number, `2${String(made).padStart(8, '0')}`, 20);
  return aFiledComplaint(filer, { ...changes, mcoCode });
}

/** One of several about the same claim, whose answer had grown stale. */
function twin(number: string): Promise<Performed> {
  return aFiledComplaint(filer, disputeOf(number, '299999999', 44));
}

function disputeOf(number: string, rin: string, answeredDaysAgo: number) {
  return aDispute({
    priorReview: {
      filedOn: today().subtract({ days: 45 }).toString(),
      answeredOn: today().subtract({ days: answeredDaysAgo }).toString(),
      trackingNumber: `T-${number}`,
    },
    claimLines: [aClaimLine({ claimNumber: number, rin })],
  });
}

function boxOf({ complaintId, version }: Performed): string {
  return `${complaintId}.${version}`;
}

function preview(complaints: readonly Performed[]): Promise<Page> {
  return analyst.submit('/casework/presenting', { complaints: complaints.map(boxOf), ...CONFIRMED }, FORM);
}

/** Confirms a preview, as its button does. */
function begin(page: Page): Promise<Page> {
  const complaints = page
    .$('input[name=complaints]')
    .toArray()
    .map((box) => page.$(box).attr('value') ?? '');
  const bulk = page.$('input[name=bulk]').attr('value') ?? '';
  return analyst.post('/casework/presenting', { complaints, bulk, ...CONFIRMED });
}

function referencesOn(page: Page): string[] {
  return labelsOf(page, 'input[name=complaints]');
}

function tickedOn(page: Page): string[] {
  return labelsOf(page, 'input[name=complaints][checked]');
}

function labelsOf(page: Page, boxes: string): string[] {
  const ids = page
    .$(boxes)
    .toArray()
    .map((box) => page.$(box).attr('id'));
  return ids.map((id) => page.$(`label[for="${id}"]`).text().replace('Present ', ''));
}

function rowOf(page: Page, { complaintId }: Performed): string {
  return page.$(`input[name=complaints][value^="${complaintId}"]`).closest('tr').text();
}

async function complaintOf({ complaintId }: Performed) {
  return (await getComplaintById(staff, complaintId)).complaint;
}
