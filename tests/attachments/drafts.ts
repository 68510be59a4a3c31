import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { UploadTarget } from '../../src/attachments/receive-file.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { createComplaintKey } from '../../src/complaint/keys.queries.ts';
import { prisma, transaction } from '../../src/platform/database/database.ts';
import { fileKeyProvider } from '../../src/platform/encryption/file-key-provider.ts';
import { createKeyFile } from '../../src/platform/encryption/key-file.ts';
import { setKeyProvider } from '../../src/platform/encryption/key-provider.ts';
import { newId } from '../../src/platform/identifier.ts';

/** A key file of the test file's own. Returns where it is. */
export function useKeyFile(): { path: () => string } {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-keys-'));
    await createKeyFile(join(folder, 'key.json'), { development: true });
    setKeyProvider(await fileKeyProvider(join(folder, 'key.json')));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return { path: () => join(folder, 'key.json') };
}

/** A new draft of a new representative, as the place where files go. */
export async function aDraft(): Promise<UploadTarget> {
  const [organizationId, siteId, accountId, complaintId] = [newId(), newId(), newId(), newId()];
  await prisma().organization.create({
    data: { id: organizationId, name: 'Prairie Grove Clinic', isBillingAgent: false },
  });
  const enrolled = { npi: '1234567893', providerTypeCode: '010', county: 'Sangamon' };
  await prisma().site.create({
    data: { id: siteId, organizationId, name: 'Prairie Grove Clinic', ...enrolled },
  });
  await prisma().account.create({
    data: {
      id: accountId,
      email: `${accountId}@example.org`,
      name: 'Renata Alder',
      role: 'representative',
      status: 'active',
      organizationId,
      organizationRole: 'member',
    },
  });
  await transaction(async (tx) => {
    await tx.complaint.create({
      data: {
        id: complaintId,
        status: 'draft',
        organizationId,
        siteId,
        filedById: accountId,
        representativeId: accountId,
        providerTypeCode: '010',
        policyVersion: 1,
      },
    });
    await createComplaintKey(tx, complaintId);
  });
  const actor: Actor = {
    accountId,
    name: 'Renata Alder',
    role: 'representative',
    organizationId,
    organizationRole: 'member',
    mcoCode: null,
    requestId: null,
    address: null,
  };
  return { complaintId, actor, side: 'provider', openIn: ['draft'] };
}

/** Everything that is stored of a complaint's files: the rows' states, and how many chunks there are. */
export async function storedOf(complaintId: string): Promise<{ states: string[]; chunks: number }> {
  const rows = await prisma().attachment.findMany({ where: { complaintId }, orderBy: { id: 'asc' } });
  const chunks = await prisma().attachmentChunk.count({
    where: { attachmentId: { in: rows.map((row) => row.id) } },
  });
  return { states: rows.map((row) => row.state), chunks };
}

/** The audit's actions on a complaint's files, in order. */
export async function auditOf(complaintId: string): Promise<string[]> {
  const events = await prisma().auditEvent.findMany({ where: { complaintId }, orderBy: { id: 'asc' } });
  return events.map((event) => event.action);
}
