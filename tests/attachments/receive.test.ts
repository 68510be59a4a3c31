import { createHash } from 'node:crypto';
import http from 'node:http';
import { Readable } from 'node:stream';
import supertest from 'supertest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listAttachments } from '../../src/attachments/attachments.queries.ts';
import { attachmentLimits, setAttachmentLimits } from '../../src/attachments/limits.ts';
import { FileRefused } from '../../src/attachments/problems.ts';
import { receiveFile, type UploadTarget } from '../../src/attachments/receive-file.ts';
import { prisma } from '../../src/platform/database/database.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { aDraft, auditOf, storedOf, useKeyFile } from './drafts.ts';
import { docx, longPdf, PDF, PNG } from './sample-files.ts';
import { uploadApp } from './upload-app.ts';

const MEGABYTE = 1024 * 1024;
/** For what happens by itself after an event, on a busy machine too. */
const SOON = { timeout: 10_000 };

const database = useDatabase();
useKeyFile();
let draft: UploadTarget;
beforeEach(async () => {
  draft = await aDraft();
});
const usualLimits = attachmentLimits();
afterEach(() => setAttachmentLimits(usualLimits));

const app = uploadApp(() => draft);
const upload = () => supertest(app).post('/files').field('_csrf', 'right');

describe('A complaint that is filed while a file arrives', () => {
  it('does not get it: nothing of it is left, and the sender is told', async () => {
    const { complaintId } = draft;
    const half = PDF.length / 2;
    const slow = Readable.from(
      (async function* () {
        yield PDF.subarray(0, half);
        await asOwner(database.ownerUrl(), FILE_IT, [complaintId]);
        yield PDF.subarray(half);
      })(),
    );
    await expect(receiveFile(draft, 'late.pdf', slow)).rejects.toThrow(/moved on/);
    expect(await storedOf(complaintId)).toEqual({ states: [], chunks: 0 });
    expect(await auditOf(complaintId)).toEqual([]);
  });
});

const FILE_IT = `UPDATE complaint SET status = 'submitted', number = 1, reference = 'PC-2026-000001-X',
  submitted_at = now(), document = '', mco_code = 'AETNA', program_code = 'HealthChoice',
  topic_code = 'DENIAL_TIMELY_FILING' WHERE id = $1`;

describe('A file that is sent with a form', () => {
  it('is stored encrypted, described, released and audited', async () => {
    const answer = await upload().attach('files', PDF, 'Prüfbericht.pdf').field('note', 'after the file');
    expect(answer.body.problems).toEqual([]);
    expect(answer.body.fields).toEqual({ _csrf: 'right', note: 'after the file' });
    expect(answer.body.received).toMatchObject([{ fileName: 'Prüfbericht.pdf', byteCount: PDF.length }]);
    expect(await listAttachments(draft.complaintId)).toMatchObject([
      {
        fileName: 'Prüfbericht.pdf',
        state: 'released',
        mediaType: 'application/pdf',
        byteCount: PDF.length,
        sha256: createHash('sha256').update(PDF).digest('hex'),
        side: 'provider',
        uploadedById: draft.actor.accountId,
      },
    ]);
    expect(await auditOf(draft.complaintId)).toEqual(['attachment.receive']);
  });

  it('leaves neither its name nor its content readable in the database', async () => {
    await upload().attach('files', PDF, 'Marigold-Testperson.pdf');
    const rows = await prisma().attachment.findMany({ include: { chunks: true } });
    const stored = Buffer.concat(
      rows.flatMap((row) => [Buffer.from(row.description ?? []), ...row.chunks.map((chunk) => chunk.bytes)]),
    );
    expect(stored.length).toBeGreaterThan(PDF.length);
    for (const secret of ['Marigold', '%PDF', 'Catalog']) expect(stored.includes(secret)).toBe(false);
    expect(JSON.stringify(await prisma().auditEvent.findMany(), bigintAsText)).not.toContain('Marigold');
  });

  it('is stored in pieces of at most 256 KiB when it is large', async () => {
    const file = await receiveFile(draft, 'large.pdf', Readable.from(longPdf(3 * MEGABYTE)));
    const chunks = await prisma().attachmentChunk.findMany({
      where: { attachmentId: file.id },
      orderBy: { position: 'asc' },
    });
    expect(chunks.map((chunk) => chunk.position)).toEqual(chunks.map((_chunk, position) => position));
    expect(chunks.slice(0, -1).every((chunk) => chunk.bytes.length === 256 * 1024)).toBe(true);
    expect(chunks.length).toBe(13);
  });

  it('keeps its place among several, in the order in which they came', async () => {
    await upload()
      .attach('files', PDF, 'one.pdf')
      .attach('files', PNG, 'two.png')
      .attach('files', docx(), 'three.docx');
    const names = (await listAttachments(draft.complaintId)).map((file) => file.fileName);
    expect(names).toEqual(['one.pdf', 'two.png', 'three.docx']);
  });

  it('may be absent: the form is read all the same', async () => {
    const answer = await upload().field('note', 'no file');
    expect(answer.body).toEqual({ received: [], problems: [], fields: { _csrf: 'right', note: 'no file' } });
  });
});

