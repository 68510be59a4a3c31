import { hasPermission } from '../../src/accounts/access.ts';
import { accountOf, type Cast, type Persona } from './cast.ts';
import type { ListedRoute } from './routes.ts';
import type { Sample } from './samples/sample.ts';

/** Whether the table of permissions opens a route to a persona. */
export function isOpenTo(cast: Cast, { permission }: ListedRoute, persona: Persona): boolean {
  const role = accountOf(cast, persona)?.role ?? null;
  return permission !== null && hasPermission(role, permission);
}

/** The status with which a sample address of a route answers a persona. */
export function expectedStatus(cast: Cast, route: ListedRoute, sample: Sample, persona: Persona): number {
  if (!isOpenTo(cast, route, persona)) return persona === 'nobody' ? 303 : 403;
  if (sample.refused?.includes(persona)) return 403;
  if (sample.whose && !sample.whose.includes(persona)) return 404;
  if (sample.leadsOn?.includes(persona)) return 303;
  return sample.status ?? 200;
}

/** Whether a persona finds there what the route is for, be it that something is wrong with the address itself. */
export function isShownTo(cast: Cast, route: ListedRoute, sample: Sample, persona: Persona): boolean {
  return (
    isOpenTo(cast, route, persona) &&
    expectedStatus(cast, route, sample, persona) === (sample.status ?? 200) &&
    (sample.whose?.includes(persona) ?? true)
  );
}
