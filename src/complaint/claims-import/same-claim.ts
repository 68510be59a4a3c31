import type { DraftClaimLine } from '../document.ts';
import { CLAIM_FIELDS } from './columns.ts';
import type { JudgedRow } from './judge-row.ts';

/** What makes two lines the same claim: member, number, days and amount. */
export function claimKey(line: DraftClaimLine): string {
  const { rin, claimNumber, serviceFrom, serviceTo, billedCents } = line;
  return JSON.stringify([rin, claimNumber?.toUpperCase(), serviceFrom, serviceTo, billedCents]);
}

const LEAST_ALIKE = 3;

/**
 * Tells whether a row is a waiting one, corrected: alike in everything that was right there, and in enough to tell. So a
 * corrected file finds its rows again, in whatever order they come. To be made once for a waiting row: it is held
 * against every row of the file.
 */
export function correctionsOf(waiting: JudgedRow): (line: DraftClaimLine) => boolean {
  const faulty = new Set(waiting.faults.map(({ field }) => field));
  const right = CLAIM_FIELDS.filter(
    (field) => !faulty.has(field) && waiting.line[field] !== undefined,
  ).filter((field) => field !== 'serviceTo' || !faulty.has('serviceFrom'));
  if (right.length < LEAST_ALIKE) return () => false;
  return (line) => right.every((field) => line[field] === waiting.line[field]);
}
