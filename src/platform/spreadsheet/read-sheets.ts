import { decodeText } from './decode-text.ts';
import { readDelimited } from './delimited.ts';
import type { Sheet } from './sheet.ts';
import { SHEET_LIMITS } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import { readWorkbook } from './workbook.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Excel's format until 2003, and today's when it is protected by a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The tables in a file: what it is, its content says, not its name. Synchronous, and of hostile files slow: call it
 * where nothing else waits.
 * @throws SheetRefused
 */
export function readSheets(bytes: Buffer, rowLimit: number = SHEET_LIMITS.rows): Sheet[] {
  if (bytes.length === 0) throw new SheetRefused({ kind: 'empty' });
  if (bytes.length > SHEET_LIMITS.bytes) throw new SheetRefused({ kind: 'too-large' });
  if (begins(bytes, COMPOUND_FILE)) throw new SheetRefused({ kind: 'old-or-protected' });
  return begins(bytes, ZIP) ? readWorkbook(bytes, rowLimit) : [readDelimited(decodeText(bytes), rowLimit)];
}

function begins(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}
