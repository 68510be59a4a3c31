import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { listAttachments } from '../../src/attachments/attachments.queries.ts';
import { perform } from '../../src/complaint/perform.ts';
import { newId } from '../../src/platform/identifier.ts';
import { PDF } from '../attachments/sample-files.ts';
import { testApp } from '../support/app.ts';
import { actor, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aColleague, anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { uploadTo } from './upload.ts';

const app = testApp();
let owner: AccountProfile;
let ownVisitor: Visitor;
let draft: string;
let reference: string;
let returned: string;
let others: readonly { who: string; visitor: Visitor }[];

beforeAll(async () => {
  owner = await aRepresentative();
  ownVisitor = await app.signInAs(owner);
  draft = (await aDraft(actor(owner))).id;
  await uploadTo(ownVisitor, `/complaints/drafts/${draft}/files`, [['letter.pdf', PDF]]);
  reference = (await aFiledComplaint(actor(owner))).reference ?? '';
  returned = await aReturnedComplaint();
  others = [
    { who: 'a colleague', visitor: await app.signInAs(await aColleague(owner)) },
    { who: 'another organization', visitor: await app.signInAs(await aRepresentative()) },
  ];
});

async function aReturnedComplaint(): Promise<string> {
  const { complaintId, version, reference: filedAs } = await aFiledComplaint(actor(owner));
  const staff = actor(await anAnalyst());
  await perform('return', complaintId, staff, { version, missing: ['document'], words: 'Add the letter.' });
  return filedAs ?? '';
}

describe('A draft is its writer’s alone', () => {
  it('and its pages exist for nobody else, not even a colleague', async () => {
    for (const { visitor } of others) {
      for (const page of [
        '',
        '/screening',
        '/claims',
        '/files',
        '/check',
        '/certify',
        '/too-early',
        '/not-sure',
      ]) {
        expect((await visitor.get(`/complaints/drafts/${draft}${page}`)).status).toBe(404);
      }
    }
  });

  it('and nobody else saves, files, adds to or takes from it', async () => {
    const [file] = await listAttachments(draft);
    for (const { visitor } of others) {
      const forms = ['screening', 'plan', 'story', 'certify', `files/${file?.id}/remove`];
      for (const form of forms) {
        const answer = await visitor.post(`/complaints/drafts/${draft}/${form}`, {
          version: '1',
          program: 'managed-care',
        });
        expect({ form, status: answer.status }).toEqual({ form, status: 404 });
      }
      const upload = await uploadTo(visitor, `/complaints/drafts/${draft}/files`, [['own.pdf', PDF]]);
      expect(upload.status).toBe(404);
      expect((await visitor.get(`/complaints/drafts/${draft}/files/${file?.id}`)).status).toBe(404);
    }
    expect(await listAttachments(draft)).toHaveLength(1);
  });

  it('and a draft begun with its id is not another’s', async () => {
    for (const { visitor } of others) {
      expect((await visitor.post('/complaints/new', { id: draft })).location).toBe('/complaints/new');
      expect((await visitor.get(`/complaints/drafts/${draft}/screening`)).status).toBe(404);
    }
  });

  it('and an address that is no id, or of no draft, is no page', async () => {
    for (const id of ['1', 'x-y', newId()]) {
      expect((await ownVisitor.get(`/complaints/drafts/${id}/screening`)).status).toBe(404);
    }
  });
});

describe('A filed complaint', () => {
  it('exists for nobody else in the filing pages, nor do its moves and files', async () => {
    for (const { visitor } of others) {
      for (const page of ['', '/filed', '/files', '/moves/withdraw', '/moves/resubmit']) {
        expect((await visitor.get(`/complaints/${reference}${page}`)).status).toBe(404);
      }
      expect((await visitor.post(`/complaints/${reference}/moves/withdraw`, { version: '2' })).status).toBe(
        404,
      );
      expect((await uploadTo(visitor, `/complaints/${returned}/files`, [['own.pdf', PDF]])).status).toBe(404);
      expect((await visitor.get('/complaints')).text).not.toContain(reference);
    }
  });

  it('notes who asked for it in vain', async () => {
    const asked = await asOwner(
      app.ownerUrl(),
      `SELECT DISTINCT actor_name, complaint_id FROM audit_event
       JOIN complaint ON complaint.id = audit_event.complaint_id
       WHERE action = 'complaint.refuse-view' AND reference = $1 ORDER BY actor_name`,
      [reference],
    );
    expect(asked.rows.map((row) => row.actor_name)).toContain('Corin Maple');
    expect(asked.rows).toHaveLength(2);
  });

  it('gives out only its own files', async () => {
    const [file] = await listAttachments(draft);
    expect((await ownVisitor.get(`/complaints/${reference}/files/${file?.id}`)).status).toBe(404);
    expect((await ownVisitor.get(`/complaints/${reference}/files/not-an-id`)).status).toBe(404);
  });

  it('has no page for the moves of others', async () => {
    for (const move of ['present', 'close', 'submit', 'nonsense']) {
      expect((await ownVisitor.get(`/complaints/${reference}/moves/${move}`)).status).toBe(404);
      expect((await ownVisitor.post(`/complaints/${reference}/moves/${move}`, { version: '2' })).status).toBe(
        404,
      );
    }
  });

  it('is read by staff in their own pages, not in these', async () => {
    const analyst = await app.signInAs(await anAnalyst());
    expect((await analyst.get(`/complaints/${reference}`)).status).toBe(403);
    expect((await app.visitor().get(`/complaints/${reference}`)).location).toContain('/sign-in?next=');
  });
});
