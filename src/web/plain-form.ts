import type { RevealedField } from './fields.ts';
import type { Link, PageView } from './pages.ts';
import type { Alert, Button } from './parts.ts';

/** A form with a page or a section of its own, for `_parts/plain-form`. */
export interface PlainForm {
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly RevealedField[];
  readonly buttons: readonly Button[];
}

/** A page that asks for one thing. */
export interface FormPage extends PageView {
  readonly breadcrumbs: readonly Link[];
  /** Under the heading: what it is about. */
  readonly facts: string;
  readonly lead: readonly string[];
  readonly alert: Alert | null;
  readonly form: PlainForm;
}

/** After a conflict, above the form that is shown again. */
export function conflictAlert(message: string | undefined): Alert | null {
  if (message === undefined) return null;
  return {
    type: 'warning',
    heading: 'This has changed meanwhile',
    text: [message, 'What you typed is kept below.'],
    role: 'alert',
  };
}
