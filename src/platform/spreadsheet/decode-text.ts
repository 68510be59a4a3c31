import { SheetRefused } from './sheet-refused.ts';

/** Control characters that no text holds; a tab and the line ends are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * The text of a file, whichever way it was saved: UTF-8, UTF-16 with its mark or without, or Windows-1252, which
 * Excel's plain "CSV" is.
 * @throws SheetRefused when it is no text
 */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== null && !CONTROLS.test(text)) return text;
  }
  throw new SheetRefused({ kind: 'not-a-table' });
}

function encodingsOf(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  // Letters of Western languages have a zero byte in UTF-16, which no other text has.
  if (bytes[0] !== 0 && bytes[1] === 0) return ['utf-16le'];
  if (bytes[0] === 0 && bytes[1] !== 0) return ['utf-16be'];
  return ['utf-8', 'windows-1252'];
}

/** Null: the bytes are no text in that encoding. A mark at the beginning is no part of the text. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
