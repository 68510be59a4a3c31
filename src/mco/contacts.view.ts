import type { Attempt } from '../complaint/contact-log.queries.ts';
import { OUTCOME_LIMIT } from '../complaint/contact-log.ts';
import { CONTACT_WAY_WORDS, CONTACT_WAYS } from '../complaint/contact-ways.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { type ComplaintHead, complaintHead } from '../complaint/presentation/complaint-head.ts';
import { type ContactLog, contactLog } from '../complaint/presentation/contact-log.ts';
import { isId, newId } from '../platform/identifier.ts';
import type { ChoiceField, DateField, TextareaField, TextField } from '../web/fields.ts';
import { parseDateFields, typedText } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import type { ButtonRow } from '../web/parts.ts';
import { complaintHref } from './load-complaint.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'mco/contacts': ContactsView;
  }
}

export interface ContactsView extends PageView {
  readonly head: ComplaintHead;
  readonly log: ContactLog;
  readonly form: AttemptFormShown;
}

interface AttemptFormShown {
  readonly action: string;
  /** The id that the attempt will have; a form that comes back keeps it. */
  readonly id: string;
  readonly on: DateField;
  readonly how: ChoiceField;
  readonly withWhom: TextField;
  readonly referenceNumber: TextField;
  readonly outcome: TextareaField;
  readonly buttons: ButtonRow;
}

interface Asked {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
}

export function contactsView(inHand: InHand, attempts: readonly Attempt[], asked: Asked): ContactsView {
  const { complaint, seen } = inHand;
  const home = complaintHref(complaint);
  return {
    title: 'Attempts to reach the provider',
    breadcrumbs: [
      { href: '/mco', text: 'Complaints' },
      { href: home, text: complaint.reference ?? '' },
    ],
    errors: asked.errors,
    head: complaintHead(complaint, seen.party),
    log: { ...contactLog(attempts, null), heading: 'Logged so far' },
    form: formOf(home, asked),
  };
}

function formOf(home: string, { body, errors = [] }: Asked): AttemptFormShown {
  const typed = (name: string) => typedText(body, name);
  return {
    action: `${home}/contacts`,
    id: isId(typed('id')) ? typed('id') : newId(),
    on: { name: 'on', label: 'Date of the attempt', value: parseDateFields(body, 'on'), errors },
    how: {
      name: 'how',
      label: 'How did you try?',
      choices: CONTACT_WAYS.map((value) => ({ value, text: CONTACT_WAY_WORDS[value] })),
      value: typed('how'),
      errors,
    },
    withWhom: line('withWhom', 'With whom', 'Whom you reached, or tried to reach.'),
    referenceNumber: {
      ...line('referenceNumber', 'Reference number', 'Of the call, the ticket or the letter.'),
      optional: true,
      width: 'lg',
    },
    outcome: {
      name: 'outcome',
      label: 'What came of it',
      rows: 4,
      maxlength: OUTCOME_LIMIT,
      value: typed('outcome'),
      errors,
    },
    buttons: {
      buttons: [{ text: 'Log the attempt' }, { text: 'Back to the complaint', href: home, style: 'link' }],
    },
  };

  function line(name: string, label: string, hint: string): TextField {
    return { name, label, hint, value: typed(name), width: '2xl', autocomplete: 'off', errors };
  }
}
