import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { THREAD_ENVIRONMENT } from './compile-cache.ts';

/** What takes longer has gone wrong. */
const TIME_LIMIT = 30_000;

/**
 * The bytes that a module answers with in a thread of its own, for what would keep every other request waiting.
 * @param data what the module finds as its `workerData`
 * @throws what the module threw; AbortError when it took too long
 */
export async function bytesFromThread(module: URL, data: unknown): Promise<Buffer> {
  const worker = new Worker(module, { workerData: data, env: THREAD_ENVIRONMENT });
  try {
    const [bytes] = await once(worker, 'message', { signal: AbortSignal.timeout(TIME_LIMIT) });
    if (!(bytes instanceof Uint8Array)) throw new Error('The thread answered with no bytes');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    await worker.terminate();
  }
}
