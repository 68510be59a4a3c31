import { attachmentLimits, megabytes } from '../attachments/limits.ts';
import { holdTaken, type Room } from '../attachments/room.queries.ts';
import { SIDE_NAMES, sideOf } from '../attachments/side.ts';
import type { Actor, Party } from '../complaint/actor.ts';
import type { Complaint, ComplaintSeen } from '../complaint/complaints.queries.ts';
import { recordFirstReply } from '../complaint/first-reply.queries.ts';
import { holdParty } from '../complaint/hold-actor.queries.ts';
import { type NoticeRecipient, noticeKindFor } from '../complaint/owed-notices.ts';
import { listRecipients } from '../complaint/perform.queries.ts';
import { progressOf } from '../complaint/presentation/complaint-facts.ts';
import { holdReference } from '../complaint/reference.queries.ts';
import { requestDelivery } from '../notices/delivery-job.ts';
import type { NoticeKind } from '../notices/letters.ts';
import { oweNotices } from '../notices/notices.queries.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import { type Channel, mayUse } from './channels.ts';
import { holdStatus, insertMessage, readRecipients } from './messages.queries.ts';
import { holdUnsent, type UnsentFile } from './unsent-files.queries.ts';

export const MESSAGE_LIMIT = 10_000;

export interface MessageWritten {
  /** Made by the page with the form: the same form sent again says nothing twice. */
  readonly id: string;
  readonly words: string;
}

/**
 * Sends a message, with the files that its author has added, to the other side of a channel, and owes it a mail without
 * a word of it. False: the same form had sent it before, so nothing is sent now.
 * @throws NotFound when the channel is not this party's; Invalid when there is nothing in it, or too much; Conflict
 * when the complaint is closed
 */
export async function sendMessage(
  { complaint, party }: ComplaintSeen,
  channel: Channel,
  actor: Actor,
  written: MessageWritten,
): Promise<boolean> {
  if (!mayUse(channel, party, progressOf(complaint))) throw new NotFound();
  const isSent = await transaction(async (tx) => {
    const reference = await holdReference(tx);
    const status = await holdStatus(tx, complaint.id);
    await holdParty(tx, actor, complaint.id);
    if (status === null || status === 'draft') throw new NotFound();
    if (status === 'closed') {
      throw new Conflict('The complaint is closed, so nothing can be sent about it any more.');
    }
    const files = await holdUnsent(tx, { complaintId: complaint.id, channel, actor });
    refuseUnsayable(written, files.length);
    await refuseOverfull(tx, { complaintId: complaint.id, side: sideOf(party) }, files);
    const fileIds = files.map(({ id }) => id);
    const message = { ...written, complaintId: complaint.id, channel, party, fileIds };
    if (!(await insertMessage(tx, actor, message))) return false;
    if (party === 'staff' && channel === 'provider')
      await recordFirstReply(tx, complaint.id, actor, reference);
    await oweMail(tx, { complaint, party, channel }, actor, written.id);
    return true;
  });
  await requestDelivery();
  return isSent;
}

function refuseUnsayable({ words }: MessageWritten, fileCount: number): void {
  if (words === '' && fileCount === 0) {
    throw new Invalid([{ field: 'words', text: 'Write a message, or choose a file' }]);
  }
  if (words.length > MESSAGE_LIMIT) {
    throw new Invalid([
      { field: 'words', text: `Use at most ${MESSAGE_LIMIT.toLocaleString('en-US')} characters` },
    ]);
  }
}

/** What is not sent takes no room from the others of a side, so that it may not fit any more when it is sent. */
async function refuseOverfull(tx: Transaction, room: Room, files: readonly UnsentFile[]): Promise<void> {
  if (files.length === 0) return;
  const { complaintFileCountLimit, complaintFilesLimit } = attachmentLimits();
  const taken = await holdTaken(tx, room);
  const bytes = files.reduce((sum, { byteCount }) => sum + byteCount, taken.byteCount);
  const isTooMany = taken.fileCount + files.length > complaintFileCountLimit;
  if (!isTooMany && bytes <= complaintFilesLimit) return;
  const limit = isTooMany ? `${complaintFileCountLimit} files` : megabytes(complaintFilesLimit);
  const text = `With these files the complaint would have more than ${limit} from ${SIDE_NAMES[room.side]}. Remove some of them.`;
  throw new Invalid([{ field: 'files', text }]);
}

interface Sent {
  readonly complaint: Complaint;
  readonly party: Party;
  readonly channel: Channel;
}

async function oweMail(
  tx: Transaction,
  { complaint, party, channel }: Sent,
  actor: Actor,
  messageId: string,
): Promise<void> {
  const { kind, to } = mailFor(party, channel);
  const now = await readRecipients(tx, complaint.id);
  const recipients = await listRecipients(tx, to, now);
  await oweNotices(
    tx,
    recipients
      .filter((recipientId) => recipientId !== actor.accountId)
      .map((recipientId) => ({
        kind: noticeKindFor(kind, to, recipientId, now),
        recipientId,
        complaintId: complaint.id,
        dedupeKey: messageId,
      })),
  );
}

function mailFor(party: Party, channel: Channel): { kind: NoticeKind; to: NoticeRecipient } {
  if (party !== 'staff') return { kind: 'staff-complaint-message', to: 'assignee' };
  return channel === 'provider'
    ? { kind: 'complaint-message', to: 'filer' }
    : { kind: 'plan-complaint-message', to: 'liaisons' };
}
