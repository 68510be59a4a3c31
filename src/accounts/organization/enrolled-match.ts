import type { Temporal } from 'temporal-polyfill';
import { isAfter, isBefore, toPlainDate } from '../../platform/dates.ts';
import type { EnrolledProvider } from './enrolled.queries.ts';

/** What a site was registered as. */
interface SiteRegistered {
  readonly npi: string | null;
  readonly hfsProviderId: string | null;
  readonly providerTypeCode: string;
}

/** Where a line of the list says something else than the registration. */
export type Difference = 'npi' | 'hfsProviderId' | 'providerTypeCode' | 'not-active';

/** How a site stands in the list of enrolled providers. */
export type EnrolledMatch =
  | { readonly kind: 'no-list' }
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'found';
      readonly enrolled: EnrolledProvider;
      readonly differences: readonly Difference[];
    };

/** Finds the line that fits a site best: the one with fewest differences, and of those the first. */
export function matchEnrolled(
  site: SiteRegistered,
  list: readonly EnrolledProvider[] | null,
  on: Temporal.PlainDate,
): EnrolledMatch {
  if (list === null) return { kind: 'no-list' };
  const found = list
    .filter(
      (row) =>
        (site.npi !== null && row.npi === site.npi) ||
        (site.hfsProviderId !== null && row.hfsProviderId === site.hfsProviderId),
    )
    .map((enrolled) => ({ kind: 'found', enrolled, differences: differencesOf(site, enrolled, on) }) as const)
    .toSorted((one, other) => one.differences.length - other.differences.length);
  return found[0] ?? { kind: 'not-found' };
}

/** What was left out at the registration differs from nothing. */
function differencesOf(site: SiteRegistered, row: EnrolledProvider, on: Temporal.PlainDate): Difference[] {
  const isActive =
    !isBefore(on, toPlainDate(row.activeFrom)) &&
    (row.activeTo === null || !isAfter(on, toPlainDate(row.activeTo)));
  return [
    ...(site.npi !== null && row.npi !== site.npi ? (['npi'] as const) : []),
    ...(site.hfsProviderId !== null && row.hfsProviderId !== site.hfsProviderId
      ? (['hfsProviderId'] as const)
      : []),
    ...(row.providerTypeCode === site.providerTypeCode ? [] : (['providerTypeCode'] as const)),
    ...(isActive ? [] : (['not-active'] as const)),
  ];
}
