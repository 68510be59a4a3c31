import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { Readable } from 'node:stream';
import supertest from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { receiveFile, type UploadTarget } from '../../src/attachments/receive-file.ts';
import { pool, prisma } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { useDatabase } from '../support/database.ts';
import { aDraft, auditOf, useKeyFile } from './drafts.ts';
import { longPdf, PDF } from './sample-files.ts';
import { uploadApp } from './upload-app.ts';

/** For what happens by itself after an event, on a busy machine too. */
const SOON = { timeout: 10_000 };

useDatabase();
useKeyFile();
let draft: UploadTarget;
beforeEach(async () => {
  draft = await aDraft();
});
const app = uploadApp(() => draft);

describe('A released file', () => {
  it('is sent as it came, to be saved and not shown', async () => {
    const content = Buffer.concat([...longPdf(700_000), randomBytes(99)]);
    const file = await receiveFile(draft, 'Prüfung “1”.pdf', Readable.from([content]));
    const answer = await supertest(app).get(`/files/${file.id}`).responseType('blob');
    expect(answer.status).toBe(200);
    expect(content.equals(answer.body)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="Pr.*\.pdf"; filename\*=UTF-8''Pr%C3%BCfung/,
    );
  });

  it('is sent only after the audit says so', async () => {
    const file = await receiveFile(draft, 'a.pdf', Readable.from([PDF]));
    await supertest(app).get(`/files/${file.id}`);
    expect(await auditOf(draft.complaintId)).toEqual(['attachment.receive', 'attachment.download']);
  });
});

describe('A download', () => {
  it('is cut in its course when whoever gets it is removed', async () => {
    const file = await receiveFile(draft, 'long.pdf', Readable.from(longPdf(12_000_000)));
    const received = await new Promise<number>((resolve, reject) => {
      const server = app.listen(0, () => {
        const address = server.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        http
          .get({ port, path: `/files/${file.id}` }, (answer) => {
            let bytes = 0;
            answer.once('data', async () => {
              answer.pause();
              await prisma().account.update({
                where: { id: draft.actor.accountId ?? '' },
                data: { status: 'suspended', removedAt: new Date() },
              });
              answer.resume();
            });
            answer.on('data', (piece: Buffer) => {
              bytes += piece.length;
            });
            answer.on('error', () => undefined);
            answer.on('close', () => server.close(() => resolve(bytes)));
          })
          .on('error', reject);
      });
    });
    expect(received).toBeGreaterThan(0);
    expect(received).toBeLessThan(file.byteCount);
  });
});

describe('A file is not there', () => {
  it('in another complaint than its own', async () => {
    const file = await receiveFile(draft, 'a.pdf', Readable.from([PDF]));
    draft = await aDraft();
    expect((await supertest(app).get(`/files/${file.id}`)).body.error).toBe('NotFound');
    expect(await auditOf(draft.complaintId)).toEqual([]);
  });

  it.each(['receiving', 'waiting', 'refused'] as const)('while it is %s', async (state) => {
    const file = await receiveFile(draft, 'a.pdf', Readable.from([PDF]));
    await prisma().attachment.update({ where: { id: file.id }, data: { state } });
    expect((await supertest(app).get(`/files/${file.id}`)).body.error).toBe('NotFound');
  });

  it('when there never was one', async () => {
    expect((await supertest(app).get(`/files/${newId()}`)).body.error).toBe('NotFound');
  });
});

describe('A stored file that is not what it should be', () => {
  it('is refused before a byte is sent, if two files’ bytes were swapped', async () => {
    const one = await receiveFile(draft, 'one.pdf', Readable.from([PDF]));
    const two = await receiveFile(draft, 'two.pdf', Readable.from([PDF]));
    await swapBytes(one.id, two.id);
    for (const file of [one, two]) {
      const answer = await supertest(app).get(`/files/${file.id}`);
      expect(answer.body.error).toBe('DecryptionRefused');
    }
  });

  it('breaks the response off, if it is damaged further on', async () => {
    const file = await receiveFile(draft, 'a.pdf', Readable.from(longPdf(2_000_000)));
    await damageChunk(file.id, 5);
    const received = await download(file.id);
    expect(received.isWhole).toBe(false);
    expect(received.bytes).toBeLessThan(2_000_000);
  });

  it('breaks the response off, if its end is missing', async () => {
    const file = await receiveFile(draft, 'a.pdf', Readable.from(longPdf(2_000_000)));
    await prisma().attachmentChunk.delete({
      where: { attachmentId_position: { attachmentId: file.id, position: 7 } },
    });
    expect((await download(file.id)).isWhole).toBe(false);
  });
});

it('A reader who hangs up half-way does no harm', async () => {
  const file = await receiveFile(draft, 'a.pdf', Readable.from(longPdf(8_000_000)));
  await download(file.id, { stopAfter: 100_000 });
  expect((await supertest(app).get(`/files/${file.id}`).responseType('blob')).status).toBe(200);
  await vi.waitFor(() => expect(pool().idleCount).toBe(pool().totalCount), SOON);
});

async function swapBytes(one: string, two: string): Promise<void> {
  const [first, second] = await Promise.all(
    [one, two].map((attachmentId) => prisma().attachmentChunk.findFirstOrThrow({ where: { attachmentId } })),
  );
  if (!first || !second) throw new Error('Two files were stored');
  await prisma().attachmentChunk.deleteMany({ where: { attachmentId: { in: [one, two] } } });
  await prisma().attachmentChunk.createMany({
    data: [
      { ...first, attachmentId: two },
      { ...second, attachmentId: one },
    ],
  });
}

async function damageChunk(attachmentId: string, position: number): Promise<void> {
  const where = { attachmentId_position: { attachmentId, position } };
  const chunk = await prisma().attachmentChunk.findUniqueOrThrow({ where });
  const bytes = Buffer.from(chunk.bytes);
  bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
  await prisma().attachmentChunk.delete({ where });
  await prisma().attachmentChunk.create({ data: { ...chunk, bytes } });
}

/** Downloads by hand, to see whether the answer ended well. */
async function download(id: string, { stopAfter = Number.POSITIVE_INFINITY } = {}) {
  const server = http.createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port');
  const url = `http://127.0.0.1:${address.port}/files/${id}`;
  const response = await new Promise<http.IncomingMessage>((resolve) => http.get(url, resolve));
  let count = 0;
  response.on('data', (piece: Buffer) => {
    count += piece.length;
    if (count > stopAfter) response.destroy();
  });
  response.on('error', () => undefined);
  await new Promise((resolve) => response.on('close', resolve));
  await new Promise((resolve) => server.close(resolve));
  return { bytes: count, isWhole: response.complete };
}
