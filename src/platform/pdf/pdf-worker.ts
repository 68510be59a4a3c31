import { buffer } from 'node:stream/consumers';
import { parentPort, workerData } from 'node:worker_threads';
import { taggedPdf } from './tagged-pdf.ts';

// Given: a PdfText. Answers with the bytes of the PDF.
const bytes = await buffer(taggedPdf(workerData));
parentPort?.postMessage(bytes);
