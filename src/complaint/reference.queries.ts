import { type Db, pool, prisma, type Transaction } from '../platform/database/database.ts';
import type {
  CarcHint,
  ClosureReason,
  Mco,
  Policy,
  Program,
  ProviderType,
  Topic,
} from '../platform/database/generated/client.ts';

export type { CarcHint, ClosureReason, Mco, Program, ProviderType, Topic };

/** All that administrators maintain: small, read on nearly every page, and seldom changed. */
export interface Reference {
  readonly mcos: readonly Mco[];
  readonly programs: readonly Program[];
  readonly providerTypes: readonly ProviderType[];
  readonly topics: readonly Topic[];
  readonly closureReasons: readonly ClosureReason[];
  readonly carcHints: readonly CarcHint[];
  /** ISO dates on which the State does not work. */
  readonly holidays: ReadonlySet<string>;
  /** Newest first. */
  readonly policies: readonly Policy[];
}

let kept: { readonly stamp: bigint; readonly reference: Reference } | null = null;
let reading: { readonly stamp: bigint; readonly reference: Promise<Reference> } | null = null;

/** The reference data as it is now. A process keeps it until somebody changes it, in whatever process. */
export async function getReference(): Promise<Reference> {
  const stamp = await readStamp();
  if (kept?.stamp === stamp) return kept.reference;
  if (reading?.stamp !== stamp) reading = { stamp, reference: keep(stamp, prisma()) };
  return reading.reference;
}

/**
 * The same, as it stays until the transaction ends: for those who write down what follows from it. To be called before
 * any complaint is locked; whoever changes the reference data waits for them, and they for the change.
 */
export async function holdReference(tx: Transaction): Promise<Reference> {
  const [held] = await tx.$queryRaw<{ stamp: bigint }[]>`SELECT hold_reference() AS stamp`;
  if (!held) throw new Error('The reference data has no stamp');
  return kept?.stamp === held.stamp ? kept.reference : keep(held.stamp, tx);
}

/** For tests, where another database takes the place of this one. */
export function forgetReference(): void {
  kept = null;
  reading = null;
}

/** Prepared: to plan it takes longer than to run it, and nearly every page asks. */
async function readStamp(): Promise<bigint> {
  const text = 'SELECT stamp FROM reference_stamp';
  const { rows } = await pool().query<{ stamp: string }>({ name: 'reference stamp', text });
  return BigInt(rows[0]?.stamp ?? 0);
}

async function keep(stamp: bigint, db: Db): Promise<Reference> {
  try {
    const reference = await readReference(db);
    kept = { stamp, reference };
    return reference;
  } finally {
    if (reading?.stamp === stamp) reading = null;
  }
}

async function readReference(db: Db): Promise<Reference> {
  const [mcos, programs, providerTypes, topics, closureReasons, carcHints, holidays, policies] =
    await Promise.all([
      db.mco.findMany({ orderBy: { name: 'asc' } }),
      db.program.findMany({ orderBy: { name: 'asc' } }),
      db.providerType.findMany({ orderBy: { name: 'asc' } }),
      db.topic.findMany({ orderBy: { position: 'asc' } }),
      db.closureReason.findMany({ orderBy: { position: 'asc' } }),
      db.carcHint.findMany({ orderBy: { carc: 'asc' } }),
      db.holiday.findMany(),
      db.policy.findMany({ orderBy: { version: 'desc' } }),
    ]);
  return {
    mcos,
    programs,
    providerTypes,
    topics,
    closureReasons,
    carcHints,
    holidays: new Set(holidays.map((holiday) => holiday.date.toISOString().slice(0, 10))),
    policies,
  };
}
