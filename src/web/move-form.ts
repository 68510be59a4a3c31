import type { Complaint } from '../complaint/complaints.queries.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import { type MoveField, type MoveFormContext, moveFields } from '../complaint/presentation/move-fields.ts';
import { parseDateFields, typedChoices, typedText } from './forms.ts';
import type { FieldError } from './pages.ts';
import type { Alert, Button } from './parts.ts';

/** The form of a move, for `_parts/move-form`. */
export interface MoveForm {
  readonly action: string;
  /** The version of the complaint that the person sees on the page. */
  readonly version: string;
  readonly conflict: Alert | null;
  readonly confirmation: Alert | null;
  readonly fields: readonly MoveField[];
  readonly buttons: readonly Button[];
}

export interface MoveFormGiven {
  readonly complaint: Complaint;
  readonly row: MoveRow;
  /** The address of the complaint's page; the move's form is sent to `/moves/…` under it. */
  readonly base: string;
  /** What the form sent the last time; undefined: it is shown for the first time. */
  readonly body?: unknown;
  readonly errors?: readonly FieldError[] | undefined;
  readonly conflict?: { readonly message: string; readonly changes: readonly string[] } | undefined;
  /** False: the complaint has moved on, so the form only gives back what was typed. */
  readonly isPossible: boolean;
  /** What stands in a field before anything was typed; of checkboxes, what is ticked. */
  readonly prefilled?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly choices: Omit<MoveFormContext, 'errors' | 'typed' | 'chosen' | 'date'>;
}

/** After a conflict the form takes on the new version; until then it keeps the one that was seen. */
export function moveForm(given: MoveFormGiven): MoveForm {
  const { complaint, row, base, body, conflict, isPossible, prefilled = {} } = given;
  const { words } = row;
  const version = conflict || body === undefined ? String(complaint.version) : typedText(body, 'version');
  const context: MoveFormContext = {
    ...given.choices,
    errors: given.errors ?? [],
    typed: (name) => typedText(body === undefined ? prefilled : body, name),
    chosen: (name) => typedChoices(body === undefined ? prefilled : body, name),
    date: (name) => parseDateFields(body, name),
  };
  return {
    action: `${base}/moves/${row.move}`,
    version,
    conflict: conflict ? conflictAlert(conflict, isPossible) : null,
    confirmation: words.confirmation && isPossible ? { type: 'warning', text: words.confirmation } : null,
    fields: moveFields(row, context),
    buttons: [
      ...(isPossible
        ? [{ text: words.label, style: words.button === 'danger' ? 'danger' : 'primary' } as const]
        : []),
      { text: 'Back to the complaint', href: base, style: 'link' },
    ],
  };
}

function conflictAlert(
  { message, changes }: { readonly message: string; readonly changes: readonly string[] },
  isPossible: boolean,
): Alert {
  const kept = isPossible
    ? 'What you typed is kept below: check it, then send it again.'
    : 'What you typed is kept below, so that you can copy it.';
  return {
    type: 'warning',
    heading: 'This has changed meanwhile',
    text: [message, ...changes, kept],
    role: 'alert',
  };
}
