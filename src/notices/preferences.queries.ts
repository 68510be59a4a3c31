import { type Db, prisma, type Transaction } from '../platform/database/database.ts';
import type { NoticeChoice } from './choices.ts';

/** What an account has chosen, by kind; a kind that is absent comes at once. */
export async function choicesOfAccount(
  accountId: string,
  db: Db = prisma(),
): Promise<ReadonlyMap<string, NoticeChoice>> {
  const rows = await db.noticePreference.findMany({ where: { accountId } });
  return new Map(rows.map(({ kind, choice }) => [kind, choice]));
}

/** What the recipients of notices have chosen for their kinds. */
export async function choicesOfRecipients(
  db: Db,
  notices: readonly { readonly recipientId: string; readonly kind: string }[],
): Promise<(notice: { recipientId: string; kind: string }) => NoticeChoice | null> {
  const rows = await db.noticePreference.findMany({
    where: {
      accountId: { in: [...new Set(notices.map(({ recipientId }) => recipientId))] },
      kind: { in: [...new Set(notices.map(({ kind }) => kind))] },
    },
  });
  const choices = new Map(rows.map(({ accountId, kind, choice }) => [`${accountId} ${kind}`, choice]));
  return ({ recipientId, kind }) => choices.get(`${recipientId} ${kind}`) ?? null;
}

/** Writes down how an account wants kinds of mail. */
export async function saveChoices(
  tx: Transaction,
  accountId: string,
  choices: ReadonlyMap<string, NoticeChoice>,
): Promise<void> {
  for (const [kind, choice] of choices) {
    await tx.noticePreference.upsert({
      where: { accountId_kind: { accountId, kind } },
      create: { accountId, kind, choice },
      update: { choice },
    });
  }
}
