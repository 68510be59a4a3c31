import { type Db, prisma } from '../platform/database/database.ts';

/** Signs an account out everywhere. Returns how many sessions that were. */
export function endSessionsOf(accountId: string, db: Db = prisma()): Promise<number> {
  return db.$executeRaw`DELETE FROM session WHERE sess -> 'passport' ->> 'user' = ${accountId}`;
}
