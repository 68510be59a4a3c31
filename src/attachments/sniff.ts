import { type FileKind, SIGNATURE_BYTES, signatureOf } from './file-kinds.ts';
import { OfficeArchive } from './office-archive.ts';
import { PlainTextCheck } from './plain-text.ts';
import type { FileProblem } from './problems.ts';

/** Tells, as a file passes, whether its content is what its name says. */
export interface Sniffer {
  /** Takes the next piece; a problem as soon as there is one, so that the rest need not be received. */
  add(piece: Buffer): FileProblem | null;
  /** The verdict on the whole; call it once, after the last piece. */
  end(): FileProblem | null;
}

/**
 * A sniffer for a file whose name says it is of this kind. PDF and images are told by their first bytes; DOCX and
 * XLSX by the parts of their archive, at its end (see office-archive for what it sees and what not); CSV and TXT by
 * every byte.
 */
export function createSniffer(kind: FileKind): Sniffer {
  const body = bodyCheck(kind);
  let head: Buffer | null = Buffer.alloc(0);

  function readHead(): FileProblem | null {
    if (!head) return null;
    const problem = signatureProblem(kind, head);
    const pending = head;
    head = null;
    return problem ?? body.add(pending);
  }

  return {
    add(piece) {
      if (!head) return body.add(piece);
      head = Buffer.concat([head, piece]);
      return head.length < SIGNATURE_BYTES ? null : readHead();
    },
    end: () => readHead() ?? body.end(),
  };
}

function signatureProblem(kind: FileKind, head: Buffer): FileProblem | null {
  const is = signatureOf(head);
  if (kind.content === 'text') return is ? { kind: 'other-content', says: kind.name, is } : null;
  if (is === kind.content) return null;
  if (is === 'ole' && kind.content === 'zip') return { kind: 'protected-or-old' };
  return { kind: 'other-content', says: kind.name, is };
}

function bodyCheck(kind: FileKind): Sniffer {
  if (kind.content === 'text') return textCheck(kind);
  if (kind.content === 'zip') return officeCheck(kind);
  return { add: () => null, end: () => null };
}

function textCheck(kind: FileKind): Sniffer {
  const text = new PlainTextCheck();
  const problem: FileProblem = { kind: 'not-text', says: kind.name };
  return {
    add(piece) {
      text.add(piece);
      return text.isPossible ? null : problem;
    },
    end: () => (text.end() ? null : problem),
  };
}

function officeCheck(kind: FileKind & { mainPart: string }): Sniffer {
  const archive = new OfficeArchive();
  return {
    add(piece) {
      archive.add(piece);
      return null;
    },
    end() {
      const verdict = archive.end();
      if (verdict === 'damaged') return { kind: 'damaged', says: kind.name };
      if (verdict.hasMacros) return { kind: 'macros' };
      return verdict.parts.has(kind.mainPart) ? null : { kind: 'other-content', says: kind.name, is: 'zip' };
    },
  };
}
