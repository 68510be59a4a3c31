import type { Response } from 'express';
import { makePdf } from '../../platform/pdf/make-pdf.ts';
import type { PdfText } from '../../platform/pdf/tagged-pdf.ts';

/** Answers with a PDF to be saved. */
export async function sendPdf(res: Response, fileName: string, text: PdfText): Promise<void> {
  const bytes = await makePdf(text);
  res.attachment(fileName).type('application/pdf');
  res.set({ 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "sandbox; default-src 'none'" });
  res.send(bytes);
}
