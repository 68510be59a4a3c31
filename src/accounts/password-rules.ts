import { readFileSync } from 'node:fs';
import path from 'node:path';

/** In characters as people count them. Fifteen, since the password stands alone (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD_LIMITS = { shortest: 15, longest: 128 } as const;

export type PasswordVerdict = 'good' | 'too-short' | 'too-long' | 'pattern' | 'common' | 'personal';

/** What must be left of a password when all that is easily guessed is taken out of it. */
const UNGUESSED_CHARACTERS = 8;
const UNLIKE_CHARACTERS = 5;
const SHORTEST_PERSONAL_WORD = 4;

/**
 * Whether a new password will do. There are no rules of composition: any characters, spaces too. It must be long
 * enough, and must not consist of patterns (runs, sequences, repeated words), common passwords, or what is known of
 * its owner, but for fewer than eight characters.
 * @param about what a guesser would try first: the owner's name, e-mail address and organization
 */
export function judgePassword(password: string, about: readonly string[]): PasswordVerdict {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  if (length < PASSWORD_LIMITS.shortest) return 'too-short';
  if (length > PASSWORD_LIMITS.longest) return 'too-long';
  const withoutPatterns = takeOutPatterns(text.toLowerCase());
  if (isGuessable(withoutPatterns) || isRepeated(text)) return 'pattern';
  const withoutCommon = takeOutWords(withoutPatterns, commonWords());
  if (isGuessable(withoutCommon)) return 'common';
  const withoutPersonal = takeOutWords(takeOutWords(withoutPatterns, personalWords(about)), commonWords());
  return isGuessable(withoutPersonal) ? 'personal' : 'good';
}

/** What to say beside the field; null for a good one. */
export function passwordProblem(verdict: PasswordVerdict): string | null {
  return PROBLEM_WORDS[verdict];
}

const PROBLEM_WORDS: Record<PasswordVerdict, string | null> = {
  good: null,
  'too-short': `Enter a password of at least ${PASSWORD_LIMITS.shortest} characters`,
  'too-long': `Enter a password of at most ${PASSWORD_LIMITS.longest} characters`,
  pattern: 'Enter a password that does not repeat itself or follow the keyboard or the alphabet',
  common: 'Enter a password that is harder to guess: this one is made of very common words or dates',
  personal: 'Enter a password without your name, your e-mail address or your organization in it',
};

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

/** Stands where something was taken out, so that what stood around it does not become a word. */
const GAP = '\0';

function takeOutPatterns(text: string): string {
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

/** One block, shorter than a password has to be, over and over. */
function isRepeated(text: string): boolean {
  const longest = Math.min(PASSWORD_LIMITS.shortest - 1, Math.floor(text.length / 2));
  for (let period = 1; period <= longest; period += 1) {
    if (text.slice(period) === text.slice(0, -period)) return true;
  }
  return false;
}

function takeOutWords(text: string, words: readonly string[]): string {
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

function isGuessable(left: string): boolean {
  const characters = [...left.replaceAll(GAP, '').replace(/\s/g, '')];
  return characters.length < UNGUESSED_CHARACTERS || new Set(characters).size < UNLIKE_CHARACTERS;
}

function personalWords(about: readonly string[]): string[] {
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
function commonWords(): readonly string[] {
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
