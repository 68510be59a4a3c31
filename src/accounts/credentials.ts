import { type AuditActor, appendAudit } from '../audit/audit.queries.ts';
import { nowDate } from '../platform/clock.ts';
import { transaction } from '../platform/database/database.ts';
import { type Account, changeAccount, findCredentials } from './accounts.queries.ts';
import { asActor, type Origin } from './origin.ts';
import { isPassword } from './password-hash.ts';

/**
 * The account that an e-mail address and a password open, or null. An address that is unknown, invited, unconfirmed or
 * suspended is answered as a wrong password is, and as late: the same comparison, and one line in the audit log,
 * which never holds an address that no account has.
 */
export async function checkCredentials(
  email: string,
  password: string,
  origin: Origin,
): Promise<Account | null> {
  const found = await findCredentials(email.trim().toLowerCase());
  const isRight = await isPassword(found?.passwordHash ?? null, password);
  if (found && isRight && found.account.status === 'active') return found.account;
  await recordFailure(found?.account ?? null, origin);
  return null;
}

/** Whether a password is the account's own, whatever its status; a wrong one is kept in the audit log. */
export async function knowsPassword(
  account: Pick<Account, 'id' | 'email'>,
  password: string,
  origin: Origin,
): Promise<boolean> {
  const found = await findCredentials(account.email);
  const isRight = await isPassword(found?.passwordHash ?? null, password);
  if (!isRight) await recordFailure(account, origin);
  return isRight;
}

/** Keeps that an account signed in, and when. */
export async function recordSignIn(account: Account, origin: Origin): Promise<void> {
  await transaction(async (tx) => {
    await changeAccount(tx, account.id, { lastSignInAt: nowDate() });
    await appendAudit(tx, asActor(account, origin), {
      action: 'account.sign-in',
      subjectType: 'account',
      subjectId: account.id,
    });
  });
}

/** Keeps that an account signed out by itself. */
export async function recordSignOut(account: Account, origin: Origin): Promise<void> {
  await transaction((tx) =>
    appendAudit(tx, asActor(account, origin), {
      action: 'account.sign-out',
      subjectType: 'account',
      subjectId: account.id,
    }),
  );
}

const VISITOR: Omit<AuditActor, keyof Origin> = {
  accountId: null,
  name: 'Somebody not signed in',
  role: 'visitor',
  organizationId: null,
};

function recordFailure(account: Pick<Account, 'id'> | null, origin: Origin): Promise<void> {
  return transaction((tx) =>
    appendAudit(
      tx,
      { ...VISITOR, ...origin },
      {
        action: 'account.sign-in-failed',
        subjectType: 'account',
        subjectId: account?.id ?? 'unknown',
      },
    ),
  );
}
