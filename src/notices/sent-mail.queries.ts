import { prisma } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';

const SHOWN = {
  id: true,
  kind: true,
  state: true,
  attempts: true,
  createdAt: true,
  sentAt: true,
  nextAttemptAt: true,
  inDigest: true,
  complaint: { select: { id: true, reference: true } },
  issue: { select: { reference: true } },
  digest: { select: { attempts: true } },
  _count: { select: { gathered: true } },
} satisfies Prisma.NoticeSelect;

/** A mail that was owed to an account, and what became of it. */
export type MailShown = Prisma.NoticeGetPayload<{ select: typeof SHOWN }>;

export interface MailPage {
  readonly mails: readonly MailShown[];
  readonly hasNewer: boolean;
  readonly hasOlder: boolean;
}

/** Where a page of mail begins: with what is older than a mail (after it in the list), or newer; null: at the top. */
export type MailPlace = { readonly after: string } | { readonly before: string } | null;

/** A page of an account's mail, newest first. The ids are in the order of time. */
export async function listMail(recipientId: string, limit: number, from: MailPlace): Promise<MailPage> {
  const isUpwards = from !== null && 'before' in from;
  const found = await prisma().notice.findMany({
    where: { recipientId, ...(from === null ? {} : { id: beyond(from) }) },
    select: SHOWN,
    orderBy: { id: isUpwards ? 'asc' : 'desc' },
    take: limit + 1,
  });
  const mails = found.slice(0, limit);
  const hasMore = found.length > limit;
  if (isUpwards) return { mails: mails.toReversed(), hasNewer: hasMore, hasOlder: true };
  return { mails, hasNewer: from !== null, hasOlder: hasMore };
}

function beyond(from: NonNullable<MailPlace>): Prisma.UuidFilter {
  return 'before' in from ? { gt: from.before } : { lt: from.after };
}
