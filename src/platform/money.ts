/** One hundred million dollars, less a cent: more is a mistyped amount. */
export const HIGHEST_CENTS = 9_999_999_999;

export type MoneyProblem = 'money-missing' | 'money-unreadable' | 'money-negative' | 'money-too-large';

/** An amount in whole cents, or why the text is none. */
export type DollarsRead = { ok: true; value: number } | { ok: false; problem: MoneyProblem };

/**
 * Reads dollars as people write them: "1234.5", "$1,234.50", " 0 ". Commas must stand between thousands, so that
 * "12,50" is asked about and not guessed. The sum is made from the digits; no fraction of a dollar is a float.
 */
export function parseDollars(text: string): DollarsRead {
  const compact = text.replace(/\s/g, '').replace(/^([-(]?)\$/, '$1');
  if (compact === '') return { ok: false, problem: 'money-missing' };
  if (NEGATIVE.test(compact)) return { ok: false, problem: 'money-negative' };
  const parts = AMOUNT.exec(compact);
  if (!parts) return { ok: false, problem: 'money-unreadable' };
  const dollars = (parts[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (dollars.length > 9) return { ok: false, problem: 'money-too-large' };
  const cents = Number(dollars) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return cents > HIGHEST_CENTS ? { ok: false, problem: 'money-too-large' } : { ok: true, value: cents };
}

/** "$1,234.50" from 123450. */
export function formatCents(cents: number): string {
  const whole = Math.abs(cents);
  const dollars = Math.trunc(whole / 100).toLocaleString('en-US');
  return `${cents < 0 ? '-' : ''}$${dollars}.${String(whole % 100).padStart(2, '0')}`;
}

/** "1234.50" from 123450: what a form field shows, and `parseDollars` reads back. */
export function centsToText(cents: number): string {
  return formatCents(cents).replace(/[$,]/g, '');
}

/** What to say to the person who typed the amount. */
export function moneyText(problem: MoneyProblem): string {
  return MONEY_WORDS[problem];
}

/** Whole dollars plain or with commas between thousands, then at most two digits of cents. */
const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d{1,2}))?$/;
const NEGATIVE = /^(?:-\$?[\d.,]+|\(\$?[\d.,]+\)|[\d.,]+-)$/;

const MONEY_WORDS: Record<MoneyProblem, string> = {
  'money-missing': 'Enter an amount in dollars and cents',
  'money-unreadable': 'Enter the amount in dollars and cents, like 1,234.50',
  'money-negative': 'Enter an amount of zero or more',
  'money-too-large': 'Check the amount: it is more than $99,999,999.99',
};
