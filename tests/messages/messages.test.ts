import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { perform } from '../../src/complaint/perform.ts';
import { newId } from '../../src/platform/identifier.ts';
import { PDF } from '../attachments/sample-files.ts';
import { uploadTo } from '../filing/upload.ts';
import { testApp } from '../support/app.ts';
import { actor, aFiledComplaint, aPresentedComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { sentMail } from '../support/mail.ts';
import { aLiaison, anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
let owner: AccountProfile;
let analystAccount: AccountProfile;
let representative: Visitor;
let analyst: Visitor;
let liaison: Visitor;
let complaintId: string;
let version: number;
let reference: string;

beforeAll(async () => {
  owner = await aRepresentative();
  analystAccount = await anAnalyst();
  const presented = await aPresentedComplaint(actor(owner), actor(analystAccount));
  complaintId = presented.complaintId;
  reference = presented.reference ?? '';
  const details = { version: presented.version, assignee: analystAccount.id };
  version = (await perform('assign', complaintId, actor(analystAccount), details)).version;
  representative = await app.signInAs(owner);
  analyst = await app.signInAs(analystAccount);
  liaison = await app.signInAs(await aLiaison());
});

const ofFiler = () => `/complaints/${reference}/messages`;
const ofStaff = (channel = 'provider') => `/casework/complaints/${reference}/${channel}/messages`;
const ofPlan = () => `/mco/complaints/${reference}/messages`;

const write = (who: Visitor, href: string, words: string, files: [string, Buffer][] = [], id = newId()) =>
  uploadTo(who, href, files, { id, words });
const wordsOn = (page: Page) =>
  page
    .$('.messages__words')
    .toArray()
    .map((paragraph) => page.$(paragraph).text());

describe('A message between the representative and HFS', () => {
  it('is read by both, in its paragraphs, and not by the plan', async () => {
    const sent = await write(representative, ofFiler(), 'The remittance came today.\r\n\r\nShall I send it?');
    expect(sent.status).toBe(303);
    expect((await representative.follow(sent)).text).toContain('Your message is sent.');
    const paragraphs = ['The remittance came today.', 'Shall I send it?'];
    expect(wordsOn(await analyst.get(ofStaff()))).toEqual(paragraphs);
    expect(wordsOn(await liaison.get(ofPlan()))).toEqual([]);
    expect((await liaison.get(`/mco/complaints/${reference}`)).text).not.toContain('remittance');
  });

  it('is marked as read once the other side has seen it, and counted until then', async () => {
    await write(analyst, ofStaff(), 'Please send it.');
    expect((await analyst.get(ofStaff())).text).toContain('The representative has not read it yet');
    expect((await representative.get(`/complaints/${reference}`)).text).toContain('1 new');
    await representative.get(ofFiler());
    expect((await representative.get(`/complaints/${reference}`)).text).not.toContain('1 new');
    expect((await analyst.get(ofStaff())).text).toContain('The representative read it on');
  });

  it('is announced by mail without a word of it, to the other side alone', async () => {
    const before = (await sentMail()).length;
    await write(representative, ofFiler(), 'Marigold Testperson was seen on Monday.');
    const mail = (await sentMail()).slice(before);
    expect(mail.map(({ to }) => to.address)).toEqual([analystAccount.email]);
    expect(mail[0]?.text).toContain(`/casework/complaints/${reference}`);
    expect(mail[0]?.text).not.toContain('Marigold');
  });

  it('is stored as ciphertext, and noted in the log', async () => {
    const { rows } = await asOwner(
      app.ownerUrl(),
      'SELECT words FROM message WHERE complaint_id = $1 ORDER BY at DESC LIMIT 1',
      [complaintId],
    );
    expect(Buffer.from(rows[0].words).toString('latin1')).not.toContain('Marigold');
    expect(await eventsOf('message.send')).toBeGreaterThan(0);
  });

  it('is said once by a form that is sent twice', async () => {
    const id = newId();
    const [one, other] = await Promise.all([
      write(representative, ofFiler(), 'Only once.', [], id),
      write(representative, ofFiler(), 'Only once.', [], id),
    ]);
    expect([one.status, other.status]).toEqual([303, 303]);
    expect(wordsOn(await analyst.get(ofStaff())).filter((words) => words === 'Only once.')).toHaveLength(1);
  });

  it('cannot be changed or taken back by the application or the owner of the schema', async () => {
    await expect(asOwner(app.ownerUrl(), 'UPDATE message SET words = NULL')).rejects.toThrow(/append-only/);
    await expect(asOwner(app.ownerUrl(), 'DELETE FROM message_read')).rejects.toThrow(/append-only/);
  });

  it('needs something in it', async () => {
    const answer = await write(representative, ofFiler(), '  ');
    expect(answer.status).toBe(422);
    expect(answer.errors).toEqual(['Write a message, or choose a file']);
    const long = await write(representative, ofFiler(), 'x'.repeat(10_001));
    expect(long.errors[0]).toContain('10,000 characters');
    expect(long.$('textarea').text()).toHaveLength(10_001);
  });
});

describe('A file of a message', () => {
  it('is read by its two sides alone, and is no part of the complaint', async () => {
    const sent = await write(representative, ofFiler(), 'Here it is.', [['remittance.pdf', PDF]]);
    expect(sent.status).toBe(303);
    const href = (await analyst.get(ofStaff())).$('.messages a').last().attr('href') ?? '';
    expect((await analyst.get(href)).status).toBe(200);
    const id = href.split('/').at(-1);
    expect((await representative.get(`/complaints/${reference}/files/${id}`)).status).toBe(200);
    expect((await liaison.get(`/mco/complaints/${reference}/files/${id}`)).status).toBe(404);
    expect((await liaison.get(`/mco/complaints/${reference}`)).text).not.toContain('remittance.pdf');
  });

  it('waits on the form, with what was written, when another is refused', async () => {
    const refused = await write(analyst, ofStaff(), 'Two files.', [
      ['answer.pdf', PDF],
      ['program.exe', Buffer.from('MZ')],
    ]);
    expect(refused.status).toBe(422);
    expect(refused.errors[0]).toContain('program.exe');
    expect(refused.$('textarea').text()).toBe('Two files.');
    expect(refused.$('form').text()).toContain('answer.pdf');
    expect((await representative.get(ofFiler())).text).not.toContain('answer.pdf');
    await write(analyst, ofStaff(), 'Two files.');
    expect((await representative.get(ofFiler())).$('.messages__message').last().text()).toContain(
      'answer.pdf',
    );
  });

  it('may come without a word', async () => {
    expect((await write(representative, ofFiler(), '', [['alone.pdf', PDF]])).status).toBe(303);
  });
});

describe('A message between the plan and HFS', () => {
  it('is read by both, and not by the representative', async () => {
    await write(liaison, ofPlan(), 'We have found the claim.');
    await write(analyst, ofStaff('plan'), 'Then pay it, please.');
    expect(wordsOn(await liaison.get(ofPlan()))).toEqual([
      'We have found the claim.',
      'Then pay it, please.',
    ]);
    expect(wordsOn(await analyst.get(ofStaff('plan')))).toHaveLength(2);
    expect(wordsOn(await representative.get(ofFiler())).join()).not.toContain('found the claim');
  });
});

describe('The messages of a complaint', () => {
  it('are there for nobody else', async () => {
    const other = await app.signInAs(await aRepresentative());
    const otherPlan = await app.signInAs(await aLiaison({ mcoCode: 'BCCHP' }));
    for (const [who, href] of [
      [other, ofFiler()],
      [otherPlan, ofPlan()],
    ] as const) {
      expect((await who.get(href)).status).toBe(404);
      expect((await write(who, href, 'Hello?')).status).toBe(404);
    }
    expect((await representative.get(ofStaff())).status).toBe(403);
    expect((await analyst.get(`/casework/complaints/${reference}/gossip/messages`)).status).toBe(404);
  });

  it('need the session’s token', async () => {
    const forged = await representative.agent.post(ofFiler()).field('_csrf', 'forged').field('words', 'Hi');
    expect(forged.status).toBe(403);
  });

  it('end with the complaint, and stay readable', async () => {
    await perform('withdraw', complaintId, actor(owner), { version });
    const page = await representative.get(ofFiler());
    expect(page.$('main form').length).toBe(0);
    expect(wordsOn(page)).toContain('Only once.');
    const late = await write(representative, ofFiler(), 'Too late?');
    expect(late.status).toBe(409);
    expect(late.text).toContain('The complaint is closed');
  });
});

async function eventsOf(action: string): Promise<number> {
  const sql = 'SELECT count(*)::int AS count FROM audit_event WHERE action = $1 AND complaint_id = $2';
  return (await asOwner(app.ownerUrl(), sql, [action, complaintId])).rows[0].count;
}

describe('The first message of HFS to the representative', () => {
  const clockOf = async (id: string) => {
    const { rows } = await asOwner(
      app.ownerUrl(),
      `SELECT state FROM clock WHERE complaint_id = $1 AND kind = 'first_reply'`,
      [id],
    );
    return rows.map(({ state }) => state);
  };

  it('is the first reply that HFS owes, and makes no open form out of date; one to nobody or of theirs is none', async () => {
    const filed = await aFiledComplaint(actor(owner));
    const theirs = `/complaints/${filed.reference}/messages`;
    await write(representative, theirs, 'Have you seen it?');
    expect(await clockOf(filed.complaintId)).toEqual(['running']);
    const ours = `/casework/complaints/${filed.reference}/provider/messages`;
    await write(analyst, ours, 'We look at it.');
    await write(analyst, ours, 'And again.');
    expect(await clockOf(filed.complaintId)).toEqual(['met']);
    const page = await analyst.get(`/casework/complaints/${filed.reference}`);
    expect(page.text.match(/gave the representative a first reply, by a message/g)).toHaveLength(1);
    expect((await representative.get(`/complaints/${filed.reference}`)).text).not.toContain(
      'first reply, by',
    );
    const present = { version: filed.version, priorReviewConfirmed: true as const };
    const { status } = await perform('present', filed.complaintId, actor(analystAccount), present);
    expect(status).toBe('with_mco');
  });
});
