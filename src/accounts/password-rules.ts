import { commonWords, GAP, isRepeated, personalWords, takeOutPatterns, takeOutWords } from './guessable.ts';

/** In characters as people count them. Fifteen, since the password stands alone (NIST SP 800-63B-4, 3.1.1.2). */
export const PASSWORD_LIMITS = { shortest: 15, longest: 128 } as const;

export type PasswordVerdict = 'good' | 'too-short' | 'too-long' | 'pattern' | 'common' | 'personal';

/** What must be left of a password when all that is easily guessed is taken out of it. */
const UNGUESSED_CHARACTERS = 8;
const UNLIKE_CHARACTERS = 5;

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
  if (isGuessable(withoutPatterns) || isRepeated(text, PASSWORD_LIMITS.shortest)) return 'pattern';
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

function isGuessable(left: string): boolean {
  const characters = [...left.replaceAll(GAP, '').replace(/\s/g, '')];
  return characters.length < UNGUESSED_CHARACTERS || new Set(characters).size < UNLIKE_CHARACTERS;
}
