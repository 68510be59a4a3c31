import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { UploadTarget } from '../../src/attachments/receive-file.ts';
import { useDatabase } from '../support/database.ts';
import { aDraft, storedOf, useKeyFile } from './drafts.ts';
import { longPdf } from './sample-files.ts';

const MEGABYTE = 1024 * 1024;
const BOUND = 48 * MEGABYTE;

const Memory = z.object({ greatest: z.number(), present: z.number() });

const database = useDatabase();
const keyFile = useKeyFile();
let draft: UploadTarget;
let receiver: ChildProcess;
let port: number;

beforeAll(async () => {
  draft = await aDraft();
  const program = new URL('./upload-process.ts', import.meta.url);
  const settings = [database.ownerUrl(), keyFile.path(), JSON.stringify(draft)];
  receiver = fork(program, settings, { execArgv: ['--expose-gc'] });
  const [address] = await once(receiver, 'message');
  port = z.object({ port: z.number() }).parse(address).port;
});
afterAll(() => receiver?.disconnect());

it('Uploading 100 MB in four files raises the process’s memory by less than 48 MB', async () => {
  await send([2 * MEGABYTE]);
  const { present: before } = await memory();
  const outcome = await send(Array.from({ length: 4 }, () => 24.5 * MEGABYTE));
  const { greatest } = await memory();
  expect(outcome.problems).toEqual([]);
  expect((await storedOf(draft.complaintId)).states).toEqual(Array.from({ length: 5 }, () => 'released'));
  expect(greatest - before).toBeLessThan(BOUND);
  // However busy the machine is: it is memory that is measured.
}, 60_000);

const Outcome = z.object({ received: z.array(z.unknown()), problems: z.array(z.unknown()) });

/** Sends files of these sizes in one form, made as they are sent. */
async function send(sizes: readonly number[]): Promise<z.output<typeof Outcome>> {
  const request = http.request({ port, host: '127.0.0.1', method: 'POST', path: '/files' });
  request.setHeader('Content-Type', 'multipart/form-data; boundary=x');
  const answer = once(request, 'response');
  await pipeline(Readable.from(form(sizes)), request);
  const [response] = await answer;
  return Outcome.parse(await json(response));
}

function* form(sizes: readonly number[]): Generator<Buffer> {
  yield Buffer.from('--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\nright');
  for (const [number, size] of sizes.entries()) {
    const disposition = `form-data; name="files"; filename="${number}.pdf"`;
    yield Buffer.from(`\r\n--x\r\nContent-Disposition: ${disposition}\r\n\r\n`);
    yield* longPdf(size);
  }
  yield Buffer.from('\r\n--x--\r\n');
}

async function memory(): Promise<z.output<typeof Memory>> {
  const answer = once(receiver, 'message');
  receiver.send('measure');
  return Memory.parse((await answer)[0]);
}
