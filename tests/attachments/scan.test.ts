import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAttachments } from '../../src/attachments/attachments.queries.ts';
import { FileRefused } from '../../src/attachments/problems.ts';
import { receiveFile, type UploadTarget } from '../../src/attachments/receive-file.ts';
import { scanWaiting, setScanner } from '../../src/attachments/scan.ts';
import { prisma } from '../../src/platform/database/database.ts';
import { useDatabase } from '../support/database.ts';
import { EICAR, freePort, hasClamd, startClamd } from './clamd-server.ts';
import { aDraft, auditOf, storedOf, useKeyFile } from './drafts.ts';
import { longPdf, PDF } from './sample-files.ts';

useDatabase();
useKeyFile();
let draft: UploadTarget;
let clamd: Awaited<ReturnType<typeof startClamd>>;
let nobody: string;

beforeAll(async () => {
  if (hasClamd) clamd = await startClamd();
  nobody = `tcp://127.0.0.1:${await freePort()}`;
});
afterAll(() => clamd?.stop());
beforeEach(async () => {
  draft = await aDraft();
});
afterEach(() => setScanner(null));

it.runIf(process.env.CI === 'true')('The build has a clamd to test with (install clamav-daemon)', () => {
  expect(hasClamd).toBe(true);
});

describe('Where a scanner is configured', () => {
  it.runIf(hasClamd).each(['tcpUrl', 'unixUrl'] as const)('a clean file is released (%s)', async (url) => {
    setScanner(clamd[url]);
    const file = await receive('letter.pdf', [PDF]);
    expect(file.state).toBe('released');
    expect(await auditOf(draft.complaintId)).toEqual(['attachment.receive']);
  });

  it.runIf(hasClamd)('a clean file of many pieces is released', async () => {
    setScanner(clamd.tcpUrl);
    expect((await receive('long.pdf', longPdf(1_500_000))).state).toBe('released');
  });

  it.runIf(hasClamd)(
    'malware is refused: its bytes are removed, its row and an audit event stay',
    async () => {
      setScanner(clamd.tcpUrl);
      const refusal = await receive('eicar.txt', [EICAR]).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(FileRefused);
      expect(refusal).toMatchObject({ problem: { kind: 'malware' } });
      expect(await storedOf(draft.complaintId)).toEqual({ states: ['refused'], chunks: 0 });
      expect(await listAttachments(draft.complaintId)).toMatchObject([
        { fileName: 'eicar.txt', state: 'refused' },
      ]);
      expect(await lastChanges()).toMatchObject({ malware: { after: clamd.signature } });
    },
  );

  it('a file waits while the scanner is away', async () => {
    setScanner(nobody);
    expect((await receive('letter.pdf', [PDF])).state).toBe('waiting');
    expect(await storedOf(draft.complaintId)).toEqual({ states: ['waiting'], chunks: 1 });
  });

  it.runIf(hasClamd)('a file that the scanner gives no verdict on waits', async () => {
    setScanner(clamd.tcpUrl);
    expect((await receive('longer-than-clamd-takes.pdf', longPdf(6_000_000))).state).toBe('waiting');
  });
});

it('Where no scanner is configured, a file is released at once', async () => {
  expect((await receive('letter.pdf', [PDF])).state).toBe('released');
});

describe('A file that waits', () => {
  beforeEach(async () => {
    await prisma().attachment.updateMany({ where: { state: 'waiting' }, data: { state: 'released' } });
    setScanner(nobody);
    await receive('letter.pdf', [PDF]);
  });

  it.runIf(hasClamd)('is released once it is scanned', async () => {
    setScanner(clamd.tcpUrl);
    await scanWaiting(10);
    expect(await storedOf(draft.complaintId)).toEqual({ states: ['released'], chunks: 1 });
    expect(await auditOf(draft.complaintId)).toEqual(['attachment.receive', 'attachment.release']);
  });

  it.runIf(hasClamd)('is refused if it is malware, and its bytes are removed', async () => {
    await receive('eicar.txt', [EICAR]);
    setScanner(clamd.tcpUrl);
    await scanWaiting(10);
    expect(await storedOf(draft.complaintId)).toEqual({ states: ['released', 'refused'], chunks: 1 });
    expect((await auditOf(draft.complaintId)).toSorted()).toEqual([
      'attachment.receive',
      'attachment.receive',
      'attachment.refuse',
      'attachment.release',
    ]);
  });

  it('goes on waiting while the scanner is away, and while none is configured', async () => {
    await scanWaiting(10);
    setScanner(null);
    await scanWaiting(10);
    expect((await storedOf(draft.complaintId)).states).toEqual(['waiting']);
  });

  it.runIf(hasClamd)('does not wait for another that cannot be read', async () => {
    const broken = await receive('broken.pdf', [PDF]);
    await prisma().attachmentChunk.deleteMany({ where: { attachmentId: broken.id } });
    setScanner(clamd.tcpUrl);
    await scanWaiting(10);
    expect((await storedOf(draft.complaintId)).states).toEqual(['released', 'waiting']);
  });

  it.runIf(hasClamd)('is decided once, though two workers scan it', async () => {
    setScanner(clamd.tcpUrl);
    await Promise.all([scanWaiting(10), scanWaiting(10)]);
    expect(await auditOf(draft.complaintId)).toEqual(['attachment.receive', 'attachment.release']);
  });

  it.runIf(hasClamd)('has its turn with others, so many at a time', async () => {
    for (const name of ['b.pdf', 'c.pdf']) await receive(name, [PDF]);
    setScanner(clamd.tcpUrl);
    await scanWaiting(2);
    const { states } = await storedOf(draft.complaintId);
    expect(states.toSorted()).toEqual(['released', 'released', 'waiting']);
  });
});

function receive(name: string, pieces: Iterable<Buffer>) {
  return receiveFile(draft, name, Readable.from(pieces));
}

async function lastChanges(): Promise<unknown> {
  const event = await prisma().auditEvent.findFirst({
    where: { complaintId: draft.complaintId },
    orderBy: { id: 'desc' },
  });
  return event?.changes;
}
