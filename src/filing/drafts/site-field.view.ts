import type { FilingSite } from '../../complaint/sites.queries.ts';
import type { Choice, ChoiceField, RevealedField, SelectField } from '../../web/fields.ts';
import type { FieldError } from '../../web/pages.ts';

/** More than these are easier to find in a list that opens. */
const RADIOS_SHOWN = 10;

/**
 * The choice of a site, as the partial that suits how many there are; null: there is nothing to choose. A billing agent
 * always says for whom.
 */
export function siteField(
  sites: readonly FilingSite[],
  value: string,
  errors: readonly FieldError[],
): RevealedField | null {
  const isForOthers = sites.some(({ authorizationId }) => authorizationId !== null);
  return sites.length < 2 && !isForOthers ? null : siteChoice(sites, value, errors);
}

/** The same, however many there are. */
export function siteChoice(
  sites: readonly FilingSite[],
  value: string,
  errors: readonly FieldError[],
): RevealedField {
  const names = [...new Set(sites.map(({ organization }) => organization.name))];
  const isForOthers = sites.some(({ authorizationId }) => authorizationId !== null);
  const label = isForOthers ? 'For which provider do you file?' : 'Which site is it about?';
  const field = { name: 'siteId', label, value, errors };
  if (names.length === 1 && !isForOthers && sites.length <= RADIOS_SHOWN) {
    const options: ChoiceField = { ...field, choices: sites.map(radioOf) };
    return { field: 'radios', options };
  }
  const groups = names.map((label) => ({
    label,
    choices: sites.filter(({ organization }) => organization.name === label).map(lineOf),
  }));
  const options: SelectField = {
    ...field,
    prompt: isForOthers ? 'Select a provider and site' : 'Select a site',
    groups,
    width: 'full',
  };
  return { field: 'select', options };
}

/** "NPI 1234567893, Cook County" */
export function siteHint({
  npi,
  hfsProviderId,
  county,
}: Pick<FilingSite, 'npi' | 'hfsProviderId' | 'county'>) {
  const identifier = npi ? `NPI ${npi}` : `HFS provider ID ${hfsProviderId}`;
  return `${identifier}, ${county}${county === 'Out of state' ? '' : ' County'}`;
}

function radioOf(site: FilingSite): Choice {
  return { value: site.id, text: site.name, hint: siteHint(site) };
}

function lineOf(site: FilingSite): Choice {
  return { value: site.id, text: `${site.name} (${siteHint(site)})` };
}
