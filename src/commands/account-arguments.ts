import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Invitation, InvitedRole } from '../accounts/invitations.ts';
import { BootFailure } from '../platform/errors.ts';

const INVITED_ROLES = [
  'analyst',
  'supervisor',
  'administrator',
  'privacy_officer',
  'liaison',
] as const satisfies readonly InvitedRole[];

export const USAGE = `npm run account -- invite --email ADDRESS --name NAME --role ROLE [--plan CODE]
npm run account -- list
npm run account -- suspend --email ADDRESS
npm run account -- activate --email ADDRESS

ROLE is ${INVITED_ROLES.slice(0, -1).join(', ')} or ${INVITED_ROLES.at(-1)}; a liaison needs the code of a plan.`;

export type AccountCommand =
  | { readonly name: 'invite'; readonly invitation: Invitation }
  | { readonly name: 'suspend'; readonly email: string }
  | { readonly name: 'activate'; readonly email: string }
  | { readonly name: 'list' }
  | { readonly name: 'help' };

/**
 * What the operator asks for.
 * @throws BootFailure in one line that says what is missing or wrong
 */
export function parseAccountCommand(argv: readonly string[]): AccountCommand {
  const { positionals, values } = readArguments(argv);
  const [name = 'help', ...rest] = positionals;
  if (rest.length > 0) throw new BootFailure(`Not understood: ${rest.join(' ')}. Put words in quotes.`);
  if (name === 'help' || values.help) return { name: 'help' };
  if (name === 'list') return { name };
  if (name === 'suspend' || name === 'activate') return { name, email: parseEmail(values.email) };
  if (name === 'invite') return { name, invitation: parseInvitation(values) };
  throw new BootFailure(`There is no command ${name}: say invite, list, suspend or activate.`);
}

function readArguments(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { email: text, name: text, role: text, plan: text, help: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new BootFailure(error instanceof Error ? error.message.split('. ')[0] : 'Not understood.');
  }
}

function parseInvitation(values: {
  email?: string;
  name?: string;
  role?: string;
  plan?: string;
}): Invitation {
  const email = parseEmail(values.email);
  const name = values.name?.trim();
  if (!name) throw new BootFailure('--name is missing: the name of the person.');
  const role = INVITED_ROLES.find((each) => each === values.role);
  if (!role) throw new BootFailure(`--role must be one of ${INVITED_ROLES.join(', ')}.`);
  if (role === 'liaison' && !values.plan)
    throw new BootFailure('--plan is missing: the code of the plan that the liaison answers for.');
  if (role !== 'liaison' && values.plan) throw new BootFailure('--plan is for liaisons only.');
  return { email, name, role, mcoCode: values.plan?.toUpperCase() ?? null };
}

function parseEmail(given: string | undefined): string {
  if (given === undefined) throw new BootFailure('--email is missing.');
  const email = given.trim().toLowerCase();
  if (!z.email().safeParse(email).success) throw new BootFailure(`--email ${given} is no e-mail address.`);
  return email;
}
