import { type Actor, isRepresentativeOf, partyOf } from '../../complaint/actor.ts';
import { stoodForBy } from '../../complaint/authorizations.queries.ts';
import type { FilingTerms } from '../../complaint/completeness.ts';
import { readStoredDocument } from '../../complaint/document.queries.ts';
import { PARTIES_ALONE } from '../../complaint/parties.queries.ts';
import { policyInForce } from '../../complaint/policy-versions.ts';
import { getReference, type Reference } from '../../complaint/reference.queries.ts';
import { refuseUnseen } from '../../complaint/view-audit.queries.ts';
import { today } from '../../platform/clock.ts';
import { prisma } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { NotFound } from '../../platform/errors.ts';
import { isId } from '../../platform/identifier.ts';
import { chosen, type Draft, type DraftSite } from './draft.ts';

/** A draft, or what became of it. */
export type DraftFound = { readonly draft: Draft } | { readonly filedAs: string };

const COLUMNS = {
  id: true,
  ...PARTIES_ALONE,
  version: true,
  reference: true,
  programCode: true,
  topicCode: true,
  isUrgent: true,
  document: true,
  updatedAt: true,
  site: {
    select: {
      id: true,
      organizationId: true,
      name: true,
      npi: true,
      hfsProviderId: true,
      county: true,
      closedAt: true,
      organization: { select: { name: true, standing: true } },
    },
  },
} satisfies Prisma.ComplaintSelect;

type Row = Prisma.ComplaintGetPayload<{ select: typeof COLUMNS }>;

/**
 * The actor's draft of that id.
 * @throws NotFound when there is none, or it is another's
 */
export async function findDraft(actor: Actor, id: string): Promise<DraftFound> {
  if (!isId(id)) throw new NotFound();
  const row = await prisma().complaint.findUnique({ where: { id }, select: COLUMNS });
  if (!row) throw new NotFound();
  if (partyOf(row, actor) !== 'filer') return refuseUnseen(actor, id);
  if (row.reference !== null) return { filedAs: row.reference };
  return { draft: await draftOf(row, await getReference()) };
}

/** Whose the complaint of that id is, filed or not. */
export async function ownerOf(actor: Actor, id: string): Promise<'actor' | 'another' | 'nobody'> {
  const row = await prisma().complaint.findUnique({ where: { id }, select: PARTIES_ALONE });
  if (!row) return 'nobody';
  return isRepresentativeOf(row, actor) ? 'actor' : 'another';
}

export interface DraftListed {
  readonly draft: Draft;
  readonly savedAt: Date;
}

/** The actor's drafts, the one saved last first; `limit` at most. */
export async function listDrafts(actor: Actor, limit: number): Promise<DraftListed[]> {
  const rows = await prisma().complaint.findMany({
    where: {
      representativeId: actor.accountId ?? '',
      status: 'draft',
      ...stoodForBy(actor.organizationId),
    },
    select: COLUMNS,
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const reference = await getReference();
  return Promise.all(
    rows.map(async (row) => ({ draft: await draftOf(row, reference), savedAt: row.updatedAt })),
  );
}

async function draftOf(row: Row, reference: Reference): Promise<Draft> {
  return {
    id: row.id,
    version: row.version,
    reference,
    document: await readStoredDocument(prisma(), row),
    site: row.site,
    agent: row.authorization?.agent ?? null,
    terms: termsOf(reference, row.site),
    ...chosen(row, reference),
  };
}

function termsOf(reference: Reference, { county, closedAt }: DraftSite): FilingTerms {
  const policy = policyInForce(reference, today()).policy.filing;
  return { today: today(), policy, plans: reference.mcos, county, isSiteOpen: closedAt === null };
}
