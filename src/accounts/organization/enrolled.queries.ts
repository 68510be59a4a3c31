import { type Db, prisma, type Transaction } from '../../platform/database/database.ts';
import type { EnrolledProvider } from '../../platform/database/generated/client.ts';

/** A line of the list of enrolled providers. Dates are YYYY-MM-DD. */
export interface EnrolledRow {
  readonly hfsProviderId: string;
  readonly npi: string | null;
  readonly name: string;
  readonly providerTypeCode: string;
  readonly activeFrom: string;
  readonly activeTo: string | null;
}

export type { EnrolledProvider };

/** The lines of the list that have one of these identifiers, the newest enrollment first. */
export function listEnrolled(
  identifiers: { readonly npis: readonly string[]; readonly hfsProviderIds: readonly string[] },
  db: Db = prisma(),
): Promise<EnrolledProvider[]> {
  return db.enrolledProvider.findMany({
    where: {
      OR: [
        { npi: { in: [...identifiers.npis] } },
        { hfsProviderId: { in: [...identifiers.hfsProviderIds] } },
      ],
    },
    orderBy: [{ activeFrom: 'desc' }, { hfsProviderId: 'asc' }],
    take: 100,
  });
}

/** When the list was imported; null: there is none. */
export async function enrolledListOf(db: Db = prisma()): Promise<Date | null> {
  const row = await db.enrolledProvider.findFirst({ select: { createdAt: true } });
  return row?.createdAt ?? null;
}

const BATCH = 5_000;

/** Puts a new list in the place of the old one. Returns how many lines the old one had. */
export async function replaceEnrolled(tx: Transaction, rows: readonly EnrolledRow[]): Promise<number> {
  const { count } = await tx.enrolledProvider.deleteMany();
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const column = (name: keyof EnrolledRow) => batch.map((row) => row[name]);
    await tx.$executeRaw`
      INSERT INTO enrolled_provider (hfs_provider_id, npi, name, provider_type_code, active_from, active_to)
      SELECT * FROM unnest(${column('hfsProviderId')}::text[], ${column('npi')}::text[], ${column('name')}::text[],
        ${column('providerTypeCode')}::text[], ${column('activeFrom')}::date[], ${column('activeTo')}::date[])`;
  }
  return count;
}
