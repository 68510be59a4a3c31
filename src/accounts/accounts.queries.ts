import { type Db, prisma } from '../platform/database/database.ts';
import type { Prisma } from '../platform/database/generated/client.ts';

const WITHOUT_SECRETS = { passwordHash: true } as const;

/** An account without its password's hash. */
export type Account = Prisma.AccountGetPayload<{ omit: typeof WITHOUT_SECRETS }>;

/** The account that a session names, if it may still be used. */
export function findActiveAccount(id: string, db: Db = prisma()): Promise<Account | null> {
  return db.account.findFirst({ where: { id, status: 'active' }, omit: WITHOUT_SECRETS });
}

/** Staff who may be given a complaint to work on. */
export function listAssignableStaff(db: Db = prisma()): Promise<{ id: string; name: string }[]> {
  return db.account.findMany({
    where: { status: 'active', role: { in: ['analyst', 'supervisor'] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
