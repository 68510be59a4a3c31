import { nowDate } from '../platform/clock.ts';
import { type Db, prisma, type Transaction } from '../platform/database/database.ts';
import type { AccountStatus, Prisma } from '../platform/database/generated/client.ts';
import { newId } from '../platform/identifier.ts';

export type { AccountStatus };

const WITHOUT_SECRETS = { passwordHash: true } as const;
const LINEAGE = {
  organization: {
    include: {
      sites: { where: { closedAt: null }, include: { providerType: true }, orderBy: { id: 'asc' } },
    },
  },
  mco: true,
} as const satisfies Prisma.AccountInclude;

/** An account without its password's hash. */
export type Account = Prisma.AccountGetPayload<{ omit: typeof WITHOUT_SECRETS }>;

/** An account with the organization it files for, or the plan it answers for. */
export type AccountProfile = Prisma.AccountGetPayload<{
  omit: typeof WITHOUT_SECRETS;
  include: typeof LINEAGE;
}>;

/** What an account is made of; its e-mail in lower case. */
export type NewAccount = Pick<Account, 'email' | 'name' | 'role' | 'status'> &
  Partial<Pick<Account, 'phone' | 'organizationId' | 'organizationRole' | 'mcoCode' | 'isDemo'>> & {
    readonly passwordHash?: string;
  };

/** The account that a session names, if it may still be used. */
export function findActiveAccount(id: string, db: Db = prisma()): Promise<Account | null> {
  return db.account.findFirst({ where: { id, status: 'active' }, omit: WITHOUT_SECRETS });
}

/** @param email in lower case */
export function findAccountByEmail(email: string, db: Db = prisma()): Promise<Account | null> {
  return db.account.findUnique({ where: { email }, omit: WITHOUT_SECRETS });
}

/** The account of that e-mail address with its password's hash: for whoever checks a password, and nobody else. */
export async function findCredentials(
  email: string,
): Promise<{ account: Account; passwordHash: string | null } | null> {
  const found = await prisma().account.findUnique({ where: { email } });
  if (!found) return null;
  const { passwordHash, ...account } = found;
  return { account, passwordHash };
}

/** Whether an account has chosen a password yet. */
export async function hasPassword(id: string, db: Db = prisma()): Promise<boolean> {
  return (await db.account.count({ where: { id, passwordHash: { not: null } } })) > 0;
}

/** An account with all that its owner may read of it. Throws when there is none. */
export function getProfile(id: string, db: Db = prisma()): Promise<AccountProfile> {
  return db.account.findUniqueOrThrow({ where: { id }, omit: WITHOUT_SECRETS, include: LINEAGE });
}

/** Every account, by role and name. */
export function listAccounts(db: Db = prisma()): Promise<AccountProfile[]> {
  return db.account.findMany({
    omit: WITHOUT_SECRETS,
    include: LINEAGE,
    orderBy: [{ role: 'asc' }, { name: 'asc' }, { email: 'asc' }],
  });
}

/** Staff who may be given a complaint to work on. */
export function listAssignableStaff(db: Db = prisma()): Promise<{ id: string; name: string }[]> {
  return db.account.findMany({
    where: { status: 'active', role: { in: ['analyst', 'supervisor'] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

/** The names of accounts, by id. */
export async function namesOf(accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const accounts = await prisma().account.findMany({
    where: { id: { in: [...accountIds] } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

/** Whoever opens an account for the same e-mail address in another transaction waits for this one. */
export async function lockEmail(tx: Transaction, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`;
}

export function createAccount(tx: Transaction, account: NewAccount): Promise<Account> {
  return tx.account.create({
    data: { id: newId(), createdAt: nowDate(), ...account },
    omit: WITHOUT_SECRETS,
  });
}

export type AccountChange = Partial<
  Pick<
    Account,
    'name' | 'phone' | 'status' | 'lastSignInAt' | 'organizationId' | 'organizationRole' | 'removedAt'
  > & { passwordHash: string | null }
>;

export function changeAccount(tx: Transaction, id: string, change: AccountChange): Promise<Account> {
  return tx.account.update({ where: { id }, data: change, omit: WITHOUT_SECRETS });
}

/** Whether there are accounts whose password is no secret. */
export async function hasDemoAccounts(db: Db = prisma()): Promise<boolean> {
  return (await db.account.count({ where: { isDemo: true, status: 'active' } })) > 0;
}

/** Who can sign in and answer for a plan, by name. */
export function listLiaisons(mcoCode: string | null): Promise<{ id: string; name: string }[]> {
  return prisma().account.findMany({
    where: { role: 'liaison', status: 'active', mcoCode: mcoCode ?? '' },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
