import type { Request } from 'express';
import type { Actor } from '../complaint/actor.ts';
import type { Account } from './accounts.queries.ts';

/** Where a request came from, as the audit log keeps it. */
export type Origin = Pick<Actor, 'requestId' | 'address'>;

/** The portal's operator, at its command line or as it starts. */
export const OPERATOR: Actor = {
  accountId: null,
  name: 'The portal’s operator',
  role: 'system',
  organizationId: null,
  organizationRole: null,
  mcoCode: null,
  requestId: null,
  address: null,
};

export function originOf(req: Request): Origin {
  return { requestId: req.res?.locals.requestId ?? null, address: req.ip ?? null };
}

/** An account as the one who acts. */
export function asActor(
  account: Pick<Account, 'id' | 'name' | 'role' | 'organizationId' | 'organizationRole' | 'mcoCode'>,
  origin: Origin,
): Actor {
  return {
    accountId: account.id,
    name: account.name,
    role: account.role,
    organizationId: account.organizationId,
    organizationRole: account.organizationRole,
    mcoCode: account.mcoCode,
    requestId: origin.requestId,
    address: origin.address,
  };
}
