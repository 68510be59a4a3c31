import { parentPort, workerData } from 'node:worker_threads';
import { readSheets } from './read-sheets.ts';
import { SheetRefused } from './sheet-refused.ts';
import type { SheetsJob, SheetsRead } from './sheets-in-thread.ts';

parentPort?.postMessage(read(workerData));

function read({ bytes, rowLimit }: SheetsJob): SheetsRead {
  try {
    return { kind: 'sheets', sheets: readSheets(Buffer.from(bytes), rowLimit) };
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    return { kind: 'refused', problem: error.problem };
  }
}
