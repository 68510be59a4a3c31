import { beforeAll, describe, expect, it } from 'vitest';
import { CERTIFICATIONS } from '../../src/complaint/move-details.ts';
import { perform } from '../../src/complaint/perform.ts';
import { pool } from '../../src/platform/database/database.ts';
import { PDF } from '../attachments/sample-files.ts';
import { uploadTo } from '../filing/upload.ts';
import { testApp } from '../support/app.ts';
import { actor, aDraft } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aRepresentative } from '../support/personas.ts';

const app = testApp();
let filed: string;

beforeAll(async () => {
  const representative = await aRepresentative();
  const visitor = await app.signInAs(representative);
  const { id, version } = await aDraft(actor(representative));
  await uploadTo(visitor, `/complaints/drafts/${id}/files`, [['letter.pdf', PDF]]);
  await perform('submit', id, actor(representative), { version, certification: [...CERTIFICATIONS] });
  filed = id;
});

const CHANGES = [
  ["UPDATE complaint SET document = '\\x00' WHERE id = $1", /not rewritten/],
  ['UPDATE complaint SET document = NULL WHERE id = $1', /not rewritten/],
  ["UPDATE complaint SET status = 'draft' WHERE id = $1", /not rewritten/],
  ['DELETE FROM attachment WHERE complaint_id = $1', /not deleted/],
  [
    'DELETE FROM attachment_chunk WHERE attachment_id IN (SELECT id FROM attachment WHERE complaint_id = $1)',
    /not deleted/,
  ],
] as const;

describe('What was filed stays', () => {
  it.each(CHANGES)('for the application: %s', async (statement, refusal) => {
    await expect(pool().query(statement, [filed])).rejects.toThrow(refusal);
  });

  it.each(CHANGES)('and for the owner of the schema: %s', async (statement, refusal) => {
    await expect(asOwner(app.ownerUrl(), statement, [filed])).rejects.toThrow(refusal);
  });

  it('and cannot be deleted by the application at all', async () => {
    for (const table of ['complaint', 'complaint_key', 'history_entry', 'notice']) {
      await expect(pool().query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    }
  });
});
