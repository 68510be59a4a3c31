/// <reference types="passport" />
import type { Account } from './accounts.queries.ts';

declare global {
  namespace Express {
    /** The signed-in account, as Passport puts it on the request. */
    interface User extends Account {}

    interface Locals {
      account?: Account | null;
      nonce?: string;
      requestId?: string;
    }
  }
}
