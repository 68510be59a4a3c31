import { readInThread } from '../../platform/spreadsheet/sheet-thread.ts';
import type { ImportAnswer, ImportJob } from './import-job.ts';

const WORKER = new URL('./import-worker.ts', import.meta.url);

/** Reads what was sent, whatever the file does, in a thread of its own. */
export function runImportJob(job: ImportJob): Promise<ImportAnswer> {
  return readInThread<ImportAnswer>(WORKER, job);
}
