/** A member's name in two texts; null: which is the last name cannot be told. */
export type NameDivided = { readonly last: string; readonly first: string } | null;

/**
 * Divides a name: "Okafor, Wren" at its comma, "Wren Okafor" at its space.
 * @param hasCommas whether other names of the column are written with a comma: then one without it is unclear
 */
export function divideName(name: string, hasCommas: boolean): NameDivided {
  const parts = name.split(',').map((part) => part.replace(/\s+/g, ' ').trim());
  const [before = '', after = ''] = parts;
  if (parts.length === 2 && before !== '' && after !== '') return { last: before, first: after };
  const words = before.split(' ');
  const [first, last] = words;
  if (parts.length > 1 || hasCommas || words.length !== 2 || !first || !last) return null;
  return { last, first };
}
