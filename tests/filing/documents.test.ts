import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { listAttachments } from '../../src/attachments/attachments.queries.ts';
import { attachmentLimits, setAttachmentLimits } from '../../src/attachments/limits.ts';
import { PDF, PNG } from '../attachments/sample-files.ts';
import { testApp } from '../support/app.ts';
import { actor, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { uploadTo } from './upload.ts';
import { type DraftWalk, walkOf } from './walk.ts';

const app = testApp();
const limits = attachmentLimits();
let representative: AccountProfile;
let visitor: Visitor;

beforeAll(async () => {
  representative = await aRepresentative();
  visitor = await app.signInAs(representative);
});
afterEach(() => setAttachmentLimits(limits));

async function aWalk(): Promise<DraftWalk> {
  return walkOf(visitor, (await aDraft(actor(representative))).id);
}

describe('Documents of a draft', () => {
  it('are added several at once, listed with their sizes, downloaded and removed', async () => {
    const walk = await aWalk();
    const answer = await uploadTo(visitor, walk.href('files'), [
      ['remittance.pdf', PDF],
      ['scan.png', PNG],
    ]);
    expect(answer.location).toBe(walk.href('files'));
    const page = await visitor.follow(answer);
    expect(page.text).toContain('2 files are added.');
    expect(page.text).toContain(`${PDF.length} bytes · PDF`);
    const href = page.$('.files__name').first().attr('href') ?? '';
    const download = await visitor.agent.get(href).buffer();
    expect(download.headers['content-disposition']).toMatch(/^attachment; filename="?remittance\.pdf"?$/);
    expect(Buffer.from(download.body)).toEqual(PDF);
    expect(await countDownloads(walk.id)).toBe(1);
    await visitor.submit(walk.href('files'), {}, `form[action="${href}/remove"]`);
    expect((await listAttachments(walk.id)).map(({ fileName }) => fileName)).toEqual(['scan.png']);
  });

  it('with a lie in the name are refused, each for its reason, and the others are kept', async () => {
    const walk = await aWalk();
    const page = await uploadTo(visitor, walk.href('files'), [
      ['letter.pdf', PDF],
      ['lie.pdf', PNG],
      ['setup.exe', Buffer.from('MZ')],
    ]);
    expect(page.status).toBe(422);
    expect(page.errors).toHaveLength(2);
    expect(page.errors[0]).toContain('lie.pdf: The name says PDF, but the content is a PNG image.');
    expect(page.errors[1]).toContain('setup.exe: Files of this type are not taken.');
    expect(page.$('.files__name').text()).toBe('letter.pdf');
    expect((await listAttachments(walk.id)).map(({ fileName }) => fileName)).toEqual(['letter.pdf']);
  });

  it('keep to the limits, which the page tells', async () => {
    setAttachmentLimits({ fileLimit: 64, complaintFilesLimit: 1024, complaintFileCountLimit: 2 });
    const walk = await aWalk();
    expect((await walk.get('files')).text).toContain('At most 2 files from the provider');
    const large = await uploadTo(visitor, walk.href('files'), [['large.txt', Buffer.alloc(65, 'x')]]);
    expect(large.errors[0]).toContain('large.txt: The file is larger than');
    const many = await uploadTo(
      visitor,
      walk.href('files'),
      ['one.txt', 'two.txt', 'three.txt'].map((name) => [name, Buffer.from('text')]),
    );
    expect(many.errors).toEqual([
      'three.txt: A complaint may have 2 files from the provider, those of messages included, and it has that many.',
    ]);
  });

  it('must be chosen before they are sent', async () => {
    const walk = await aWalk();
    const page = await uploadTo(visitor, walk.href('files'), []);
    expect(page.errors).toEqual(['Choose at least one file']);
  });

  it('are not taken without the token of the session', async () => {
    const walk = await aWalk();
    const answer = await visitor.agent.post(walk.href('files')).attach('files', PDF, 'letter.pdf');
    expect(answer.status).toBe(403);
    expect(await listAttachments(walk.id)).toEqual([]);
  });

  it('stay when the complaint is filed', async () => {
    const filed = await aFiledComplaint(actor(representative));
    const href = `/complaints/drafts/${filed.complaintId}/files`;
    const late = await uploadTo(visitor, href, [['late.pdf', PDF]]);
    expect(late.status).toBe(409);
    expect(await listAttachments(filed.complaintId)).toEqual([]);
  });

  it('have their names on the check page, and in no session', async () => {
    const walk = await aWalk();
    await uploadTo(visitor, walk.href('files'), [['Okafor remittance.pdf', PDF]]);
    expect((await walk.get('check')).text).toContain('Okafor remittance.pdf');
    const { rows } = await asOwner(app.ownerUrl(), 'SELECT sess::text AS text FROM session');
    expect(rows.map(({ text }) => text).join()).not.toContain('Okafor');
  });
});

async function countDownloads(complaintId: string): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM audit_event WHERE action = 'attachment.download' AND complaint_id = $1`;
  return (await asOwner(app.ownerUrl(), sql, [complaintId])).rows[0].count;
}