describe('A file with a problem leaves nothing behind, and keeps no other from being taken', () => {
  it.each([
    ['of another content than its name says', PNG, 'letter.pdf', /name says PDF/],
    ['of a type that is not taken', PDF, 'run.exe', /Save it as PDF, PNG/],
    ['that is empty', Buffer.alloc(0), 'empty.pdf', /empty/],
    ['that turns out wrong only at its end', docx().subarray(0, -1), 'cut.docx', /damaged/],
  ])('%s', async (_which, content, name, words) => {
    const answer = await upload()
      .attach('files', PDF, 'a.pdf')
      .attach('files', content, name)
      .attach('files', PNG, 'b.png');
    expect(answer.status).toBe(200);
    expect(answer.body.problems).toEqual([{ fileName: name, problem: expect.stringMatching(words) }]);
    expect(answer.body.received.map((file: { fileName: string }) => file.fileName)).toEqual([
      'a.pdf',
      'b.png',
    ]);
    expect(await storedOf(draft.complaintId)).toEqual({ states: ['released', 'released'], chunks: 2 });
  });

  it('that is too large, while it is still being sent', async () => {
    setAttachmentLimits({ ...usualLimits, fileLimit: MEGABYTE });
    const answer = await upload()
      .attach('files', Buffer.concat([...longPdf(5 * MEGABYTE)]), 'large.pdf')
      .attach('files', PDF, 'small.pdf');
    expect(answer.body.problems).toEqual([
      { fileName: 'large.pdf', problem: expect.stringMatching(/larger than 1 MB/) },
    ]);
    expect(await storedOf(draft.complaintId)).toEqual({ states: ['released'], chunks: 1 });
    expect(await auditOf(draft.complaintId)).toEqual(['attachment.receive']);
  });

  it('exactly as large as it may be, is taken; one byte more is not', async () => {
    setAttachmentLimits({ ...usualLimits, fileLimit: PDF.length });
    const answer = await upload()
      .attach('files', PDF, 'fits.pdf')
      .attach('files', Buffer.concat([PDF, Buffer.from('x')]), 'more.pdf');
    expect(answer.body.received).toHaveLength(1);
    expect(answer.body.problems).toMatchObject([{ fileName: 'more.pdf' }]);
  });
});

