import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import {
  aColleague,
  aLiaison,
  anAdministrator,
  anAnalyst,
  aPrivacyOfficer,
  aRepresentative,
  aSupervisor,
} from './personas.ts';

/** Everybody who comes to the portal, from those without an account on. */
export const PERSONAS = [
  'nobody',
  'representative',
  'colleague',
  'other representative',
  'analyst',
  'supervisor',
  'administrator',
  'privacy officer',
  'liaison',
  'other liaison',
] as const;
export type Persona = (typeof PERSONAS)[number];

/** An account for each persona. */
export type Cast = Readonly<Record<Exclude<Persona, 'nobody'>, AccountProfile>>;

/** The colleague is a member of the representative's organization. The liaison answers for Meridian, the other one for Blue Cross Community. */
export async function aCast(): Promise<Cast> {
  const representative = await aRepresentative();
  return {
    representative,
    colleague: await aColleague(representative),
    'other representative': await aRepresentative({ name: 'Otto Hazel' }),
    analyst: await anAnalyst(),
    supervisor: await aSupervisor(),
    administrator: await anAdministrator(),
    'privacy officer': await aPrivacyOfficer(),
    liaison: await aLiaison(),
    'other liaison': await aLiaison({ name: 'Liv Juniper', mcoCode: 'BCCHP' }),
  };
}

/** The account of a persona; null: nobody is signed in. */
export function accountOf(cast: Cast, persona: Persona): AccountProfile | null {
  return persona === 'nobody' ? null : cast[persona];
}
