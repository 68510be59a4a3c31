import { MOVES, type MoveRow, type Mover } from './lifecycle.ts';
import { STATUSES, type Status, statusLabel } from './status.ts';

/** The lifecycle table drawn as a Mermaid state diagram, one arrow a status and move. */
export function lifecycleDiagram(): string {
  const rows: readonly MoveRow[] = Object.values(MOVES);
  const names = STATUSES.map((status) => `state "${statusLabel(status, 'filer')}" as ${status}`);
  const arrows = rows.flatMap((row) => arrowsOf(row, rows));
  const lines = [...names, '[*] --> draft', ...arrows, 'closed --> [*]'];
  return ['stateDiagram-v2', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function arrowsOf(row: MoveRow, rows: readonly MoveRow[]): string[] {
  const who = row.parties.map((party) => MOVER_WORDS[party]).join(' or ');
  const targets = (from: Status) =>
    row.to === 'previous' ? statusesBefore(from, rows) : [targetOf(row, from)];
  return row.from.flatMap((from) => targets(from).map((to) => `${from} --> ${to}: ${row.move} (${who})`));
}

function targetOf(row: MoveRow, from: Status): Status {
  return row.to === 'same' || row.to === 'previous' ? from : row.to;
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
};
