import { Worker } from 'node:worker_threads';
import type { SheetProblem } from '../../platform/spreadsheet/sheet-refused.ts';
import type { ImportAnswer, ImportJob } from './import-job.ts';

/** An honest file takes well under a second. */
const TIME_LIMIT_MILLISECONDS = 10_000;
const MEMORY_LIMIT = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
/** More at once would only take turns on the processors, each with its memory. */
const AT_ONCE = 2;

const WORKER = new URL('./import-worker.ts', import.meta.url);

let running = 0;
const queue: (() => void)[] = [];

/**
 * Reads what was sent in a thread of its own, with a bound of time and memory: whatever the file does, the process
 * goes on. Nothing of it reaches a disk.
 */
export async function runImportJob(job: ImportJob): Promise<ImportAnswer> {
  while (running >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve));
  running += 1;
  try {
    return await runInThread(job);
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

function runInThread(job: ImportJob): Promise<ImportAnswer> {
  const worker = new Worker(WORKER, { workerData: job, resourceLimits: MEMORY_LIMIT, execArgv: [], env: {} });
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
