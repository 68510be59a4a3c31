import type { DraftClaimLine } from './document.ts';

/** What claims come to; none of it is protected. */
export interface ClaimTotals {
  /** Lines, be they claims or members without a claim. */
  readonly claimCount: number;
  readonly billedCents: number;
  readonly paidCents: number;
}

export function claimTotals(lines: readonly DraftClaimLine[]): ClaimTotals {
  return {
    claimCount: lines.length,
    billedCents: lines.reduce((sum, line) => sum + (line.billedCents ?? 0), 0),
    paidCents: lines.reduce((sum, line) => sum + (line.paidCents ?? 0), 0),
  };
}

/** What was billed for all claims together, in cents; null: of one of them it is not known, or there is none. */
export function billedInAll(lines: readonly DraftClaimLine[]): number | null {
  const isKnown = lines.length > 0 && lines.every(({ billedCents }) => billedCents !== undefined);
  return isKnown ? claimTotals(lines).billedCents : null;
}

/** What is in dispute: what was billed and not paid. A line that was paid more than it billed takes nothing away. */
export function disputedCents({ billedCents, paidCents }: Omit<ClaimTotals, 'claimCount'>): number {
  return Math.max(0, billedCents - paidCents);
}
