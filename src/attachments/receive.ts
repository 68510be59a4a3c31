import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { Invalid } from '../platform/errors.ts';
import { alteredForm, formFault, staleForm } from './form-faults.ts';
import { FIELD_LIMITS } from './form-limits.ts';
import { attachmentLimits, megabytes } from './limits.ts';
import type { ReceivedFile, UploadTarget } from './receive-file.ts';
import { Upload } from './upload.ts';

export interface UploadOptions {
  /** The name of the form's file field. */
  readonly field: string;
  /** Whether the request's body carries this session's token; asked before a byte of a file is read. */
  readonly checkToken: (req: Request) => boolean;
  /** The first field before the files that is not as the form's page made it; asked at the same time. Absent: none. */
  readonly findAltered?: (req: Request) => string | null;
  /** Where the files go; what came before in the route has decided that they may. */
  readonly target: (req: Request) => UploadTarget;
}

/** What became of a request's files. */
export interface UploadOutcome {
  readonly received: readonly ReceivedFile[];
  /** Files that were not taken, with the reason as a sentence; nothing of them is left. */
  readonly problems: readonly { readonly fileName: string; readonly problem: string }[];
}

const uploads = new WeakMap<Request, Upload>();

const FIELDS_ALLOWANCE = 1024 * 1024;

/** The form's other fields are few: the token, the version, the words, a button. */
const FORM_LIMITS = { ...FIELD_LIMITS, files: 100, fields: 30, parts: 130 };

/**
 * Receives a form with files, as a stream: the fields into `req.body`, the files into the database (see
 * receive-file). A file with a problem does not keep the others from being taken; what became of each is told by
 * `uploadOutcome`. A file that came whole stays, even if the connection breaks during a later one.
 * The token must stand in the form before the files.
 * Fails with Forbidden (token), Invalid (fields, not a proper form, or far too large). If the sender hangs up, what was
 * unfinished is removed and nobody is answered.
 */
export function uploadFiles(options: UploadOptions): RequestHandler {
  const parseForm = formParser(options);
  return (req, res, next) => {
    const limit = 2 * attachmentLimits().complaintFilesLimit + FIELDS_ALLOWANCE;
    if (Number(req.headers['content-length'] ?? 0) > limit) {
      res.set('Connection', 'close');
      throw new Invalid([{ field: options.field, text: `Send less than ${megabytes(limit)} at once.` }]);
    }
    const upload = new Upload(options.target(req));
    uploads.set(req, upload);
    parseForm(req, res, async (error?: unknown) => {
      await upload.settled();
      if (hasLeft(req)) return;
      next(error ? formFault(error, options.field) : refusalOf(req, options));
    });
    stopAfter(req, limit);
  };
}

/** What became of the files of a request that went through `uploadFiles`. */
export function uploadOutcome(req: Request): UploadOutcome {
  const { received = [], problems = [] } = uploads.get(req) ?? {};
  return { received, problems };
}

function formParser(options: UploadOptions): RequestHandler {
  return multer({
    storage: { _handleFile: takeFile, _removeFile: (_req, _file, done) => done(null) },
    limits: FORM_LIMITS,
    defParamCharset: 'utf8',
    fileFilter: (req, _file, decide) => {
      const refusal = refusalOf(req, options);
      if (refusal) return decide(refusal);
      decide(null, true);
    },
  }).array(options.field);
}

/** Why nothing of a request is taken, as far as its fields tell. */
function refusalOf(req: Request, { checkToken, findAltered }: UploadOptions): Error | undefined {
  if (!checkToken(req)) return staleForm();
  const altered = findAltered?.(req) ?? null;
  return altered === null ? undefined : alteredForm(altered);
}

function takeFile(
  req: Request,
  file: Express.Multer.File,
  done: (error?: unknown, kept?: object) => void,
): void {
  const upload = uploads.get(req);
  if (!upload) throw new Error('A file came outside of an upload');
  upload.take(file.originalname, file.stream).then(() => done(null, {}), done);
}

/** Ends a request that announced no length, or a false one, and goes on sending. */
function stopAfter(req: Request, limit: number): void {
  let bytes = 0;
  req.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > limit) req.destroy();
  });
}

function hasLeft(req: Request): boolean {
  return req.destroyed && !req.complete;
}
