import type { Temporal } from 'temporal-polyfill';
import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import { holdActor } from '../../complaint/hold-actor.queries.ts';
import { type Policy, policySchema } from '../../complaint/policy.ts';
import { prisma, type Transaction, transaction } from '../../platform/database/database.ts';
import { fromPlainDate, toPlainDate } from '../../platform/dates.ts';
import { Conflict } from '../../platform/errors.ts';
import { policyDifferences } from './policy-diff.ts';

export interface PolicyVersion {
  readonly version: number;
  readonly validFrom: Temporal.PlainDate;
  readonly policy: Policy;
}

export interface PolicyListed extends PolicyVersion {
  /** How many complaints and drafts are under it. */
  readonly complaints: number;
}

/** Every version, the newest first. */
export async function listPolicies(): Promise<PolicyListed[]> {
  const rows = await prisma().policy.findMany({
    include: { _count: { select: { complaints: true } } },
    orderBy: { version: 'desc' },
  });
  return rows.map(({ version, validFrom, document, _count }) => ({
    version,
    validFrom: toPlainDate(validFrom),
    policy: policySchema.parse(document),
    complaints: _count.complaints,
  }));
}

/**
 * Makes the version that follows another. The very same, made already as by a second click, is left as it is.
 * @throws Conflict when another one follows it already
 */
export async function makePolicy(made: PolicyVersion, before: Policy, actor: Actor): Promise<void> {
  const { version, validFrom, policy } = made;
  await transaction(async (tx) => {
    await holdActor(tx, actor);
    const data = [{ version, validFrom: fromPlainDate(validFrom), document: policy }];
    const { count } = await tx.policy.createMany({ data, skipDuplicates: true });
    if (count === 0) return refuseAnother(tx, made);
    const differences = policyDifferences(before, policy).map(({ rule, ...texts }) => [rule, texts]);
    await appendAudit(tx, actor, {
      action: 'policy.make',
      subjectType: 'policy',
      subjectId: String(version),
      changes: {
        version: { before: null, after: String(version) },
        validFrom: { before: null, after: validFrom.toString() },
        ...Object.fromEntries(differences),
      },
    });
  });
}

async function refuseAnother(tx: Transaction, { version, validFrom, policy }: PolicyVersion): Promise<void> {
  const row = await tx.policy.findUnique({ where: { version } });
  const isSame =
    row !== null &&
    toPlainDate(row.validFrom).equals(validFrom) &&
    policyDifferences(policySchema.parse(row.document), policy).length === 0;
  if (isSame) return;
  throw new Conflict(`Somebody made version ${version} meanwhile. Draft yours anew: it begins with theirs.`);
}
