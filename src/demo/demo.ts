import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Account, findAccountByEmail } from '../accounts/accounts.queries.ts';
import { inviteAccount } from '../accounts/invitations.ts';
import { asActor, OPERATOR } from '../accounts/origin.ts';
import { setPassword } from '../accounts/passwords.ts';
import { confirmEmail, registerRepresentative } from '../accounts/registration.ts';
import type { Actor } from '../complaint/actor.ts';
import { today } from '../platform/clock.ts';
import { unusable } from '../platform/config.ts';
import { countDemoComplaints, renewDemoPassword } from './demo.queries.ts';
import { playIssue } from './issue.ts';
import { LIVES } from './lives.ts';
import { authorizeDemoAgent, confirmOrganizations } from './organizations.ts';
import {
  type DemoInvited,
  type DemoPerson,
  type DemoRepresentative,
  INVITED,
  REPRESENTATIVES,
} from './people.ts';
import { type Cast, playLife } from './play.ts';

export interface DemoAccounts {
  readonly people: readonly DemoPerson[];
  readonly password: string;
}

const NOWHERE = { requestId: null, address: null };

/**
 * Makes the demonstration accounts and complaints that are not there yet; a start that was cut short is taken up
 * where it ended.
 * @param wanted the password of all accounts; null: the one that they have, or a new one
 * @param stopping once aborted, its reason is thrown instead of making more
 */
export async function seedDemo(
  dataDir: string,
  wanted: string | null,
  stopping: AbortSignal,
): Promise<DemoAccounts> {
  const { password, isNew } = demoPassword(dataDir, wanted);
  const people = [...REPRESENTATIVES, ...INVITED];
  const accounts: Account[] = [];
  for (const person of people) {
    stopping.throwIfAborted();
    accounts.push(await demoAccount(person, password));
  }
  if (isNew) await renewDemoPassword(password);
  const cast = castOf(accounts);
  await confirmOrganizations(REPRESENTATIVES, cast.analyst);
  const [clinic, , pharmacy, , agent] = cast.representatives;
  if (clinic && pharmacy && agent) await authorizeDemoAgent(agent, [clinic, pharmacy]);
  const played = await countDemoComplaints();
  for (const [seed, life] of LIVES.entries()) {
    stopping.throwIfAborted();
    if (seed >= played) await playLife(life, seed + 1, cast, today());
  }
  stopping.throwIfAborted();
  await playIssue(cast);
  return { people, password };
}

/** The password is kept in the data folder, so that a later start can say it again. */
function demoPassword(dataDir: string, wanted: string | null): { password: string; isNew: boolean } {
  const file = path.join(dataDir, 'keys', 'demo-password');
  const kept = readIfThere(file, dataDir);
  const password = wanted ?? kept ?? randomBytes(15).toString('base64url');
  if (password === kept) return { password, isNew: false };
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, password, { mode: 0o600 });
  return { password, isNew: true };
}

function readIfThere(file: string, dataDir: string): string | null {
  if (!existsSync(file)) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

async function demoAccount(person: DemoRepresentative | DemoInvited, password: string): Promise<Account> {
  const known = await findAccountByEmail(person.email);
  if (known?.status === 'active') return known;
  const made = 'organization' in person ? await register(person, password) : await invite(person, password);
  if (!made) throw new Error('A demonstration account could not be made');
  return made;
}

async function register(person: DemoRepresentative, password: string): Promise<Account | null> {
  const { name, email, phone, organization } = person;
  const outcome = await registerRepresentative(
    { name, email, phone, organization, password, isDemo: true },
    NOWHERE,
  );
  return outcome.kind === 'registered' ? confirmEmail(outcome.linkId, NOWHERE) : null;
}

async function invite(person: DemoInvited, password: string): Promise<Account | null> {
  const { name, email, role, mcoCode } = person;
  const { linkId } = await inviteAccount({ name, email, role, mcoCode, isDemo: true }, OPERATOR);
  return setPassword(linkId, password, NOWHERE);
}

function castOf(accounts: readonly Account[]): Cast {
  const actors = accounts.map((account) => asActor(account, NOWHERE));
  const actorOfRole = (role: Actor['role']): Actor => {
    const actor = actors.find((each) => each.role === role);
    if (!actor) throw new Error(`The demonstration has no ${role}`);
    return actor;
  };
  const liaisons = actors.filter((actor) => actor.role === 'liaison');
  return {
    representatives: actors.filter((actor) => actor.role === 'representative'),
    analyst: actorOfRole('analyst'),
    supervisor: actorOfRole('supervisor'),
    liaisons: new Map(liaisons.map((liaison) => [liaison.mcoCode ?? '', liaison])),
  };
}
