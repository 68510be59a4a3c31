import type { Temporal } from 'temporal-polyfill';
import { type Attachment, listAttachments } from '../../attachments/attachments.queries.ts';
import type { Clock } from '../../complaint/clocks.ts';
import { type HistoryLine, readClocks, readHistory } from '../../complaint/complaints.queries.ts';
import type { ComplaintDocument } from '../../complaint/document.ts';
import { readFiled } from '../../complaint/filed.queries.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { progressOf } from '../../complaint/presentation/complaint-facts.ts';
import { CHANNELS, type Channel, mayUse } from '../../messages/channels.ts';
import { listMessages, type Message } from '../../messages/messages.queries.ts';
import { now } from '../../platform/clock.ts';

/** All of a complaint that a reader may see. */
export interface WholeComplaint {
  readonly inHand: InHand;
  readonly document: ComplaintDocument;
  readonly history: readonly HistoryLine[];
  readonly clocks: readonly Clock[];
  readonly files: readonly Attachment[];
  readonly messages: readonly { readonly channel: Channel; readonly messages: readonly Message[] }[];
  readonly madeAt: Temporal.Instant;
}

/** Reads it. That it is seen is for the caller to note. */
export async function readWhole(inHand: InHand): Promise<WholeComplaint> {
  const { complaint, seen } = inHand;
  const channels = CHANNELS.filter((channel) => mayUse(channel, seen.party, progressOf(complaint)));
  const [document, history, clocks, files, messages] = await Promise.all([
    readFiled(complaint),
    readHistory(seen),
    readClocks(complaint),
    listAttachments(complaint.id),
    Promise.all(
      channels.map(async (channel) => ({ channel, messages: await listMessages(complaint.id, channel) })),
    ),
  ]);
  return { inHand, document, history, clocks, files, messages, madeAt: now() };
}
