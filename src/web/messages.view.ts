import type { Attachment } from '../attachments/attachments.queries.ts';
import { ACCEPTED_ENDINGS, KINDS_IN_WORDS } from '../attachments/file-kinds.ts';
import { type FileRow, fileRows } from '../attachments/file-rows.ts';
import { attachmentLimits, megabytes } from '../attachments/limits.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { type ComplaintHead, complaintHead } from '../complaint/presentation/complaint-head.ts';
import { instantOf } from '../complaint/presentation/moments.ts';
import { type Channel, otherSide } from '../messages/channels.ts';
import type { Message } from '../messages/messages.queries.ts';
import { MESSAGE_LIMIT } from '../messages/send-message.ts';
import { formatInstant } from '../platform/dates.ts';
import { newId } from '../platform/identifier.ts';
import type { FileField, TextareaField } from './fields.ts';
import type { FieldError, Link, PageView } from './pages.ts';

declare module './pages.ts' {
  interface Pages {
    'messages/messages': MessagesView;
  }
}

export const FILES_FIELD = 'files';

export interface MessagesView extends PageView {
  readonly head: ComplaintHead;
  readonly messages: readonly MessageShown[];
  readonly empty: string;
  /** Null: nothing can be sent any more. */
  readonly form: MessageForm | null;
  readonly closed: string | null;
}

export interface MessageShown {
  readonly author: string;
  readonly when: string;
  readonly datetime: string;
  readonly isOwn: boolean;
  readonly paragraphs: readonly string[];
  readonly files: readonly FileRow[];
  /** When the other side read it; null: it is theirs. */
  readonly readMark: string | null;
}

interface MessageForm {
  /** The id that the message will have. */
  readonly id: string;
  readonly words: TextareaField;
  readonly files: FileField;
  /** Files that were added and not sent yet. */
  readonly added: readonly AddedFile[];
}

interface AddedFile extends FileRow {
  /** The id by which the form takes it back; null: it stays. */
  readonly remove: string | null;
}

interface Given {
  readonly channel: Channel;
  readonly messages: readonly Message[];
  readonly files: readonly Attachment[];
  readonly home: string;
  readonly list: Link;
  readonly words: string;
  readonly errors: readonly FieldError[];
  readonly fault: string | null;
}

export function messagesView(inHand: InHand, given: Given): MessagesView {
  const { complaint, seen } = inHand;
  const { party } = seen;
  const other = otherSide(given.channel, party, complaint.mco?.name ?? 'the plan');
  const isClosed = complaint.status === 'closed' || given.fault !== null;
  return {
    title: `Messages with ${other}`,
    breadcrumbs: [given.list, { href: given.home, text: complaint.reference ?? '' }],
    errors: given.errors,
    head: complaintHead(complaint, party),
    messages: given.messages.map((message) => shown(message, inHand, given, other)),
    empty: `There is no message yet.${isClosed ? '' : ` Write to ${other} here.`}`,
    form: isClosed ? null : formOf(inHand, given, other),
    closed: isClosed
      ? (given.fault ?? 'The complaint is closed, so nothing can be sent about it any more.')
      : null,
  };
}

function shown(message: Message, { seen }: InHand, { files, home }: Given, other: string): MessageShown {
  const isOwn = message.party === seen.party;
  return {
    author: message.authorName,
    when: formatInstant(instantOf(message.at)),
    datetime: message.at.toISOString(),
    isOwn,
    paragraphs: message.words.split(/\n{2,}/).filter((paragraph) => paragraph !== ''),
    files: fileRows(
      files.filter(({ messageId }) => messageId === message.id),
      `${home}/files`,
    ),
    readMark: isOwn ? readMark(message, other) : null,
  };
}

function readMark({ readAt }: Message, other: string): string {
  const who = other.charAt(0).toUpperCase() + other.slice(1);
  return readAt ? `${who} read it on ${formatInstant(instantOf(readAt))}` : `${who} has not read it yet`;
}

function formOf({ actor }: InHand, { files, home, words, errors }: Given, other: string): MessageForm {
  const { fileLimit } = attachmentLimits();
  const unsent = files.filter(
    ({ messageId, uploadedById }) => messageId === null && uploadedById === actor.accountId,
  );
  return {
    id: newId(),
    words: {
      name: 'words',
      label: `Your message to ${other}`,
      rows: 6,
      maxlength: MESSAGE_LIMIT,
      value: words,
      errors,
    },
    files: {
      name: FILES_FIELD,
      label: unsent.length === 0 ? 'Files' : 'More files',
      optional: true,
      hint: `${KINDS_IN_WORDS}. Up to ${megabytes(fileLimit)} each.`,
      multiple: true,
      accept: ACCEPTED_ENDINGS.split(','),
      errors,
    },
    added: addedFiles(unsent, home),
  };
}

function addedFiles(unsent: readonly Attachment[], home: string): AddedFile[] {
  const rows = fileRows(unsent, `${home}/files`);
  return rows.map((row, index) => {
    const file = unsent[index];
    return { ...row, remove: file && file.state !== 'refused' ? file.id : null };
  });
}
