import { bytesFromThread } from '../bytes-from-thread.ts';
import type { PdfText } from './tagged-pdf.ts';

const WORKER = new URL('./pdf-worker.ts', import.meta.url);

/** A text as a tagged PDF, whole and in memory. Five hundred claims take most of a second, in a thread of their own. */
export function makePdf(text: PdfText): Promise<Buffer> {
  return bytesFromThread(WORKER, text);
}
