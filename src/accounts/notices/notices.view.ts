import { type ChoosableKind, choicesFor, type NoticeChoice } from '../../notices/choices.ts';
import type { ReminderListed } from '../../notices/reminders.queries.ts';
import type { MailPage } from '../../notices/sent-mail.queries.ts';
import { today } from '../../platform/clock.ts';
import { formatDate, formatDistance, toPlainDate } from '../../platform/dates.ts';
import type { ChoiceField } from '../../web/fields.ts';
import type { FieldError, Link, PageView } from '../../web/pages.ts';
import type { Pagination, Table } from '../../web/parts.ts';
import { CHOICE_HINTS, MAIL_NAMES } from './mail-words.ts';
import { mailPages, mailTable } from './sent-mail.view.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/notices': NoticesView;
  }
}

export interface NoticesView extends PageView {
  /** A question for each kind of mail; none for those who get only their account's own. */
  readonly choices: readonly ChoiceField[];
  readonly reminders: readonly ReminderView[];
  readonly mails: Table;
  readonly pages: Pagination;
}

interface ReminderView {
  readonly when: string;
  /** What it is about, with the way there if it is a draft. */
  readonly what: string;
  readonly draft: Link | null;
  readonly withdrawHref: string;
}

interface NoticesGiven {
  readonly kinds: readonly ChoosableKind[];
  readonly choiceOf: (kind: string) => string;
  readonly reminders: readonly ReminderListed[];
  readonly page: MailPage;
  readonly errors: readonly FieldError[];
}

export function noticesView({ kinds, choiceOf, reminders, page, errors }: NoticesGiven): NoticesView {
  return {
    title: 'E-mail to you',
    back: { href: '/account', text: 'Your account' },
    errors,
    choices: kinds.map((kind) => choiceField(kind, choiceOf(kind), errors)),
    reminders: reminders.map(reminderView),
    mails: mailTable(page.mails),
    pages: mailPages(page),
  };
}

const CHOICE_WORDS: Readonly<Record<NoticeChoice, string>> = {
  at_once: 'At once',
  digest: 'In the daily digest',
  off: 'Not at all',
};

function choiceField(kind: ChoosableKind, value: string, errors: readonly FieldError[]): ChoiceField {
  return {
    name: kind,
    label: MAIL_NAMES[kind],
    hint: CHOICE_HINTS[kind],
    value,
    inline: true,
    choices: choicesFor(kind).map((choice) => ({ value: choice, text: CHOICE_WORDS[choice] })),
    errors,
  };
}

function reminderView({ id, dueOn, mco, complaint }: ReminderListed): ReminderView {
  const date = toPlainDate(dueOn);
  const planName = mco?.name ?? complaint?.mco?.name ?? 'a plan';
  return {
    when: `${formatDate(date)} (${formatDistance(date, today())})`,
    what: `First day to file about ${planName}`,
    draft: complaint && { href: `/complaints/drafts/${complaint.id}`, text: 'Open the draft' },
    withdrawHref: `/account/reminders/${id}/withdraw`,
  };
}
