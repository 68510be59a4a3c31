import { type FileKind, KINDS_IN_WORDS, type Signature } from './file-kinds.ts';
import { megabytes } from './limits.ts';
import { SIDE_NAMES, type Side } from './side.ts';

/** Why a file is not taken. */
export type FileProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'no-room'; readonly limit: number; readonly side: Side }
  | { readonly kind: 'too-many'; readonly limit: number; readonly side: Side }
  | { readonly kind: 'kind-not-taken' }
  | { readonly kind: 'other-content'; readonly says: FileKind['name']; readonly is: Signature | null }
  | { readonly kind: 'protected-or-old' }
  | { readonly kind: 'macros' }
  | { readonly kind: 'damaged'; readonly says: FileKind['name'] }
  | { readonly kind: 'not-text'; readonly says: FileKind['name'] }
  | { readonly kind: 'malware' };

/** Thrown while a file arrives, to stop it: a problem of the file, not of the portal. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`File refused: ${problem.kind}`);
    this.problem = problem;
  }
}

/** The problem and what to do about it, for the person who chose the file. */
export function problemWords(problem: FileProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'The file is empty.';
    case 'too-large':
      return `The file is larger than ${megabytes(problem.limit)}. Split it, or scan it at a lower resolution.`;
    case 'no-room':
      return `The file does not fit: a complaint’s files from ${SIDE_NAMES[problem.side]} may be ${megabytes(problem.limit)} together.`;
    case 'too-many':
      return `A complaint may have ${problem.limit} files from ${SIDE_NAMES[problem.side]}, those of messages included, and it has that many.`;
    case 'kind-not-taken':
      return `Files of this type are not taken. Save it as ${KINDS_IN_WORDS}.`;
    case 'other-content':
      return `${otherContent(problem.says, problem.is)} Save it again as ${problem.says}, and choose that file.`;
    case 'protected-or-old':
      return 'The file is protected by a password, or in an Office format from before 2007. Save it anew without a password.';
    case 'macros':
      return 'The file holds macros, which are not taken. Save it without macros, or as PDF.';
    case 'damaged':
      return `The file is damaged, or not a complete ${problem.says}. Save it again, and choose that file.`;
    case 'not-text':
      return `The name says ${problem.says}, but the file holds more than plain text. Save it again as ${problem.says}.`;
    case 'malware':
      return 'The malware scanner found something in this file. It was not kept; tell those who look after your computer.';
  }
}

const CONTENT_WORDS: Readonly<Record<Signature, string>> = {
  pdf: 'a PDF',
  png: 'a PNG image',
  jpeg: 'a JPEG image',
  tiff: 'a TIFF image',
  zip: 'an Office document or a ZIP archive',
  ole: 'an old or protected Office document',
};

function otherContent(says: FileKind['name'], is: Signature | null): string {
  if (is === null) return `The name says ${says}, but the content is something else.`;
  return `The name says ${says}, but the content is ${CONTENT_WORDS[is]}.`;
}
