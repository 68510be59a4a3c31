import { readXml } from './xml.ts';

/** How a number is shown, where that changes what it says: as a date, or in a pattern of digits like 000000000. */
export type NumberLook =
  | { readonly kind: 'plain' | 'date' }
  | { readonly kind: 'digits'; readonly pattern: string };

const PLAIN: NumberLook = { kind: 'plain' };
const DATE: NumberLook = { kind: 'date' };

/** The look of each of the workbook's cell styles, by its number. */
export function readStyles(xml: string): NumberLook[] {
  if (xml === '') return [];
  const formats = new Map<string, string>();
  const looks: NumberLook[] = [];
  let isOfCells = false;
  readXml(xml, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(numFmtId, formatCode);
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) looks.push(lookOf(Number(numFmtId), formats.get(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return looks;
}

/** Formats that Excel knows by their number alone, and that show a date. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return isBuiltInDate(id) ? DATE : PLAIN;
  const [positive = ''] = code.split(';');
  const bare = positive.replace(/\[[^\]]*\]|"[^"]*"|\\.|_./g, (part) =>
    /^\\[ -]$/.test(part) ? (part[1] ?? '') : '',
  );
  if (/^0[0 -]+0$/.test(bare)) return { kind: 'digits', pattern: bare };
  return /[dy]/i.test(bare) && !/general/i.test(bare) ? DATE : PLAIN;
}

/** A whole number in a pattern of zeros, spaces and hyphens; null: it does not fit. */
export function inPattern(digits: string, pattern: string): string | null {
  const places = pattern.replace(/[^0]/g, '').length;
  if (!/^\d+$/.test(digits) || digits.length > places) return null;
  const padded = Array.from(digits.padStart(places, '0'));
  return pattern.replace(/0/g, () => padded.shift() ?? '');
}
