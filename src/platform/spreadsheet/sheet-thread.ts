import { Worker } from 'node:worker_threads';
import { THREAD_ENVIRONMENT } from '../compile-cache.ts';
import type { SheetProblem } from './sheet-refused.ts';

/** An honest file takes well under a second. */
const TIME_LIMIT_MILLISECONDS = 10_000;
const MEMORY_LIMIT = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
/** More at once would only take turns on the processors, each with its memory. */
const AT_ONCE = 2;

/** What a thread answers where the file is at fault, as its module does or in its place. */
export interface RefusedSheet {
  readonly kind: 'refused';
  readonly problem: SheetProblem;
}

let running = 0;
const queue: (() => void)[] = [];

/**
 * Reads what was sent in a thread of its own, with a bound of time and memory: whatever the file does, the process
 * goes on. Nothing of it reaches a disk.
 * @param module posts one answer; it finds the job as its `workerData`
 */
export async function readInThread<Answer>(module: URL, job: unknown): Promise<Answer | RefusedSheet> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  running += 1;
  try {
    return await runInThread<Answer>(module, job);
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

function runInThread<Answer>(module: URL, job: unknown): Promise<Answer | RefusedSheet> {
  const limits = { resourceLimits: MEMORY_LIMIT, execArgv: [], env: THREAD_ENVIRONMENT };
  const worker = new Worker(module, { workerData: job, ...limits });
  return new Promise((resolve, reject) => {
    const refuse = (problem: SheetProblem) => resolve({ kind: 'refused', problem });
    const timer = setTimeout(() => {
      refuse({ kind: 'took-too-long' });
      worker.terminate();
    }, TIME_LIMIT_MILLISECONDS);
    worker.on('message', resolve);
    worker.on('error', (error) => {
      if (isOutOfMemory(error)) refuse({ kind: 'unpacks-too-large' });
      else reject(error);
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The thread that reads spreadsheets ended with ${code} and no answer`));
    });
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
