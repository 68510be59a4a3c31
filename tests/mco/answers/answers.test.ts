import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/complaint/actor.ts';
import { getComplaintById } from '../../../src/complaint/complaints.queries.ts';
import { type Performed, perform } from '../../../src/complaint/perform.ts';
import { forgetOldAnswers } from '../../../src/mco/answers/waiting.queries.ts';
import { PDF } from '../../attachments/sample-files.ts';
import { testApp } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { aClaimLine, actor, aDispute, aPresentedComplaint } from '../../support/complaints.ts';
import { asOwner } from '../../support/database.ts';
import { aLiaison } from '../../support/personas.ts';
import type { Page, Visitor } from '../../support/visitor.ts';
import { download, type FileRow, send, sendFile } from './file.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let liaison: Visitor;
/** Of the plan, with a claim and with two; and another plan's. */
let one: Performed;
let two: Performed;
let foreign: Performed;

const UPHELD = { Finding: 'Upheld', Reason: 'It stands.', Rule: 'Section 4', Action: 'Nothing.' };
const OVERTURNED = { ...UPHELD, Finding: 'Overturned', 'Payment date': '12/31/2026' };

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  liaison = await app.signInAs(cast.liaison);
  foreign = await aPresentedComplaint(filer, staff, { ...aDispute(), mcoCode: 'BCCHP' });
});

beforeEach(async () => {
  await asOwner(app.ownerUrl(), 'DELETE FROM waiting_answers');
  one = await aPresentedComplaint(filer, staff);
  const claims = ['CL-A', 'CL-B'].map((claimNumber) =>
    aClaimLine({ claimNumber, memberLastName: 'Zugspitz' }),
  );
  two = await aPresentedComplaint(filer, staff, aDispute({ claimLines: claims }));
});

/** The rows of some complaints as they are downloaded, filled in alike. */
async function rowsOf(complaints: readonly Performed[], typed: FileRow = {}): Promise<FileRow[]> {
  const all = await download(liaison, 'to-answer.csv');
  const references = complaints.map(({ reference }) => reference);
  return all.filter((row) => references.includes(row.Reference ?? '')).map((row) => ({ ...row, ...typed }));
}

const check = () => liaison.get('/mco/answers/check');
const confirm = (page: Page) =>
  liaison.post('/mco/answers/confirm', { revision: page.$('input[name=revision]').attr('value') ?? '' });
const statusOf = async ({ complaintId }: Performed) =>
  (await getComplaintById(staff, complaintId)).complaint.status;
const eventsOf = async (action: string, { complaintId }: Performed) =>
  (
    await asOwner(app.ownerUrl(), 'SELECT 1 FROM audit_event WHERE action = $1 AND complaint_id = $2', [
      action,
      complaintId,
    ])
  ).rows.length;
const readyOn = (page: Page) =>
  page
    .$('#ready-heading + div tbody tr')
    .toArray()
    .map((row) => page.$(row).text().replace(/\s+/g, ' ').trim());

describe('The file of all that waits for a plan’s answer', () => {
  it.each(['csv', 'xlsx'] as const)(
    'as %s has a row for each claim of its complaints, and no other',
    async (kind) => {
      const rows = await download(liaison, `to-answer.${kind}`);
      expect(rows.filter((row) => row.Reference === two.reference)).toHaveLength(2);
      expect(rows.map((row) => row.Reference)).not.toContain(foreign.reference);
      const [row] = rows.filter(({ Reference }) => Reference === one.reference);
      expect(row).toMatchObject({
        Member: 'Okafor, Wren',
        RIN: '205 755 710',
        'Claim number': 'CL260000001',
        Finding: '',
        Action: '',
      });
      expect(Number(row?.Billed)).toBe(120.5);
      expect(Number(row?.['In dispute'])).toBe(120.5);
    },
  );

  it('is in the log for each complaint, counts as opened, and is a file to be saved', async () => {
    const answer = await liaison.agent.get('/mco/answers/to-answer.csv');
    expect(answer.headers['content-disposition']).toContain('complaints-to-answer.csv');
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    for (const complaint of [one, two]) {
      expect(await eventsOf('complaint.export', complaint)).toBe(1);
      const { openedByPlanAt } = (await getComplaintById(staff, complaint.complaintId)).complaint;
      expect(openedByPlanAt).not.toBeNull();
    }
    expect(await eventsOf('complaint.export', foreign)).toBe(0);
  });

  it('is for liaisons alone', async () => {
    const analyst = await app.signInAs(cast.analyst);
    expect((await analyst.get('/mco/answers/to-answer.csv')).status).toBe(403);
    expect((await app.visitor().get('/mco/answers')).location).toContain('/sign-in');
  });
});

