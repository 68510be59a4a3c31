import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PdfText } from './tagged-pdf.ts';

const WORKER = new URL('./pdf-worker.ts', import.meta.url);
/** A complaint of 500 claims takes a second. */
const TIME_LIMIT = 30_000;

/**
 * A text as a tagged PDF, whole and in memory. It is laid out in a thread of its own: five hundred claims would keep
 * every other request waiting.
 */
export async function makePdf(text: PdfText): Promise<Buffer> {
  const worker = new Worker(WORKER, { workerData: text });
  try {
    const [bytes] = await once(worker, 'message', { signal: AbortSignal.timeout(TIME_LIMIT) });
    if (!(bytes instanceof Uint8Array)) throw new Error('The PDF was not made');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    await worker.terminate();
  }
}
