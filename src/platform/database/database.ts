import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

export type Transaction = Prisma.TransactionClient;
export type Db = PrismaClient | Transaction;

/** The role that the application takes on: it can neither alter tables nor change audit rows. */
export const APPLICATION_ROLE = 'portal_app';

const TRANSACTION_TIMEOUT = 15_000;
const CONNECT_TIMEOUT = 5_000;
/** A new connection costs more than most pages: those in hand outlast a pause in the work. */
const IDLE_TIMEOUT = 10 * 60_000;
const DATE_OID = 1082;

// A plain date stays text: as a Date it would depend on the process's time zone.
pg.types.setTypeParser(DATE_OID, (text) => text);

let connection: { pool: pg.Pool; prisma: PrismaClient } | null = null;

/** Opens the application's connections to the database at `url`, lazily: nothing is sent until the first query. */
export function connectDatabase(url: string, poolSize = 10): void {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    options: `-c role=${APPLICATION_ROLE}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: IDLE_TIMEOUT,
    application_name: 'complaint-portal',
  });
  // An idle connection that the server drops is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  connection = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

export function prisma(): PrismaClient {
  return connected().prisma;
}

/** The same connections for raw SQL, where Prisma's overhead shows or bytes are streamed. */
export function pool(): pg.Pool {
  return connected().pool;
}

/** Runs `work` in one transaction (read committed); an error rolls all of it back. */
export function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return connected().prisma.$transaction(work, { timeout: TRANSACTION_TIMEOUT, maxWait: CONNECT_TIMEOUT });
}

export async function closeDatabase(): Promise<void> {
  const closing = connection;
  connection = null;
  await closing?.prisma.$disconnect();
  if (closing && !closing.pool.ended) await closing.pool.end();
}

function connected(): { pool: pg.Pool; prisma: PrismaClient } {
  if (!connection) throw new Error('The database is not connected: call connectDatabase first.');
  return connection;
}
