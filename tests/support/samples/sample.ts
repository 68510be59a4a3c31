import { PERSONAS, type Persona } from '../cast.ts';

/** A real address of a route, with what it answers to those who have the route's permission. */
export interface Sample {
  readonly address: string;
  /** Whose it is; to the others it does not exist. Absent: everybody's. */
  readonly whose?: readonly Persona[];
  /** Those whom it sends elsewhere. */
  readonly leadsOn?: readonly Persona[];
  /** Those who have the permission and yet may not. */
  readonly refused?: readonly Persona[];
  /** Where it is not 200: the page says what is wrong with the address itself. */
  readonly status?: number;
}

/** Every route's path, as Express has it, with its addresses; a path without any has no page of its own. */
export type Samples = Readonly<Record<string, readonly Sample[]>>;

/** Of a route that only takes a form: opened, it leads whoever may use it to the page that has the form. */
export function formOnly(address: string): readonly Sample[] {
  return [{ address, leadsOn: PERSONAS }];
}
