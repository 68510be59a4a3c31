import { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findAttachment,
  listAttachments,
  removeAbandoned,
  removeFromDraft,
} from '../../src/attachments/attachments.queries.ts';
import { receiveFile, type UploadTarget } from '../../src/attachments/receive-file.ts';
import { setClock } from '../../src/platform/clock.ts';
import { prisma } from '../../src/platform/database/database.ts';
import { DecryptionRefused } from '../../src/platform/encryption/decryption-refused.ts';
import { Conflict, NotFound } from '../../src/platform/errors.ts';
import { newId } from '../../src/platform/identifier.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { aDraft, auditOf, storedOf, useKeyFile } from './drafts.ts';
import { PDF, PNG } from './sample-files.ts';

const database = useDatabase();
useKeyFile();
let draft: UploadTarget;
beforeEach(async () => {
  draft = await aDraft();
});
afterEach(() => setClock(null));

const receive = (name: string, content = PDF) => receiveFile(draft, name, Readable.from([content]));

describe('A complaint’s files', () => {
  it('are listed as they came, and each found, within their complaint only', async () => {
    const first = await receive('first.pdf');
    await receive('second.png', PNG);
    const mine = draft.complaintId;
    draft = await aDraft();
    await receive('other.pdf');
    expect((await listAttachments(mine)).map((file) => file.fileName)).toEqual(['first.pdf', 'second.png']);
    expect(await findAttachment(mine, first.id)).toMatchObject({ fileName: 'first.pdf' });
    expect(await findAttachment(draft.complaintId, first.id)).toBeNull();
    expect(await findAttachment(mine, newId())).toBeNull();
  });

  it('are none while they are arriving', async () => {
    const file = await receive('a.pdf');
    await prisma().attachment.update({
      where: { id: file.id },
      data: { state: 'receiving', description: null },
    });
    expect(await listAttachments(draft.complaintId)).toEqual([]);
    expect(await findAttachment(draft.complaintId, file.id)).toBeNull();
  });

  it('are refused where two descriptions were swapped', async () => {
    const [one, two] = [await receive('one.pdf'), await receive('two.pdf')];
    const stored = await prisma().attachment.findUniqueOrThrow({ where: { id: one.id } });
    await prisma().attachment.update({ where: { id: two.id }, data: { description: stored.description } });
    await expect(findAttachment(draft.complaintId, two.id)).rejects.toThrow(DecryptionRefused);
  });
});

describe('A file taken out of a draft', () => {
  it('is gone with its bytes, and the audit says so', async () => {
    const file = await receive('a.pdf');
    await removeFromDraft(draft.complaintId, file.id, draft.actor);
    expect(await storedOf(draft.complaintId)).toEqual({ states: [], chunks: 0 });
    expect(await auditOf(draft.complaintId)).toEqual(['attachment.receive', 'attachment.remove']);
  });

  it('is not found twice, nor from another complaint, nor where the complaint is not', async () => {
    const file = await receive('a.pdf');
    const other = await aDraft();
    await expect(removeFromDraft(other.complaintId, file.id, other.actor)).rejects.toThrow(NotFound);
    await expect(removeFromDraft(newId(), file.id, draft.actor)).rejects.toThrow(NotFound);
    await removeFromDraft(draft.complaintId, file.id, draft.actor);
    await expect(removeFromDraft(draft.complaintId, file.id, draft.actor)).rejects.toThrow(NotFound);
  });

  it('stays if it was refused for malware: that is a record', async () => {
    const file = await receive('a.pdf');
    await prisma().attachment.update({ where: { id: file.id }, data: { state: 'refused' } });
    await expect(removeFromDraft(draft.complaintId, file.id, draft.actor)).rejects.toThrow(NotFound);
  });

  it('stays once the complaint is filed', async () => {
    const file = await receive('a.pdf');
    await fileComplaint();
    await expect(removeFromDraft(draft.complaintId, file.id, draft.actor)).rejects.toThrow(Conflict);
    expect((await storedOf(draft.complaintId)).states).toEqual(['released']);
  });
});

describe('What a dead process left of an upload', () => {
  it('is removed some hours after it began, and nothing else is', async () => {
    const began = Temporal.Instant.from('2026-03-02T15:00:00Z');
    setClock(began);
    const left = await receive('left.pdf');
    await receive('whole.pdf');
    await prisma().attachment.update({ where: { id: left.id }, data: { state: 'receiving' } });
    setClock(began.add({ minutes: 119 }));
    expect(await removeAbandoned(2)).toBe(0);
    setClock(began.add({ minutes: 120 }));
    expect(await removeAbandoned(2)).toBe(1);
    expect(await storedOf(draft.complaintId)).toEqual({ states: ['released'], chunks: 1 });
  });
});

/** Makes the draft a filed complaint, past all that filing checks. */
async function fileComplaint(): Promise<void> {
  await asOwner(
    database.ownerUrl(),
    `UPDATE complaint SET status = 'submitted', number = 1, reference = 'PC-2026-000001-X', submitted_at = now(),
       document = '\\x00', mco_code = (SELECT code FROM mco LIMIT 1), program_code = (SELECT code FROM program LIMIT 1),
       topic_code = (SELECT code FROM topic LIMIT 1) WHERE id = $1`,
    [draft.complaintId],
  );
}
