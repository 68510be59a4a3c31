export type IdentifierProblem =
  | 'npi-missing'
  | 'npi-length'
  | 'npi-first-digit'
  | 'npi-check-digit'
  | 'provider-id-missing'
  | 'provider-id-length'
  | 'rin-missing'
  | 'rin-characters'
  | 'rin-eight-digits'
  | 'rin-length'
  | 'rin-social-security'
  | 'claim-number-missing'
  | 'claim-number-characters'
  | 'claim-number-length'
  | 'carc-shape'
  | 'rarc-shape'
  | 'tracking-number-missing'
  | 'tracking-number-characters'
  | 'tracking-number-length';

/** What to say to the person who typed it: what is wrong, and what to do. None repeats what was typed. */
export function problemText(problem: IdentifierProblem): string {
  return PROBLEM_WORDS[problem];
}

const PROBLEM_WORDS: Record<IdentifierProblem, string> = {
  'npi-missing': 'Enter the NPI',
  'npi-length': 'Enter an NPI of 10 digits',
  'npi-first-digit': 'Check the NPI: it begins with 1 or 2',
  'npi-check-digit': 'Check the NPI: at least one digit is mistyped',
  'provider-id-missing': 'Enter the HFS provider ID',
  'provider-id-length': 'Enter an HFS provider ID of 7 to 12 digits',
  'rin-missing': 'Enter the member’s RIN',
  'rin-characters': 'Enter a RIN of 9 digits, without letters',
  'rin-eight-digits':
    'Enter all 9 digits of the RIN. A spreadsheet probably dropped a zero at the front: check it, and put the zero back',
  'rin-length': 'Enter a RIN of exactly 9 digits',
  'rin-social-security':
    'This looks like a Social Security number, and it was not kept. Enter the member’s RIN, from the HFS medical card',
  'claim-number-missing': 'Enter the plan’s claim number',
  'claim-number-characters': 'Enter the claim number in letters, digits and hyphens only',
  'claim-number-length': 'Enter a claim number of at most 50 characters',
  'carc-shape': 'Enter a claim adjustment reason code like 29 or B7',
  'rarc-shape': 'Enter a remark code like M15, MA130 or N290',
  'tracking-number-missing': 'Enter the plan’s tracking number',
  'tracking-number-characters': 'Enter the tracking number again: it holds characters that cannot be read',
  'tracking-number-length': 'Enter a tracking number of at most 50 characters',
};