describe('The files of one side of a complaint together', () => {
  it('may not be more than so many bytes; what was there counts', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFilesLimit: 2 * PDF.length + 10 });
    await upload().attach('files', PDF, 'one.pdf');
    const answer = await upload().attach('files', PDF, 'two.pdf').attach('files', PDF, 'three.pdf');
    expect(answer.body.received).toMatchObject([{ fileName: 'two.pdf' }]);
    expect(answer.body.problems).toMatchObject(
      [{ fileName: 'three.pdf', problem: /together/ }].map(matching),
    );
    expect(await storedOf(draft.complaintId)).toEqual({ states: ['released', 'released'], chunks: 2 });
  });

  it('may fill the room to the last byte', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFilesLimit: 2 * PDF.length });
    const answer = await upload().attach('files', PDF, 'one.pdf').attach('files', PDF, 'two.pdf');
    expect(answer.body.received).toHaveLength(2);
  });

  it('may not be more than so many; what was there counts', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFileCountLimit: 2 });
    await upload().attach('files', PDF, 'one.pdf');
    const answer = await upload().attach('files', PDF, 'two.pdf').attach('files', PDF, 'three.pdf');
    expect(answer.body.received).toMatchObject([{ fileName: 'two.pdf' }]);
    expect(answer.body.problems).toMatchObject(
      [{ fileName: 'three.pdf', problem: /may have 2 files/ }].map(matching),
    );
  });

  it('hold their limits against many uploads at once', async () => {
    const size = 2 * MEGABYTE;
    setAttachmentLimits({ ...usualLimits, complaintFilesLimit: 5 * size, complaintFileCountLimit: 8 });
    const attempts = Array.from({ length: 12 }, (_, n) =>
      receiveFile(draft, `${n}.pdf`, Readable.from(longPdf(size))).catch((error: unknown) => error),
    );
    const refused = (await Promise.all(attempts)).filter((outcome) => outcome instanceof FileRefused);
    const kept = await listAttachments(draft.complaintId);
    expect(kept.length + refused.length).toBe(12);
    expect(kept.length).toBeLessThanOrEqual(5);
    expect(kept.length).toBeGreaterThan(0);
    expect((await storedOf(draft.complaintId)).states).toEqual(kept.map(() => 'released'));
  });

  it('hold their limits against many uploads at once, and leave the other sides theirs', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFileCountLimit: 3 });
    const attempts = Array.from({ length: 12 }, (_, n) => {
      const side = n % 2 === 0 ? 'provider' : 'mco';
      return receiveFile({ ...draft, side }, `${n}.pdf`, Readable.from([PDF])).catch(() => null);
    });
    await Promise.all(attempts);
    const sides = (await listAttachments(draft.complaintId)).map(({ side }) => side).sort();
    expect(sides).toEqual(['mco', 'mco', 'mco', 'provider', 'provider', 'provider']);
  });

  it('of another complaint do not count', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFileCountLimit: 1 });
    await upload().attach('files', PDF, 'one.pdf');
    draft = await aDraft();
    expect((await upload().attach('files', PDF, 'one.pdf')).body.received).toHaveLength(1);
  });
});

describe('A form without the right token', () => {
  const refusal = { error: 'Forbidden', message: expect.stringContaining('choose the files again') };

  it.each([
    [
      'a wrong one',
      () => supertest(app).post('/files').field('_csrf', 'wrong').attach('files', PDF, 'a.pdf'),
    ],
    ['none', () => supertest(app).post('/files').attach('files', PDF, 'a.pdf')],
    [
      'one behind the file',
      () => supertest(app).post('/files').attach('files', PDF, 'a.pdf').field('_csrf', 'right'),
    ],
    ['a wrong one and no file', () => supertest(app).post('/files').field('_csrf', 'wrong')],
  ])('(%s) is refused before a byte of a file is read', async (_which, send) => {
    expect((await send()).body).toEqual(refusal);
    expect(await storedOf(draft.complaintId)).toEqual({ states: [], chunks: 0 });
    expect(await auditOf(draft.complaintId)).toEqual([]);
  });
});

