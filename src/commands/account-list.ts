import type { AccountProfile } from '../accounts/accounts.queries.ts';

/** Accounts as a table for a terminal. */
export function describeAccounts(accounts: readonly AccountProfile[]): string {
  if (accounts.length === 0) return 'There are no accounts yet.';
  const rows = [HEADER, ...accounts.map(cellsOf)];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const HEADER = ['E-MAIL', 'NAME', 'ROLE', 'FOR', 'STATUS', 'LAST SIGN-IN'] as const;

function cellsOf(account: AccountProfile): string[] {
  return [
    account.email,
    account.name,
    account.role,
    account.organization?.name ?? account.mco?.name ?? 'HFS',
    account.status,
    account.lastSignInAt?.toISOString().slice(0, 16).replace('T', ' ') ?? 'never',
  ];
}
