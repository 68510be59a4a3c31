import type { Actor, Party } from '../complaint/actor.ts';
import type { Complaint, ComplaintSeen } from '../complaint/complaints.queries.ts';
import { holdParty } from '../complaint/hold-actor.queries.ts';
import { type NoticeRecipient, noticeKindFor } from '../complaint/owed-notices.ts';
import { listRecipients } from '../complaint/perform.queries.ts';
import { progressOf } from '../complaint/presentation/complaint-facts.ts';
import { requestDelivery } from '../notices/delivery-job.ts';
import type { NoticeKind } from '../notices/letters.ts';
import { oweNotices } from '../notices/notices.queries.ts';
import { type Transaction, transaction } from '../platform/database/database.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import { type Channel, mayUse } from './channels.ts';
import { countAdded, holdStatus, insertMessage, readRecipients } from './messages.queries.ts';

export const MESSAGE_LIMIT = 10_000;

export interface MessageWritten {
  /** Made by the page with the form: the same form sent again says nothing twice. */
  readonly id: string;
  readonly words: string;
}

/**
 * Sends a message, with the files that its author has added, to the other side of a channel, and owes it a mail without
 * a word of it.
 * @throws NotFound when the channel is not this party's; Invalid when there is nothing in it, or too much; Conflict
 * when the complaint is closed
 */
export async function sendMessage(
  { complaint, party }: ComplaintSeen,
  channel: Channel,
  actor: Actor,
  written: MessageWritten,
): Promise<void> {
  if (!mayUse(channel, party, progressOf(complaint))) throw new NotFound();
  await transaction(async (tx) => {
    const status = await holdStatus(tx, complaint.id);
    await holdParty(tx, actor, complaint.id);
    if (status === null || status === 'draft') throw new NotFound();
    if (status === 'closed') {
      throw new Conflict('The complaint is closed, so nothing can be sent about it any more.');
    }
    refuseUnsayable(written, await countAdded(tx, actor, complaint.id, channel));
    const message = { ...written, complaintId: complaint.id, channel, party };
    if (await insertMessage(tx, actor, message))
      await oweMail(tx, { complaint, party, channel }, actor, written.id);
  });
  await requestDelivery();
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
