import { parentPort, workerData } from 'node:worker_threads';
import { workbookOfTable } from './workbook-of-table.ts';

// Given: a TableFile. Answers with the bytes of the workbook.
parentPort?.postMessage(await workbookOfTable(workerData));
