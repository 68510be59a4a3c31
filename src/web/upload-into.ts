import type { Request, RequestHandler } from 'express';
import { uploadFiles, uploadOutcome } from '../attachments/receive.ts';
import type { UploadTarget } from '../attachments/receive-file.ts';
import { NotFound } from '../platform/errors.ts';
import { hasToken } from './csrf.ts';
import { fieldError } from './forms.ts';
import type { FieldError } from './pages.ts';

export const FILES_FIELD = 'files';

const targets = new WeakMap<Request, UploadTarget>();

/** Decides where the files of a request go, before a byte of them is read. */
export function uploadInto(targetOf: (req: Request) => Promise<UploadTarget>): RequestHandler {
  return async (req, _res, next) => {
    targets.set(req, await targetOf(req));
    next();
  };
}

/** Receives the files of a form into what `uploadInto` decided. */
export const receiveFiles: RequestHandler = uploadFiles({
  field: FILES_FIELD,
  checkToken: hasToken,
  target: (req) => {
    const target = targets.get(req);
    if (!target) throw new NotFound();
    return target;
  },
});

/** Why files of a request were not taken, each by its name, and how many were. */
export function uploadErrors(req: Request): {
  readonly errors: readonly FieldError[];
  readonly count: number;
} {
  const { received, problems } = uploadOutcome(req);
  const refused = problems.map(({ fileName, problem }) => fieldError(FILES_FIELD, `${fileName}: ${problem}`));
  const isNothing = received.length === 0 && refused.length === 0;
  const errors = isNothing ? [fieldError(FILES_FIELD, 'Choose at least one file')] : refused;
  return { errors, count: received.length };
}
