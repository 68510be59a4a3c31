import { MOVES, type MoveRow, type Mover } from './lifecycle.ts';
import { STATUSES, type Status, statusLabel } from './status.ts';

/**
 * The lifecycle table drawn as a Mermaid state diagram: an arrow for each status and move that leads elsewhere, and beside
 * each status a note of the moves that keep it.
 */
export function lifecycleDiagram(): string {
  const rows: readonly MoveRow[] = Object.values(MOVES);
  const names = STATUSES.map((status) => `state "${statusLabel(status, 'filer')}" as ${status}`);
  const arrows = rows.flatMap((row) => arrowsOf(row, rows));
  const notes = STATUSES.flatMap((status) => noteOf(status, rows));
  const lines = [...names, '[*] --> draft', ...arrows, 'closed --> [*]', ...notes];
  return ['stateDiagram-v2', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function arrowsOf(row: MoveRow, rows: readonly MoveRow[]): string[] {
  if (row.to === 'same') return [];
  const targets = row.to === 'previous' ? statusesBefore('closed', rows) : [row.to];
  return row.from.flatMap((from) => targets.map((to) => `${from} --> ${to}: ${moveText(row)}`));
}

function noteOf(status: Status, rows: readonly MoveRow[]): string[] {
  const kept = rows.filter((row) => row.to === 'same' && row.from.includes(status));
  if (kept.length === 0) return [];
  return [`note right of ${status}`, ...kept.map((row) => `  ${moveText(row)}`), 'end note'];
}

/** "withdraw (representative)" */
function moveText({ move, parties }: MoveRow): string {
  return `${move} (${parties.map((party) => MOVER_WORDS[party]).join(' or ')})`;
}

/** Every status from which some move leads to this one. */
function statusesBefore(status: Status, rows: readonly MoveRow[]): Status[] {
  return STATUSES.filter((from) => rows.some((row) => row.to === status && row.from.includes(from)));
}

const MOVER_WORDS: Record<Mover, string> = {
  filer: 'representative',
  staff: 'staff',
  supervisor: 'supervisor',
  plan: 'plan',
  system: 'portal',
};
