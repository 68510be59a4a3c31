import type { Temporal } from 'temporal-polyfill';
import type { ClaimLine } from '../complaint/document.ts';
import { newId } from '../platform/identifier.ts';

const FIRST_NAMES = [
  'Wren',
  'Amara',
  'José',
  'Ingrid',
  'Kwame',
  'Zoë',
  'Miguel',
  'Esi',
  'Björn',
  'Sana',
  'Teodoro',
];
const LAST_NAMES = [
  'Okafor',
  'de la Cruz',
  'O’Neill',
  'Haddad',
  'Patel',
  'Ñuñez',
  'Lindqvist',
  'Washington',
  'Chen',
];

/**
 * Claim lines of made-up members, always the same for the same seed.
 * @param last the newest date of service
 */
export function demoClaimLines(
  seed: number,
  count: number,
  last: Temporal.PlainDate,
  carc: string | undefined,
): ClaimLine[] {
  return Array.from({ length: count }, (_, row) => {
    const turn = seed * 7 + row * 3;
    const served = last.subtract({ days: row % 20 }).toString();
    const billedCents = 8_450 + ((turn * 7_919) % 240_000);
    return {
      id: newId(),
      memberFirstName: FIRST_NAMES[turn % FIRST_NAMES.length] ?? 'Wren',
      memberLastName: LAST_NAMES[turn % LAST_NAMES.length] ?? 'Okafor',
      rin: String(100_000_000 + ((seed * 7_654_321 + row * 1_234_577) % 900_000_000)),
      serviceFrom: served,
      serviceTo: served,
      ...(carc === undefined
        ? {}
        : {
            claimNumber: `CL26${String(seed * 1000 + row).padStart(7, '0')}`,
            billedCents,
            paidCents: 0,
            carc,
          }),
    };
  });
}
