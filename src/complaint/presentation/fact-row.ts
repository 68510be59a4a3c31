/** A line of a list of facts. `href` makes the value a link; `tag` judges it. */
export interface FactRow {
  readonly label: string;
  readonly value: string | readonly string[];
  readonly href?: string;
  readonly tag?: FactTag;
}

export interface FactTag {
  readonly text: string;
  readonly tone: 'neutral' | 'info' | 'attention' | 'success' | 'urgent';
}

/** A row, or none where there is nothing to say. */
export function factRow(
  label: string,
  value: string | readonly (string | null | undefined)[] | null | undefined,
): FactRow[] {
  const lines = [value].flat().filter((line) => typeof line === 'string' && line !== '');
  const texts = lines.flatMap((line) => (typeof line === 'string' ? [line] : []));
  const [first, ...more] = texts;
  if (first === undefined) return [];
  return [{ label, value: more.length === 0 ? first : texts }];
}
