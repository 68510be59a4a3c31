import { isLinkSent } from '../accounts/account-links.queries.ts';
import { listAccounts } from '../accounts/accounts.queries.ts';
import { inviteAccount } from '../accounts/invitations.ts';
import { OPERATOR } from '../accounts/origin.ts';
import { activateAccount, suspendAccount } from '../accounts/standing.ts';
import { getReference } from '../complaint/reference.queries.ts';
import { deliverNotices } from '../notices/deliver.ts';
import { setLinkSecret } from '../notices/link-token.ts';
import { type Config, loadConfig } from '../platform/config.ts';
import { BootFailure, Invalid } from '../platform/errors.ts';
import { openMailTransport } from '../platform/mail/open-transport.ts';
import { setMailTransport } from '../platform/mail/transport.ts';
import { type AccountCommand, parseAccountCommand, USAGE } from './account-arguments.ts';
import { describeAccounts } from './account-list.ts';
import { openDatabaseForCommand } from './open-database.ts';

/** `npm run account -- …`: what an operator does with accounts. Prints what was done; on an error one line, and ends with 1. */
async function run(argv: readonly string[]): Promise<void> {
  const command = parseAccountCommand(argv);
  if (command.name === 'help') return print(USAGE);
  const config = loadConfig(process.env);
  const close = await openDatabaseForCommand(config);
  try {
    print(await carryOut(command, config));
  } finally {
    await close();
  }
}

async function carryOut(command: Exclude<AccountCommand, { name: 'help' }>, config: Config): Promise<string> {
  if (command.name === 'list') return describeAccounts(await listAccounts());
  if (command.name === 'suspend') {
    const account = await suspendAccount(command.email, OPERATOR);
    return `${account.email} is suspended, and signed out everywhere.`;
  }
  if (command.name === 'activate') {
    const account = await activateAccount(command.email, OPERATOR);
    return account.status === 'active'
      ? `${account.email} can sign in again.`
      : `${account.email} is invited again, but has no password yet: run invite to mail a new link.`;
  }
  return invite(command, config);
}

async function invite(
  { invitation }: Extract<AccountCommand, { name: 'invite' }>,
  config: Config,
): Promise<string> {
  const { mcos } = await getReference();
  const codes = mcos.map((mco) => mco.code);
  if (invitation.mcoCode !== null && !codes.includes(invitation.mcoCode))
    throw new Invalid([{ field: 'plan', text: `--plan must be one of ${codes.sort().join(', ')}.` }]);
  const { linkId } = await inviteAccount(invitation, OPERATOR);
  const mail = (await sendNow(config, linkId)) ? 'has been sent' : 'is owed: a running portal sends it soon';
  return `${invitation.email} is invited as ${invitation.role}. The mail with the link ${mail}.`;
}

/** Sends the letter without waiting for a portal, where that is possible. */
async function sendNow(config: Config, linkId: string): Promise<boolean> {
  setLinkSecret(config.sessionSecret);
  setMailTransport(openMailTransport(config));
  await deliverNotices(config.baseUrl).catch(() => 0);
  return isLinkSent(linkId);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function inOneLine(error: unknown): string {
  if (error instanceof BootFailure || error instanceof Invalid) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'P2021') return 'The database has no tables yet: start the portal once.';
  return `Unexpected: ${error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? error.name) : error}`;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${inOneLine(error)}\n`);
  process.exitCode = 1;
}
