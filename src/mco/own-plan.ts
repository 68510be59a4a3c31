import type { Request } from 'express';
import { accountOf } from '../accounts/access.ts';
import { NotFound } from '../platform/errors.ts';

/** Who answers, and for which plan. */
export interface Liaison {
  readonly accountId: string;
  readonly mcoCode: string;
}

/**
 * The liaison who is signed in.
 * @throws NotFound when the account answers for no plan
 */
export function liaisonOf(req: Request): Liaison {
  const { id, mcoCode } = accountOf(req);
  if (mcoCode === null) throw new NotFound();
  return { accountId: id, mcoCode };
}
