import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachmentLimits, setAttachmentLimits } from '../../src/attachments/limits.ts';
import { holdTaken } from '../../src/attachments/room.queries.ts';
import { removeUnsent } from '../../src/messages/unsent-files.queries.ts';
import { now, setClock } from '../../src/platform/clock.ts';
import { pool, prisma, transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { auditOf, storedOf } from '../attachments/drafts.ts';
import { PDF } from '../attachments/sample-files.ts';
import { uploadTo } from '../filing/upload.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aPresentedComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aLiaison } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

/** For what happens by itself after an event, on a busy machine too. */
const SOON = { timeout: 10_000 };

const app = testApp();
const usualLimits = attachmentLimits();
let cast: Cast | undefined;
let complaintId: string;
let reference: string;
let representative: Visitor;
let analyst: Visitor;
let liaison: Visitor;

beforeEach(async () => {
  cast ??= await aCast();
  const presented = await aPresentedComplaint(actor(cast.representative), actor(cast.analyst));
  complaintId = presented.complaintId;
  reference = presented.reference ?? '';
  representative ??= await app.signInAs(cast.representative);
  analyst ??= await app.signInAs(cast.analyst);
  liaison ??= await app.signInAs(cast.liaison);
});
afterEach(() => {
  setAttachmentLimits(usualLimits);
  setClock(null);
});

const ofFiler = () => `/complaints/${reference}/messages`;
const ofStaff = (channel = 'provider') => `/casework/complaints/${reference}/${channel}/messages`;
const ofPlan = () => `/mco/complaints/${reference}/messages`;
/** A form with too many words: its files arrive, and nothing is sent. */
const add = (who: Visitor, href: string, ...names: string[]) =>
  send(who, href, names, { words: 'x'.repeat(10_001) });

function send(who: Visitor, href: string, names: readonly string[], fields: Record<string, string> = {}) {
  const files = names.map((name) => [name, PDF] as const);
  return uploadTo(who, href, files, { id: newId(), words: '', ...fields });
}

/** The files that wait on a form, each by its name. */
function waiting(page: Pick<Page, '$'>): string[] {
  return page
    .$('form .files__name')
    .toArray()
    .map((each) => page.$(each).text());
}

/** What the button beside a waiting file sends. */
function removalOf(page: Pick<Page, '$'>, name: string): { remove: string } {
  const button = page.$(`form li:contains("${name}") button[name=remove]`);
  return { remove: button.attr('value') ?? '' };
}

describe('The room of a side', () => {
  it('is not taken by the other side: what the plan never sends keeps the provider from nothing', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFileCountLimit: 2, complaintFilesLimit: 2 * PDF.length });
    expect((await add(liaison, ofPlan(), 'one.pdf', 'two.pdf')).status).toBe(422);
    const full = await add(liaison, ofPlan(), 'three.pdf');
    expect(full.errors).toEqual([
      'three.pdf: A complaint may have 2 files from the plan, those of messages included, and it has that many.',
    ]);
    const evidence = await uploadTo(representative, `/complaints/${reference}/files`, [
      ['one.pdf', PDF],
      ['two.pdf', PDF],
      ['three.pdf', PDF],
    ]);
    expect(evidence.errors).toEqual([
      'three.pdf: A complaint may have 2 files from the provider, those of messages included, and it has that many.',
    ]);
    expect((await send(analyst, ofStaff(), ['one.pdf', 'two.pdf'])).status).toBe(303);
  });

  it('says whose bytes are full', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFilesLimit: PDF.length });
    await send(liaison, ofPlan(), ['one.pdf']);
    const full = await send(liaison, ofPlan(), ['two.pdf']);
    expect(full.errors[0]).toMatch(/two\.pdf: .* a complaint’s files from the plan may be .* together\./);
    expect((await send(representative, ofFiler(), ['mine.pdf'])).status).toBe(303);
  });

  it('is not taken by what a colleague has not sent, and holds when both send', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFileCountLimit: 2 });
    const other = await app.signInAs(await aLiaison({ name: 'Lou Juniper' }));
    await add(liaison, ofPlan(), 'one.pdf', 'two.pdf');
    const added = await add(other, ofPlan(), 'three.pdf', 'four.pdf');
    expect(waiting(added)).toEqual(['three.pdf', 'four.pdf']);
    expect((await send(liaison, ofPlan(), [])).status).toBe(303);
    const late = await send(other, ofPlan(), []);
    expect(late.errors).toEqual([
      'With these files the complaint would have more than 2 files from the plan. Remove some of them.',
    ]);
    await send(other, ofPlan(), [], removalOf(late, 'three.pdf'));
    await send(other, ofPlan(), [], removalOf(late, 'four.pdf'));
    expect((await send(other, ofPlan(), [], { words: 'Words alone.' })).status).toBe(303);
  });

  it('holds when two of a side send at once', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFileCountLimit: 1 });
    const other = await app.signInAs(await aLiaison({ name: 'Lou Juniper' }));
    await add(liaison, ofPlan(), 'one.pdf');
    await add(other, ofPlan(), 'two.pdf');
    const answers = await Promise.all([liaison, other].map((who) => send(who, ofPlan(), [])));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await prisma().attachment.count({ where: { complaintId, messageId: { not: null } } })).toBe(1);
  });
});

