import type { Sheet } from './sheet.ts';
import { type RefusedSheet, readInThread } from './sheet-thread.ts';

export type SheetsRead = { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] } | RefusedSheet;

const WORKER = new URL('./sheets-worker.ts', import.meta.url);

/** What the thread is given. */
export interface SheetsJob {
  readonly bytes: Uint8Array;
  readonly rowLimit: number;
}

/** The tables in a file, or why it is not read; in a thread of its own, with a bound of time and memory. */
export function sheetsInThread(bytes: Buffer, rowLimit: number): Promise<SheetsRead> {
  const job: SheetsJob = { bytes: new Uint8Array(bytes), rowLimit };
  return readInThread<SheetsRead>(WORKER, job);
}
