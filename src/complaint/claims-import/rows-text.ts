const RANGES_SHOWN = 12;

/** "Row 5", "Rows 5, 7 to 9 and 12"; of many ranges the first ones, and how many rows are left: "… and 40 more". */
export function rowsText(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  const shown = ranges.slice(0, RANGES_SHOWN);
  const words = shown.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  const shownRows = shown.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  if (shownRows < rows.length) words.push(`${rows.length - shownRows} more`);
  const last = words.pop() ?? '';
  const list = words.length > 0 ? `${words.join(', ')} and ${last}` : last;
  return `${rows.length === 1 ? 'Row' : 'Rows'} ${list}`;
}