describe('A form that is not in order', () => {
  it('is answered with a sentence when it has a file field of another name', async () => {
    const answer = await upload().attach('other', PDF, 'a.pdf');
    expect(answer.body).toMatchObject({
      error: 'Invalid',
      message: expect.stringContaining('Choose them again'),
    });
    expect((await storedOf(draft.complaintId)).chunks).toBe(0);
  });

  it('is answered with a sentence when it ends too early', async () => {
    const answer = await supertest(app)
      .post('/files')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(
        '--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\nright\r\n--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7 and no end',
      );
    expect(answer.body.error).toBe('Invalid');
    expect(await storedOf(draft.complaintId)).toEqual({ states: [], chunks: 0 });
  });

  it('may hold a long field, in bytes too; one that is far too long is told', async () => {
    const note = '語'.repeat(10_000);
    expect((await upload().field('note', note)).body.fields.note).toBe(note);
    const overlong = await upload().field('note', note.repeat(10)).attach('files', PDF, 'a.pdf');
    expect(overlong.body).toEqual({ error: 'Invalid', message: expect.stringContaining('shorten the text') });
    expect(await storedOf(draft.complaintId)).toEqual({ states: [], chunks: 0 });
  });

  it('is refused at once when it announces far more than may be sent', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFilesLimit: 1000 });
    const answer = await upload().attach('files', Buffer.concat([...longPdf(2 * MEGABYTE)]), 'a.pdf');
    expect(answer.body.error).toBe('Invalid');
    expect(answer.headers.connection).toBe('close');
  });
});

describe('A sender who hangs up', () => {
  it('leaves nothing of the file that was on its way, and the whole of the one before', async () => {
    const request = await beginSending();
    request.write(part('one.pdf', PDF));
    request.write(part('two.pdf', Buffer.concat([...longPdf(3 * MEGABYTE)])).subarray(0, 2 * MEGABYTE));
    await vi.waitFor(async () => {
      const { states, chunks } = await storedOf(draft.complaintId);
      expect(states).toEqual(['released', 'receiving']);
      expect(chunks).toBeGreaterThan(3);
    }, SOON);
    request.destroy();
    await vi.waitFor(async () => {
      expect(await storedOf(draft.complaintId)).toEqual({ states: ['released'], chunks: 1 });
    }, SOON);
  });

  it('or who never stops is cut off, and leaves nothing', async () => {
    setAttachmentLimits({ ...usualLimits, complaintFilesLimit: 2 * MEGABYTE });
    const request = await beginSending();
    const closed = new Promise((resolve) => request.on('close', resolve));
    request.write(part('endless.pdf', PDF).subarray(0, -10));
    const block = Buffer.alloc(64 * 1024);
    const more = () => {
      while (!request.destroyed && request.write(block));
    };
    request.on('drain', more);
    more();
    await closed;
    await vi.waitFor(async () => {
      expect(await storedOf(draft.complaintId)).toEqual({ states: [], chunks: 0 });
    }, SOON);
  });
});

it('A failure of the database while a file arrives is not told as the file’s problem, and leaves nothing', async () => {
  const breaking = Readable.from(
    (async function* () {
      yield* longPdf(MEGABYTE);
      await prisma().attachment.deleteMany({ where: { complaintId: draft.complaintId } });
      yield* longPdf(MEGABYTE);
    })(),
  );
  const failure = await receiveFile(draft, 'a.pdf', breaking).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(await storedOf(draft.complaintId)).toEqual({ states: [], chunks: 0 });
});

/** Begins a request by hand that a test can break off. */
async function beginSending(): Promise<http.ClientRequest> {
  const server = http.createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port');
  const request = http.request({
    port: address.port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/files',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x', 'Transfer-Encoding': 'chunked' },
  });
  request.on('error', () => undefined);
  request.on('close', () => server.close());
  request.write('--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\nright\r\n');
  return request;
}

function part(name: string, content: Buffer): Buffer {
  const head = `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')]);
}

function matching({ problem, ...rest }: { fileName: string; problem: RegExp }) {
  return { ...rest, problem: expect.stringMatching(problem) };
}

function bigintAsText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
