import { instantOf } from '../../complaint/presentation/moments.ts';
import { openPath } from '../../notices/letter-paths.ts';
import { isNoticeKind } from '../../notices/letters.ts';
import type { MailPage, MailShown } from '../../notices/sent-mail.queries.ts';
import { formatInstant } from '../../platform/dates.ts';
import type { Pagination, StatusTag, Table, TableCell } from '../../web/parts.ts';
import { MAIL_NAMES } from './mail-words.ts';

/** Every mail to an account: what, about what, when, and whether it was delivered. */
export function mailTable(mails: readonly MailShown[]): Table {
  return {
    caption: 'Mail to you, the newest first',
    isCaptionHidden: true,
    columns: ['Mail', 'About', 'When', 'Delivered'].map((text) => ({ text })),
    rows: mails.map((mail) => ({
      cells: [nameCell(mail), subjectCell(mail), { text: whenText(mail) }, deliveryCell(mail)],
    })),
    empty: { heading: 'No mail was sent to you yet.' },
    isCompact: true,
    isStacked: true,
  };
}

export function mailPages({ mails, hasNewer, hasOlder }: MailPage): Pagination {
  const href = (side: 'after' | 'before', mail: MailShown | undefined) =>
    mail && `/account/notices?${side}=${mail.id}#sent`;
  return {
    label: 'Pages of mail',
    previous: hasNewer ? href('before', mails.at(0)) : undefined,
    next: hasOlder ? href('after', mails.at(-1)) : undefined,
  };
}

function nameCell({ kind, inDigest, _count }: MailShown): TableCell {
  if (kind === 'digest') {
    const { gathered } = _count;
    return { text: MAIL_NAMES.digest, hint: `${gathered} ${gathered === 1 ? 'notice' : 'notices'}` };
  }
  const text = isNoticeKind(kind) ? MAIL_NAMES[kind] : kind;
  return inDigest ? { text, hint: 'in the daily digest' } : { text };
}

function subjectCell({ kind, complaint, issue }: MailShown): TableCell {
  const href = isNoticeKind(kind) ? openPath(kind, complaint, issue) : null;
  if (href === null || kind === 'asked-reminder') return { text: '–' };
  return { text: complaint?.reference ?? issue?.reference ?? 'Your draft', href };
}

function whenText({ sentAt, createdAt }: MailShown): string {
  return formatInstant(instantOf(sentAt ?? createdAt));
}

function deliveryCell(mail: MailShown): TableCell {
  const { tag, hint } = deliveryOf(mail);
  return { text: '', tags: [tag], ...(hint ? { hint } : {}) };
}

function deliveryOf(mail: MailShown): { tag: StatusTag; hint?: string } {
  const { state, inDigest, digest, nextAttemptAt } = mail;
  const attempts = digest?.attempts ?? mail.attempts;
  switch (state) {
    case 'owed':
      if (inDigest && digest === null) {
        return { tag: WAITING, hint: `for the digest of ${formatInstant(instantOf(nextAttemptAt))}` };
      }
      return attempts === 0
        ? { tag: WAITING }
        : { tag: WAITING, hint: 'The mail server did not take it yet. We try again.' };
    case 'sending':
      return { tag: WAITING };
    case 'sent':
      return { tag: { text: 'Sent', tone: 'success' } };
    case 'failed':
      return {
        tag: { text: 'Could not be delivered', tone: 'urgent' },
        hint: 'The mail server refused it. Check that your e-mail address is right.',
      };
    case 'unconfirmed':
      return {
        tag: { text: 'Not known', tone: 'attention' },
        hint: 'The connection broke while it was sent. It is not sent twice.',
      };
    case 'cancelled':
      return {
        tag: { text: 'Not sent', tone: 'neutral' },
        hint: 'HFS took the complaint back before it was sent.',
      };
  }
}

const WAITING: StatusTag = { text: 'Waiting', tone: 'neutral' };
