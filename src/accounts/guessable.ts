import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Stands where something was taken out, so that what stood around it does not become a word. */
export const GAP = '\0';

const SHORTEST_PERSONAL_WORD = 4;

const KEYBOARD_AND_ALPHABET = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiopü',
  'azertyuiop',
  'qsdfghjklm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '!@#$%^&*()_+',
] as const;

const SEQUENCES: readonly string[] = KEYBOARD_AND_ALPHABET.flatMap((line) => [
  line,
  [...line].reverse().join(''),
]);
const SHORTEST_SEQUENCE = 4;

/** Takes out runs, sequences of the keyboard or the alphabet, and years. */
export function takeOutPatterns(text: string): string {
  return takeOutSequences(text)
    .replace(/(.)\1{2,}/gu, GAP)
    .replace(/(?<!\d)(19|20)\d\d(?!\d)/g, GAP);
}

function takeOutSequences(text: string): string {
  let left = '';
  for (let at = 0; at < text.length; ) {
    const length = sequenceLengthAt(text, at);
    left += length >= SHORTEST_SEQUENCE ? GAP : text.charAt(at);
    at += length >= SHORTEST_SEQUENCE ? length : 1;
  }
  return left;
}

/** How many characters from a place on follow the keyboard or the alphabet, one way or the other. */
function sequenceLengthAt(text: string, at: number): number {
  let length = 1;
  const isOne = (end: number) => SEQUENCES.some((sequence) => sequence.includes(text.slice(at, end)));
  while (at + length < text.length && isOne(at + length + 1)) length += 1;
  return length;
}

/** Whether a text is one block of fewer than `length` characters, over and over. */
export function isRepeated(text: string, length: number): boolean {
  const longest = Math.min(length - 1, Math.floor(text.length / 2));
  for (let period = 1; period <= longest; period += 1) {
    if (text.slice(period) === text.slice(0, -period)) return true;
  }
  return false;
}

/** Takes out words, also where digits and signs stand for letters. The text is in lower case. */
export function takeOutWords(text: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replaceAll(word, GAP), withoutDisguise(text));
}

const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** "P4$$w0rd" is "password". */
function withoutDisguise(text: string): string {
  return text.replace(/[013457@$!]/g, (character) => DISGUISES[character] ?? character);
}

/** The words of what is known of somebody. */
export function personalWords(about: readonly string[]): string[] {
  const words = about.flatMap((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  return longestFirst(words.filter((word) => word.length >= SHORTEST_PERSONAL_WORD).map(withoutDisguise));
}

let common: readonly string[] | null = null;

/** The words of common-passwords.txt, which says where they come from. */
export function commonWords(): readonly string[] {
  common ??= longestFirst(
    readFileSync(path.join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map(withoutDisguise),
  );
  return common;
}

function longestFirst(words: readonly string[]): string[] {
  return words.toSorted((one, other) => other.length - one.length);
}
