export type ReferenceProblem = 'reference-shape' | 'reference-mistyped';

export type ReferenceRead =
  | { ok: true; value: string; year: number; number: number }
  | { ok: false; problem: ReferenceProblem };

/** The number shown to people: `PC-2026-000123-K`, its last character a check on all the others. */
export function makeReference(year: number, number: number): string {
  const digits = `${String(year).padStart(4, '0')}${String(number).padStart(6, '0')}`;
  return written(digits, checkCharacter(`PC${digits}`));
}

/**
 * Reads a reference number as people type it: in any case, with or without spaces and hyphens.
 * The value is in the form in which it is kept.
 */
export function parseReference(text: string): ReferenceRead {
  const compact = text.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const parts = /^PC((\d{4})(\d{6,9}))([0-9A-Z])$/.exec(compact);
  const [, digits = '', year = '', number = '', check = ''] = parts ?? [];
  if (!parts) return { ok: false, problem: 'reference-shape' };
  if (checkCharacter(`PC${digits}`) !== check) return { ok: false, problem: 'reference-mistyped' };
  return { ok: true, value: written(digits, check), year: Number(year), number: Number(number) };
}

export function referenceText(problem: ReferenceProblem): string {
  return REFERENCE_WORDS[problem];
}

/**
 * ISO/IEC 7064 MOD 37,36 over 0-9 and A-Z: catches every single wrong character, and nearly every pair that changed
 * places. Throws a RangeError at any other character.
 */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError(`No check character can be made over "${character}"`);
    product = (((product + value) % 36 || 36) * 2) % 37;
  }
  return ALPHABET.charAt((37 - product) % 36);
}

function written(digits: string, check: string): string {
  return `PC-${digits.slice(0, 4)}-${digits.slice(4)}-${check}`;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const REFERENCE_WORDS: Record<ReferenceProblem, string> = {
  'reference-shape': 'Enter a reference number like PC-2026-000123-K',
  'reference-mistyped': 'Check the reference number: at least one character is mistyped',
};
