import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complaintKey } from '../../../src/complaint/keys.queries.ts';
import { prisma } from '../../../src/platform/database/database.ts';
import { blindIndex } from '../../../src/platform/encryption/blind-index.ts';
import type { PhiContext } from '../../../src/platform/encryption/context.ts';
import { DecryptionRefused } from '../../../src/platform/encryption/decryption-refused.ts';
import { decryptDocument, encryptDocument } from '../../../src/platform/encryption/document-cipher.ts';
import { fileKeyProvider } from '../../../src/platform/encryption/file-key-provider.ts';
import { loadInstallationKeys } from '../../../src/platform/encryption/installation-keys.queries.ts';
import { createKeyFile } from '../../../src/platform/encryption/key-file.ts';
import { setKeyProvider } from '../../../src/platform/encryption/key-provider.ts';
import { openWaiting, sealWaiting } from '../../../src/platform/encryption/waiting-cipher.ts';
import { BootFailure, NotFound } from '../../../src/platform/errors.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { aDraft } from '../../attachments/drafts.ts';
import { asOwner, useDatabase } from '../../support/database.ts';

const database = useDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-keys-'));
  for (const name of ['ours.json', 'another.json'])
    await createKeyFile(join(folder, name), { development: true });
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => useKeysOf('ours.json'));

describe('A complaint’s key', () => {
  it('is stored wrapped only, and is another for each complaint', async () => {
    const [one, two] = [await newComplaint(), await newComplaint()];
    const [first, second] = [await complaintKey(prisma(), one), await complaintKey(prisma(), two)];
    expect(first).toHaveLength(32);
    expect(first.equals(second)).toBe(false);
    const stored = await prisma().complaintKey.findUniqueOrThrow({ where: { complaintId: one } });
    expect(Buffer.from(stored.wrapped).includes(first)).toBe(false);
  });

  it('is the same after a restart', async () => {
    const complaintId = await newComplaint();
    const before = await complaintKey(prisma(), complaintId);
    await useKeysOf('ours.json');
    expect((await complaintKey(prisma(), complaintId)).equals(before)).toBe(true);
  });

  it('does not open in another complaint’s row', async () => {
    const [one, two] = [await newComplaint(), await newComplaint()];
    await complaintKey(prisma(), one);
    const { wrapped } = await prisma().complaintKey.findUniqueOrThrow({ where: { complaintId: one } });
    await prisma().complaintKey.update({ where: { complaintId: two }, data: { wrapped } });
    await expect(complaintKey(prisma(), two)).rejects.toThrow(DecryptionRefused);
  });

  it('does not open with another key-encryption key', async () => {
    const complaintId = await newComplaint();
    await useKeysOf('another.json');
    await expect(complaintKey(prisma(), complaintId)).rejects.toThrow(DecryptionRefused);
  });

  it('is gone at once when it is destroyed, though it was in use a moment before', async () => {
    const complaintId = await newComplaint();
    await complaintKey(prisma(), complaintId);
    await asOwner(database.ownerUrl(), 'DELETE FROM complaint_key WHERE complaint_id = $1', [complaintId]);
    await expect(complaintKey(prisma(), complaintId)).rejects.toThrow(NotFound);
  });
});

describe('Two complaints’ documents that are swapped in the database', () => {
  it('are both refused, and each is readable again in its own row', async () => {
    const places = await Promise.all([storeDocument('mine'), storeDocument('theirs')]);
    const [mine, theirs] = places.map((place) => place.complaint);
    await swapDocuments(mine, theirs);
    for (const place of places) await expect(readDocument(place)).rejects.toThrow(DecryptionRefused);
    await swapDocuments(mine, theirs);
    for (const place of places)
      expect(await readDocument(place)).toMatchObject({ words: expect.any(String) });
  });
});

describe('The installation’s keys', () => {
  it('are made at the first start, by one of many processes, and are the same ever after', async () => {
    await asOwner(database.ownerUrl(), 'DELETE FROM installation_key');
    await Promise.all(Array.from({ length: 5 }, loadInstallationKeys));
    const digest = blindIndex('rin', '123456789');
    const account = newId();
    const sealed = await sealWaiting(account, ['waits']);
    await loadInstallationKeys();
    expect(blindIndex('rin', '123456789').equals(digest)).toBe(true);
    expect(await openWaiting(account, sealed)).toEqual(['waits']);
    await expect(openWaiting(newId(), sealed)).rejects.toThrow(DecryptionRefused);
    expect(await prisma().installationKey.count()).toBe(2);
  });

  it('stop the start with one line under another key-encryption key', async () => {
    await loadInstallationKeys();
    await useKeysOf('another.json');
    await expect(loadInstallationKeys()).rejects.toThrow(BootFailure);
  });
});

async function useKeysOf(name: string): Promise<void> {
  setKeyProvider(await fileKeyProvider(join(folder, name)));
}

async function newComplaint(): Promise<string> {
  return (await aDraft()).complaintId;
}

async function storeDocument(words: string): Promise<PhiContext> {
  const complaint = await newComplaint();
  const context: PhiContext = { complaint, purpose: 'document', subject: complaint };
  const document = await encryptDocument(await complaintKey(prisma(), complaint), context, { words });
  await prisma().complaint.update({ where: { id: complaint }, data: { document } });
  return context;
}

async function readDocument(context: PhiContext): Promise<unknown> {
  const { document } = await prisma().complaint.findUniqueOrThrow({ where: { id: context.complaint } });
  return decryptDocument(
    await complaintKey(prisma(), context.complaint),
    context,
    document ?? Buffer.alloc(0),
  );
}

async function swapDocuments(one = newId(), two = newId()): Promise<void> {
  await asOwner(
    database.ownerUrl(),
    `UPDATE complaint SET document = (SELECT document FROM complaint other WHERE other.id IN ($1, $2) AND other.id <> complaint.id)
     WHERE id IN ($1, $2)`,
    [one, two],
  );
}
