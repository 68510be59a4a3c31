import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { formFault, staleForm } from '../attachments/form-faults.ts';
import { FIELD_LIMITS } from '../attachments/form-limits.ts';
import { SHEET_LIMITS } from '../platform/spreadsheet/sheet-limits.ts';
import type { SheetProblem } from '../platform/spreadsheet/sheet-refused.ts';
import { hasToken } from './csrf.ts';

export const SHEET_FIELD = 'sheet';

/** What is larger is not even heard to its end. */
const REQUEST_LIMIT = 12 * SHEET_LIMITS.bytes;

const FORM_LIMITS = { ...FIELD_LIMITS, fileSize: SHEET_LIMITS.bytes, files: 1, fields: 10, parts: 11 };

const problems = new WeakMap<Request, SheetProblem>();

/** In memory only: what is read from the file is stored encrypted, and the file is not. */
const parseForm = multer({
  storage: multer.memoryStorage(),
  limits: FORM_LIMITS,
  defParamCharset: 'utf8',
  fileFilter: (req, _file, decide) => (hasToken(req) ? decide(null, true) : decide(staleForm())),
}).single(SHEET_FIELD);

/**
 * Receives a form with one file. The token must stand in the form before the file.
 * Fails with Forbidden (token) and Invalid (not a proper form); a file that is too large is told by `sheetIn`.
 */
export const receiveSheet: RequestHandler = (req, res, next) => {
  parseForm(req, res, (error?: unknown) => {
    if (req.destroyed && !req.complete) return;
    if (!hasToken(req)) return next(staleForm());
    if (error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE') {
      problems.set(req, { kind: 'too-large' });
      return next();
    }
    next(error && formFault(error, SHEET_FIELD));
  });
  stopAfter(req, REQUEST_LIMIT);
};

/** The bytes of the file that came with a form, or why there are none; null: no file was chosen. */
export function sheetIn(
  req: Request,
): { readonly bytes: Buffer } | { readonly problem: SheetProblem } | null {
  const problem = problems.get(req);
  if (problem) return { problem };
  const file = req.file;
  if (!file) return null;
  return { bytes: file.buffer };
}

function stopAfter(req: Request, limit: number): void {
  let bytes = 0;
  req.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > limit) req.destroy();
  });
}
