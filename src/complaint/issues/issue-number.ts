/** The number of an issue as it is shown to people: `SI-2026-0001`. */
export function makeIssueNumber(year: number, number: number): string {
  return `SI-${String(year).padStart(4, '0')}-${String(number).padStart(4, '0')}`;
}

/** A number as people type it, in the form in which it is kept; null: it is none. */
export function parseIssueNumber(text: string): string | null {
  const compact = text.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  const [, year, number] = /^SI(\d{4})(\d{4,9})$/.exec(compact) ?? [];
  return year && number ? `SI-${year}-${number}` : null;
}
