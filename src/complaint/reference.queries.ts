import { now } from '../platform/clock.ts';
import { prisma } from '../platform/database/database.ts';
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

const KEPT_MILLISECONDS = 60_000;

let kept: { readonly at: number; readonly reference: Promise<Reference> } | null = null;

/** The reference data, at most a minute old in this process. */
export function getReference(): Promise<Reference> {
  const at = now().epochMilliseconds;
  if (!kept || Math.abs(at - kept.at) > KEPT_MILLISECONDS) {
    const reference = readReference();
    kept = { at, reference };
    reference.catch(forgetReference);
  }
  return kept.reference;
}

/** Makes the next reader see what was changed. */
export function forgetReference(): void {
  kept = null;
}

async function readReference(): Promise<Reference> {
  const db = prisma();
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
