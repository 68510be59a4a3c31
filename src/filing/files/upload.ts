import type { Request, RequestHandler } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { uploadFiles, uploadOutcome } from '../../attachments/receive.ts';
import type { UploadTarget } from '../../attachments/receive-file.ts';
import type { Status } from '../../complaint/status.ts';
import { NotFound } from '../../platform/errors.ts';
import { hasToken } from '../../web/csrf.ts';
import { fieldError } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';

export const FILES_FIELD = 'files';

const targets = new WeakMap<Request, UploadTarget>();

/**
 * Decides where the files of a request go, before a byte of them is read.
 * @param openIn the statuses in which the complaint takes them
 */
export function uploadInto(
  complaintOf: (req: Request) => Promise<string>,
  openIn: readonly Status[],
): RequestHandler {
  return async (req, _res, next) => {
    const complaintId = await complaintOf(req);
    targets.set(req, { complaintId, side: 'provider', openIn, actor: actorOf(req) });
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
