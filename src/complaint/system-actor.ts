import type { Actor } from './actor.ts';

/** The portal itself, where time or a rule makes a move and no person does. */
export const SYSTEM_ACTOR: Actor = {
  accountId: null,
  name: 'The portal',
  role: 'system',
  organizationId: null,
  organizationRole: null,
  mcoCode: null,
  requestId: null,
  address: null,
};
