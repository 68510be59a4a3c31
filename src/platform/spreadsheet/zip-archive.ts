import { crc32, inflateRawSync } from 'node:zlib';
import { SHEET_LIMITS } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';

const END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** A ZIP archive in memory, of which parts are unpacked one by one, and together no more than the limit. */
export class ZipArchive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left: number = SHEET_LIMITS.unpackedBytes;

  /** @throws SheetRefused when it is damaged, encrypted, or says that it unpacks to more than the limit */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#entries = refusingDamage(() => readDirectory(bytes));
    const sizes = [...this.#entries.values()].reduce((sum, { size }) => sum + size, 0);
    if (sizes > SHEET_LIMITS.unpackedBytes) throw new SheetRefused({ kind: 'unpacks-too-large' });
  }

  names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /**
   * A part's content; null: there is no such part. What the archive says of its size is not trusted.
   * @throws SheetRefused
   */
  read(name: string): string | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    const content = refusingDamage(() => this.#unpack(entry));
    this.#left -= content.length;
    if (content.length !== entry.size || crc32(content) !== entry.crc)
      throw new SheetRefused({ kind: 'damaged' });
    return content.toString('utf8');
  }

  #unpack(entry: Entry): Buffer {
    const { offset, packedSize } = entry;
    if (entry.flags & ENCRYPTED) throw new SheetRefused({ kind: 'old-or-protected' });
    if (this.#bytes.readUInt32LE(offset) !== LOCAL_HEADER) throw new Error('No local header');
    const start = offset + 30 + this.#bytes.readUInt16LE(offset + 26) + this.#bytes.readUInt16LE(offset + 28);
    if (start + packedSize > this.#bytes.length) throw new Error('An entry ends after the file');
    const packed = this.#bytes.subarray(start, start + packedSize);
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) throw new Error('An unknown way to pack');
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(this.#left, entry.size)) });
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > SHEET_LIMITS.archiveEntries) throw new SheetRefused({ kind: 'unpacks-too-large' });
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('No entry');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
    if (entries.has(name)) throw new Error('Two entries of one name');
    entries.set(name, entryAt(bytes, at));
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(bytes: Buffer, at: number): Entry {
  return {
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

/** Where the archive's end record begins: nothing but its own comment follows it. */
function endOf(bytes: Buffer): number {
  const earliest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= earliest; at--) {
    const isEnd = bytes.readUInt32LE(at) === END;
    if (isEnd && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw new Error('No end');
}

/** What reaches outside of the file, or is not packed as it says, is damage. */
function refusingDamage<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof SheetRefused) throw error;
    throw new SheetRefused({ kind: 'damaged' });
  }
}
