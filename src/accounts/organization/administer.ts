import type { Actor } from '../../complaint/actor.ts';
import { holdActor } from '../../complaint/hold-actor.queries.ts';
import { type Transaction, transaction } from '../../platform/database/database.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import { findPerson, lockOrganization } from './people.queries.ts';

const ADMINISTRATORS_ONLY = 'Only an administrator of your organization can do this.';

/**
 * For pages that are an administrator's: their organization.
 * @throws Forbidden
 */
export function administeredBy(actor: Actor): string {
  if (actor.organizationId === null) throw new NotFound();
  if (actor.organizationRole !== 'administrator') throw new Forbidden(ADMINISTRATORS_ONLY);
  return actor.organizationId;
}

/**
 * Does something to an organization in one transaction, one at a time, if the actor still administers it then.
 * @throws SignInNeeded, Forbidden
 */
export function administer<Result>(
  actor: Actor,
  work: (tx: Transaction, organizationId: string) => Promise<Result>,
): Promise<Result> {
  const organizationId = administeredBy(actor);
  return transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    await holdActor(tx, actor);
    const self = await findPerson(organizationId, actor.accountId ?? '', tx);
    if (self?.organizationRole !== 'administrator') throw new Forbidden(ADMINISTRATORS_ONLY);
    return work(tx, organizationId);
  });
}
