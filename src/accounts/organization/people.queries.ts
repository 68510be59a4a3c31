import { type Db, prisma, type Transaction } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { isId } from '../../platform/identifier.ts';

const COLUMNS = {
  id: true,
  name: true,
  email: true,
  phone: true,
  status: true,
  organizationId: true,
  organizationRole: true,
  lastSignInAt: true,
  createdAt: true,
} satisfies Prisma.AccountSelect;

/** Somebody of an organization: who can sign in, or was invited. */
export type Person = Prisma.AccountGetPayload<{ select: typeof COLUMNS }>;

const PRESENT = { status: { in: ['active', 'invited'] } } satisfies Prisma.AccountWhereInput;

/** The people of an organization, administrators first. */
export function listPeople(organizationId: string, db: Db = prisma()): Promise<Person[]> {
  return db.account.findMany({
    where: { organizationId, ...PRESENT },
    select: COLUMNS,
    orderBy: [{ organizationRole: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  });
}

/** One of them; null when there is none of that id in this organization. */
export function findPerson(organizationId: string, id: string, db: Db = prisma()): Promise<Person | null> {
  if (!isId(id)) return Promise.resolve(null);
  return db.account.findFirst({ where: { id, organizationId, ...PRESENT }, select: COLUMNS });
}

/** Holds an organization, so that its people and sites are changed by one at a time. */
export async function lockOrganization(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM organization WHERE id = ${organizationId}::uuid FOR UPDATE`;
}

/** How many administrators of an organization can sign in. */
export function countAdministrators(tx: Transaction, organizationId: string): Promise<number> {
  return tx.account.count({ where: { organizationId, organizationRole: 'administrator', status: 'active' } });
}
