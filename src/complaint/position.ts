/** What a plan may say of its own determination. */
export const POSITIONS = ['overturned', 'partly_overturned', 'upheld'] as const;
export type Position = (typeof POSITIONS)[number];

export const POSITION_WORDS: Record<Position, { label: string; hint: string }> = {
  overturned: { label: 'Overturned', hint: 'The representative is right; we will correct it in full.' },
  partly_overturned: { label: 'Partly overturned', hint: 'We will correct a part of it.' },
  upheld: { label: 'Upheld', hint: 'Our determination stands.' },
};

/** How a plan pays. */
export const PAYMENT_METHODS = ['eft', 'check'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const PAYMENT_METHOD_WORDS: Record<PaymentMethod, string> = {
  eft: 'Electronic funds transfer',
  check: 'Check',
};