describe('A filled file', () => {
  it.each(['csv', 'xlsx'] as const)('as %s is shown, confirmed, and answers each complaint', async (kind) => {
    const rows = [...(await rowsOf([one], OVERTURNED)), ...(await rowsOf([two], UPHELD))];
    expect((await send(liaison, rows, kind)).location).toBe('/mco/answers/check');
    const page = await check();
    expect(readyOn(page)).toEqual([
      `${one.reference} Overturned 1 $120.50`,
      `${two.reference} Upheld 2 $0.00`,
    ]);
    expect(await statusOf(one)).toBe('with_mco');
    const done = await liaison.follow(await confirm(page));
    expect(done.$('.usa-alert').text()).toContain('2 complaints are answered');
    expect(done.text).toContain('$120.50 in all');
    expect(done.text).toContain('Nothing of the file is left to answer.');
    expect([await statusOf(one), await statusOf(two)]).toEqual(['proposed', 'proposed']);
    const complaint = await liaison.get(`/mco/complaints/${one.reference}`);
    expect(complaint.text).toContain('Overturned. The plan changes its decision');
    expect(complaint.text).toContain('Section 4');
  });

  it('leaves what is not filled in as it is, and says so', async () => {
    await send(liaison, [...(await rowsOf([one], UPHELD)), ...(await rowsOf([two]))]);
    const page = await check();
    expect(page.text).toContain('1 complaint has nothing filled in, and stays as it is.');
    await confirm(page);
    expect(await statusOf(two)).toBe('with_mco');
  });

  it('confirmed twice in a moment answers once', async () => {
    await send(liaison, await rowsOf([one, two], UPHELD));
    const page = await check();
    const both = await Promise.all([confirm(page), confirm(page)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    for (const complaint of [one, two]) expect(await eventsOf('complaint.propose', complaint)).toBe(1);
    expect((await check()).text).toContain('2 complaints are answered');
  });

  it('of which a page shows an older state answers nothing', async () => {
    await send(liaison, await rowsOf([one], OVERTURNED));
    const old = await check();
    await send(liaison, await rowsOf([one], UPHELD));
    await confirm(old);
    expect(await statusOf(one)).toBe('with_mco');
    expect(readyOn(await check())).toEqual([`${one.reference} Upheld 1 $0.00`]);
  });
});

describe('A complaint that moved on after the file was sent', () => {
  it('is reported and its rows stay, and the others are answered', async () => {
    await send(liaison, await rowsOf([one, two], UPHELD));
    const page = await check();
    await perform('close', one.complaintId, staff, {
      version: one.version,
      closureReason: 'RESOLVED_BY_MCO',
      words: 'Settled by telephone.',
    });
    const done = await liaison.follow(await confirm(page));
    expect(done.text).toContain('1 complaint is answered');
    expect(done.text).toContain('It does not wait for your answer: its status is “Closed”');
    expect([await statusOf(one), await statusOf(two)]).toEqual(['closed', 'proposed']);
  });

  it('and still waits is answered only once that was read', async () => {
    await send(liaison, await rowsOf([one], UPHELD));
    const page = await check();
    const colleague = actor(await aLiaison({ name: 'Linnea Ash' }));
    await perform('acknowledge', one.complaintId, colleague, { version: one.version, contact: 'Linnea Ash' });
    const refused = await liaison.follow(await confirm(page));
    expect(refused.text).toContain('1 complaint is not.');
    expect(refused.text).toContain('Linnea Ash');
    expect(await statusOf(one)).toBe('with_mco');
    await confirm(refused);
    expect(await statusOf(one)).toBe('proposed');
  });
});

describe('What of a file cannot be answered', () => {
  it('is told by row and column, downloaded, corrected and sent again, beside what can', async () => {
    const rows = [...(await rowsOf([one], UPHELD)), ...(await rowsOf([two], { ...UPHELD, Rule: '' }))];
    await send(liaison, rows);
    const page = await check();
    expect(readyOn(page)).toHaveLength(1);
    expect(page.$('#faulty-heading').text()).toBe('1 complaint cannot be answered yet');
    expect(page.$('#faulty-heading').parent().text().replace(/\s+/g, ' ')).toContain(
      `Row 3 ${two.reference} Rule Name the rule`,
    );
    const faulty = await download(liaison, 'to-correct.xlsx');
    expect(faulty.map((row) => [row['Row in your file'], row.Reference])).toEqual([
      ['3', two.reference],
      ['4', two.reference],
    ]);
    expect(faulty[0]?.['What to do']).toContain('Rule: Name the rule');
    await send(
      liaison,
      faulty.map((row) => ({ ...row, Rule: 'Section 9' })),
    );
    expect(readyOn(await check())).toHaveLength(2);
    expect(await eventsOf('complaint.export', two)).toBeGreaterThan(1);
  });

  it('is another plan’s complaint, told like one that is not there, and noted in the log', async () => {
    const [row = {}] = await rowsOf([one], UPHELD);
    const unknown = { ...row, Reference: 'PC-2026-999999-X' };
    await send(liaison, [{ ...row, Reference: foreign.reference ?? '' }, unknown]);
    const page = await check();
    expect(page.text).toContain('No complaint of this number was presented to your plan');
    expect(page.$('#ready-heading').length).toBe(0);
    expect(await eventsOf('complaint.refuse-view', foreign)).toBeGreaterThan(0);
    await liaison.post('/mco/answers/confirm', { revision: '1' });
    expect(await statusOf(foreign)).toBe('with_mco');
  });

  it('is a formula and a claim that comes twice', async () => {
    const [row = {}] = await rowsOf([one], UPHELD);
    await send(
      liaison,
      [row, { ...row, Reason: '' }, ...(await rowsOf([two], { ...UPHELD, Reason: '=A1' }))],
      'xlsx',
    );
    const text = (await check()).text;
    expect(text).toContain('Row 2 answers the same');
    expect(text).toContain('This cell holds a formula');
  });
});

describe('A file that cannot be read', () => {
  it.each<[string, string, Buffer, string]>([
    ['a PDF', 'filled.xlsx', PDF, 'It does not have the headings'],
    [
      'an old workbook',
      'filled.xls',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'saved by an Excel from before 2007',
    ],
    ['an empty one', 'filled.csv', Buffer.alloc(0), 'There is nothing in it'],
    ['a table of something else', 'list.csv', Buffer.from('a,b\n1,2'), 'It does not have the headings'],
    [
      'too many rows',
      'list.csv',
      Buffer.from(`Reference,RIN,Claim number\n${'PC-1,1,1\n'.repeat(5_001)}`),
      'more than 5,000 rows',
    ],
    ['too large', 'list.csv', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'larger than 5 MB'],
  ])('%s is refused beside its field, with what to do', async (_what, name, content, problem) => {
    const refused = await sendFile(liaison, name, content);
    expect(refused.status).toBe(422);
    expect(refused.errors.join()).toContain(problem);
    expect(refused.$('.usa-form-group--error input[type=file]').length).toBe(1);
  });

  it('is none at all', async () => {
    const token = await liaison.token();
    const answer = await liaison.agent.post('/mco/answers/import').field('_csrf', token);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Choose a file');
  });
});

describe('What waits of a file', () => {
  it('stands nowhere in the clear: neither beside the accounts nor in the sessions', async () => {
    await send(liaison, await rowsOf([two], { ...UPHELD, Reason: 'SECRET-REASON' }));
    await check();
    const { rows } = await asOwner(
      app.ownerUrl(),
      'SELECT sealed AS bytes FROM waiting_answers UNION ALL SELECT convert_to(sess::text, $1) FROM session',
      ['UTF8'],
    );
    expect(rows.length).toBeGreaterThan(1);
    const stored = rows.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join();
    for (const words of ['SECRET-REASON', 'Zugspitz', 'CL-A']) expect(stored).not.toContain(words);
  });

  it('is its sender’s alone, and gone once it is left out', async () => {
    await send(liaison, await rowsOf([one], UPHELD));
    expect((await liaison.get('/mco/answers')).text).toContain('A file that you sent is not finished');
    const colleague = await app.signInAs(await aLiaison());
    const other = await app.signInAs(cast['other liaison']);
    for (const visitor of [colleague, other]) {
      expect((await visitor.get('/mco/answers/check')).location).toBe('/mco/answers');
      expect(await download(visitor, 'to-correct.csv')).toEqual([]);
    }
    await liaison.post('/mco/answers/discard');
    expect((await check()).location).toBe('/mco/answers');
    expect(await statusOf(one)).toBe('with_mco');
  });

  it('cannot be opened for another account, to whose row it is copied', async () => {
    await send(liaison, await rowsOf([one], UPHELD));
    const account = await aLiaison();
    await asOwner(
      app.ownerUrl(),
      `INSERT INTO waiting_answers (account_id, mco_code, revision, sealed, saved_at)
       SELECT $1::uuid, mco_code, revision, sealed, saved_at FROM waiting_answers LIMIT 1`,
      [account.id],
    );
    expect((await (await app.signInAs(account)).get('/mco/answers/check')).status).toBe(500);
  });

  it('is forgotten after a day', async () => {
    await send(liaison, await rowsOf([one], UPHELD));
    await forgetOldAnswers();
    expect((await check()).status).toBe(200);
    await asOwner(app.ownerUrl(), "UPDATE waiting_answers SET saved_at = saved_at - interval '25 hours'");
    expect((await check()).location).toBe('/mco/answers');
    await forgetOldAnswers();
    expect((await asOwner(app.ownerUrl(), 'SELECT 1 FROM waiting_answers')).rows).toEqual([]);
  });

  it('that belongs to a plan for which the account no longer answers is not shown', async () => {
    const account = await aLiaison();
    const visitor = await app.signInAs(account);
    const rows = await rowsOf([one], UPHELD);
    await send(visitor, rows);
    await asOwner(app.ownerUrl(), "UPDATE account SET mco_code = 'BCCHP' WHERE id = $1", [account.id]);
    expect((await visitor.get('/mco/answers/check')).location).toBe('/mco/answers');
  });
});
