import type { Temporal } from 'temporal-polyfill';
import type { EnrolledProvider } from '../../accounts/organization/enrolled.queries.ts';
import { type Difference, matchEnrolled } from '../../accounts/organization/enrolled-match.ts';
import type { Registered } from '../../accounts/organization/registrations.queries.ts';
import { dayText } from '../../complaint/presentation/moments.ts';
import type { ProviderType } from '../../complaint/reference.queries.ts';
import { formatDate, toPlainDate } from '../../platform/dates.ts';
import type { StatusTag, SummaryList, SummaryRow } from '../../web/parts.ts';

/** The list of enrolled providers, as far as it says something of a registration. */
export interface EnrolledList {
  /** When it was imported; null: there is none. */
  readonly listedOn: Date | null;
  readonly rows: readonly EnrolledProvider[];
  readonly providerTypes: readonly ProviderType[];
  readonly today: Temporal.PlainDate;
}

type Site = Registered['sites'][number];

const SAME: StatusTag = { text: 'Same in the list', tone: 'success' };
const DIFFERS: StatusTag = { text: 'Differs', tone: 'attention' };

/** A site as it was registered, each fact beside what the list says where that differs. */
export function siteSummary(site: Site, list: EnrolledList): SummaryList {
  const match = matchEnrolled(site, list.listedOn && list.rows, list.today);
  const isNew = site.checkedAt === null;
  const enrolled = match.kind === 'found' ? match.enrolled : null;
  const differences = match.kind === 'found' ? match.differences : [];
  const fact = (
    label: string,
    value: string,
    listed: string | undefined,
    difference: Difference,
  ): SummaryRow => {
    if (!enrolled) return { label, value };
    if (!differences.includes(difference)) return { label, value, tag: SAME };
    return { label, value: [value, `In the list: ${listed ?? 'none'}`], tag: DIFFERS };
  };
  const typeName = (code: string) => {
    const name = list.providerTypes.find((type) => type.code === code)?.name;
    return name ? `${name} (${code})` : code;
  };
  return {
    heading: isNew ? `${site.name} (not looked at yet)` : site.name,
    rows: [
      ...(site.npi ? [fact('NPI', site.npi, enrolled?.npi ?? undefined, 'npi')] : []),
      ...(site.hfsProviderId
        ? [fact('HFS provider ID', site.hfsProviderId, enrolled?.hfsProviderId, 'hfsProviderId')]
        : []),
      fact(
        'Provider type',
        typeName(site.providerTypeCode),
        enrolled ? typeName(enrolled.providerTypeCode) : undefined,
        'providerTypeCode',
      ),
      { label: 'County', value: site.county },
      listRow(enrolled, differences, list, match.kind),
    ],
  };
}

function listRow(
  enrolled: EnrolledProvider | null,
  differences: readonly Difference[],
  { listedOn }: EnrolledList,
  kind: 'no-list' | 'not-found' | 'found',
): SummaryRow {
  const label = 'List of enrolled providers';
  if (kind === 'no-list') return { label, value: 'No list was imported: compare with HFS’s own records' };
  if (!enrolled) return { label, value: `Not in the list of ${dayText(listedOn)}`, tag: DIFFERS };
  const from = formatDate(toPlainDate(enrolled.activeFrom));
  const until = enrolled.activeTo ? ` until ${formatDate(toPlainDate(enrolled.activeTo))}` : '';
  const isActive = !differences.includes('not-active');
  const value = [enrolled.name, `Enrolled from ${from}${until}`, `List of ${dayText(listedOn)}`];
  return {
    label,
    value,
    tag: isActive ? { text: 'Enrolled', tone: 'success' } : { text: 'Not enrolled today', tone: 'urgent' },
  };
}
