/** What a plan may say of its own determination. */
export const POSITIONS = ['overturned', 'partly_overturned', 'upheld'] as const;
export type Position = (typeof POSITIONS)[number];

export const POSITION_WORDS: Record<Position, { label: string; hint: string }> = {
  overturned: { label: 'Overturned', hint: 'The representative is right; we will correct it in full.' },
  partly_overturned: { label: 'Partly overturned', hint: 'We will correct a part of it.' },
  upheld: { label: 'Upheld', hint: 'Our determination stands.' },
};