it('The room of a side is counted by one sender at a time, until what they send is written', async () => {
  const room = { complaintId, side: 'mco' } as const;
  const waiters = `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  const ended: string[] = [];
  let second: Promise<unknown> = Promise.resolve();
  await transaction(async (first) => {
    await holdTaken(first, room);
    second = transaction((tx) => holdTaken(tx, room)).then(() => ended.push('second'));
    await vi.waitFor(async () => expect((await pool().query(waiters)).rows[0].count).toBe(1), SOON);
    ended.push('first');
  });
  await second;
  expect(ended).toEqual(['first', 'second']);
});

describe('A file that is not sent yet', () => {
  it('is taken back by its author without a script, and what was typed stays', async () => {
    const form = await add(representative, ofFiler(), 'wrong.pdf', 'right.pdf');
    expect(form.text).toContain('What is not sent within a day is removed.');
    const fields = { ...removalOf(form, 'wrong.pdf'), words: 'Here it is.' };
    const answer = await send(representative, ofFiler(), ['more.pdf'], fields);
    expect(answer.status).toBe(200);
    expect(answer.$('body').text()).toContain('The file is removed.');
    expect(answer.$('textarea').text()).toBe('Here it is.');
    expect(waiting(answer)).toEqual(['right.pdf', 'more.pdf']);
    expect(await storedOf(complaintId)).toEqual({ states: ['released', 'released'], chunks: 2 });
    expect(await auditOf(complaintId)).toContain('attachment.take-back');
    expect((await analyst.get(ofStaff())).$('.messages__message')).toHaveLength(0);
  });

  it('is taken back once: the same again does nothing', async () => {
    const removal = removalOf(await add(representative, ofFiler(), 'wrong.pdf'), 'wrong.pdf');
    await send(representative, ofFiler(), [], removal);
    const again = await send(representative, ofFiler(), [], removal);
    expect(again.status).toBe(200);
    expect(again.$('body').text()).not.toContain('The file is removed.');
  });

  it('is nobody else’s to see, to send or to take back', async () => {
    const removal = removalOf(await add(liaison, ofPlan(), 'mine.pdf'), 'mine.pdf');
    const other = await app.signInAs(await aLiaison({ name: 'Lou Juniper' }));
    expect(waiting(await send(other, ofPlan(), [], removal))).toEqual([]);
    await send(analyst, ofStaff('plan'), [], removal);
    await send(other, ofPlan(), [], { words: 'Words alone.' });
    expect(waiting(await liaison.get(ofPlan()))).toEqual(['mine.pdf']);
  });

  it('is no more to be taken back once it is sent', async () => {
    const removal = removalOf(await add(representative, ofFiler(), 'sent.pdf'), 'sent.pdf');
    await send(representative, ofFiler(), []);
    await send(representative, ofFiler(), [], removal);
    expect((await storedOf(complaintId)).states).toEqual(['released']);
  });

  it('stays for the record if it was refused for malware', async () => {
    const removal = removalOf(await add(representative, ofFiler(), 'bad.pdf'), 'bad.pdf');
    await prisma().attachment.update({ where: { id: removal.remove }, data: { state: 'refused' } });
    expect((await representative.get(ofFiler())).$('button[name=remove]')).toHaveLength(0);
    await send(representative, ofFiler(), [], removal);
    expect((await storedOf(complaintId)).states).toEqual(['refused']);
  });

  it('is removed after a day, and nothing else is', async () => {
    const began = now();
    setClock(began);
    await send(representative, ofFiler(), ['sent.pdf']);
    await uploadTo(representative, `/complaints/${reference}/files`, [['evidence.pdf', PDF]]);
    await add(representative, ofFiler(), 'unsent.pdf');
    await add(liaison, ofPlan(), 'unsent.pdf');
    setClock(began.add({ minutes: 24 * 60 - 1 }));
    expect(await removeUnsent(24)).toBe(0);
    setClock(began.add({ hours: 24 }));
    expect(await removeUnsent(24)).toBeGreaterThanOrEqual(2);
    expect(await storedOf(complaintId)).toEqual({ states: ['released', 'released'], chunks: 2 });
    expect((await auditOf(complaintId)).filter((action) => action === 'attachment.take-back')).toHaveLength(
      2,
    );
  });
});

describe('A form of a message', () => {
  it('that comes twice sends each file once, and leaves none behind', async () => {
    const fields = { id: newId(), words: 'Once.' };
    await send(representative, ofFiler(), ['once.pdf'], fields);
    expect((await send(representative, ofFiler(), ['once.pdf'], fields)).status).toBe(303);
    expect(waiting(await representative.get(ofFiler()))).toEqual([]);
    expect((await storedOf(complaintId)).states).toEqual(['released']);
  });

  it.each([
    ['another id', { id: 'none', words: 'Hello' }],
    ['no words', { id: newId() }],
    ['a file to remove that is none', { id: newId(), words: 'Hello', remove: 'all' }],
  ])('with %s than its page made is refused before a byte of a file is stored', async (_which, fields) => {
    const answer = await uploadTo(liaison, ofPlan(), [['one.pdf', PDF]], fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Load the page again');
    expect(await storedOf(complaintId)).toEqual({ states: [], chunks: 0 });
  });
});

describe('Words of 10,000 characters of three bytes', () => {
  const words = '語'.repeat(10_000);

  it.each([
    ['representative', () => [representative, ofFiler(), analyst, ofStaff()] as const],
    ['analyst', () => [analyst, ofStaff(), representative, ofFiler()] as const],
    ['liaison', () => [liaison, ofPlan(), analyst, ofStaff('plan')] as const],
  ])('are sent by the %s whole', async (_who, place) => {
    const [author, from, reader, to] = place();
    expect((await send(author, from, ['with.pdf'], { words })).status).toBe(303);
    expect((await reader.get(to)).$('.messages__words').text()).toBe(words);
  });

  it('and one more are refused beside the field, with all that was typed', async () => {
    const long = await send(liaison, ofPlan(), [], { words: `${words}語` });
    expect(long.errors).toEqual(['Use at most 10,000 characters']);
    expect(long.$('textarea').text()).toBe(`${words}語`);
  });

  it('and far more are answered with what to do, and no file is stored', async () => {
    const overlong = await send(liaison, ofPlan(), ['with.pdf'], { words: '語'.repeat(100_000) });
    expect(overlong.status).toBe(422);
    expect(overlong.text).toContain('shorten the text');
    expect(await storedOf(complaintId)).toEqual({ states: [], chunks: 0 });
  });
});

describe('A file that was sent', () => {
  it.each([
    ['DELETE FROM attachment WHERE complaint_id = $1', /not deleted/],
    ['UPDATE attachment SET message_id = NULL WHERE complaint_id = $1', /not rewritten/],
    ['UPDATE attachment SET channel = NULL WHERE complaint_id = $1', /not rewritten/],
  ])('stays so, for the application and the owner of the schema: %s', async (statement, refusal) => {
    await send(representative, ofFiler(), ['sent.pdf']);
    await expect(pool().query(statement, [complaintId])).rejects.toThrow(refusal);
    await expect(asOwner(app.ownerUrl(), statement, [complaintId])).rejects.toThrow(refusal);
  });
});
