import { inflateRawSync } from 'node:zlib';

const HEAD_BYTES = 64 * 1024;
const TAIL_BYTES = 256 * 1024;
const CONTENT_TYPES_LIMIT = 1024 * 1024;

const MACRO_PARTS = /(^|\/)(vbaProject|vbaData)[^/]*$|^xl\/macrosheets\//i;
const MACRO_TYPES = /macroEnabled|ms-office\.vba|ms-excel\.(intl)?macrosheet/i;

const END = Buffer.from('PK\x05\x06');
const END_64 = Buffer.from('PK\x06\x06');

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

/** What an Office document's archive shows: its parts' names, and whether they or its content types speak of macros. */
export type ArchiveVerdict = { readonly parts: ReadonlySet<string>; readonly hasMacros: boolean } | 'damaged';

/**
 * Looks into an Office document (a ZIP archive) as it passes, keeping its first 64 KB and last 256 KB. It reads the
 * archive's directory, which stands at the end and names every part, and `[Content_Types].xml` where that lies in
 * what was kept (writers put it first or last). It cannot see inside other parts: a macro hidden in an embedded
 * object, or declared by a content types part that lies in the middle and names no macro part, is left to the
 * scanner.
 */
export class OfficeArchive {
  #head = Buffer.alloc(0);
  #tail: Buffer[] = [];
  #tailBytes = 0;
  #length = 0;

  add(piece: Buffer): void {
    if (this.#head.length < HEAD_BYTES) {
      this.#head = Buffer.concat([this.#head, piece.subarray(0, HEAD_BYTES - this.#head.length)]);
    }
    this.#tail.push(piece);
    this.#tailBytes += piece.length;
    this.#length += piece.length;
    for (
      let first = this.#tail[0];
      first && this.#tailBytes - first.length >= TAIL_BYTES;
      first = this.#tail[0]
    ) {
      this.#tail.shift();
      this.#tailBytes -= first.length;
    }
  }

  /** Call it once, after the last piece. */
  end(): ArchiveVerdict {
    try {
      const tail = Buffer.concat(this.#tail);
      const entries = readDirectory(tail, this.#length);
      const parts = new Set(entries.map((entry) => entry.name));
      const types = entries.find((entry) => entry.name === '[Content_Types].xml');
      if (!types) return 'damaged';
      const hasMacroPart = entries.some((entry) => MACRO_PARTS.test(entry.name));
      return { parts, hasMacros: hasMacroPart || MACRO_TYPES.test(this.#readIfKept(types, tail)) };
    } catch {
      return 'damaged';
    }
  }

  /** An entry's content if it lies in what was kept, else nothing. */
  #readIfKept(entry: ZipEntry, tail: Buffer): string {
    const tailStart = this.#length - tail.length;
    return (
      readEntry(tail, entry.offset - tailStart, entry) ?? readEntry(this.#head, entry.offset, entry) ?? ''
    );
  }
}

/** The archive's directory. Throws (RangeError, Error) unless it lies whole in the tail, where the end says it does. */
function readDirectory(tail: Buffer, length: number): ZipEntry[] {
  const end = tail.lastIndexOf(END);
  if (end < 0 || end + 22 + tail.readUInt16LE(end + 20) !== tail.length) throw new Error('No end');
  const start = tail.readUInt32LE(end + 16) - (length - tail.length);
  const stop = start + tail.readUInt32LE(end + 12);
  // Some writers always put the records of the 64-bit format between the directory and the end; nothing else may.
  const isNextEnd = stop === end || tail.subarray(stop, stop + 4).equals(END_64);
  if (start < 0 || stop > end || !isNextEnd) throw new Error('No directory');
  const entries: ZipEntry[] = [];
  for (let at = start; at < stop; ) {
    if (tail.readUInt32LE(at) !== 0x02014b50) throw new Error('No entry');
    const nameEnd = at + 46 + tail.readUInt16LE(at + 28);
    entries.push({
      name: tail.toString('utf8', at + 46, nameEnd),
      method: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 20),
      offset: tail.readUInt32LE(at + 42),
    });
    at = nameEnd + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return entries;
}

/** An entry's content as text; null if it does not lie whole in `bytes`. Throws if it is not what it should be. */
function readEntry(bytes: Buffer, at: number, entry: ZipEntry): string | null {
  if (at < 0 || at + 30 > bytes.length) return null;
  if (bytes.readUInt32LE(at) !== 0x04034b50) throw new Error('No local header');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + entry.size > bytes.length) return null;
  const content = bytes.subarray(start, start + entry.size);
  if (entry.method === 0) return content.toString('utf8');
  return inflateRawSync(content, { maxOutputLength: CONTENT_TYPES_LIMIT }).toString('utf8');
}
