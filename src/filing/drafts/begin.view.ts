import type { FilingSite } from '../../complaint/sites.queries.ts';
import type { RevealedField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Alert } from '../../web/parts.ts';
import { organizationAlert } from '../steps/organization-alert.ts';
import { siteField } from './site-field.view.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/begin': BeginView;
  }
}

export interface BeginView extends PageView {
  /** The id of the draft that the button begins. */
  readonly draftId: string;
  readonly like: string | null;
  /** Asked where there are several. */
  readonly site: readonly RevealedField[];
  /** What keeps the reader from filing what they write. */
  readonly alerts: readonly Alert[];
  /** Whoever has no site to file for writes no draft. */
  readonly canBegin: boolean;
  readonly needs: readonly { readonly what: string; readonly details: string }[];
}

export interface Beginning {
  readonly draftId: string;
  readonly sites: readonly FilingSite[];
  /** What was chosen, to show it again. */
  readonly siteId: string;
  /** The reference of a complaint of the same plan and topic, where it begins like that. */
  readonly like?: string | undefined;
}

export function beginView(
  { draftId, sites, siteId, like }: Beginning,
  errors: readonly FieldError[] = [],
): BeginView {
  const site = siteField(sites, siteId, errors);
  return {
    title: 'File a complaint',
    errors,
    breadcrumbs: [{ href: '/complaints', text: 'My complaints' }],
    draftId,
    like: like ?? null,
    alerts: sites.length === 0 ? [NOBODY] : standingAlerts(sites),
    canBegin: sites.length > 0,
    site: site ? [site] : [],
    needs: [
      { what: 'The plan and the program', details: 'One complaint is about one plan and one topic.' },
      {
        what: 'What the plan was asked',
        details:
          'For a denied or underpaid claim: the date of your dispute and the plan’s tracking number. For anything else: when you raised it, with whom, and what they answered.',
      },
      {
        what: 'The members',
        details:
          'Names, 9-digit RINs and dates of service. For claims also the plan’s claim number and the amount billed.',
      },
      { what: 'Documents, if you have them', details: 'The remittance, or the plan’s letter.' },
    ],
  };
}

const NOBODY: Alert = {
  type: 'info',
  heading: 'No provider has authorized your organization',
  text: 'A billing agent files for the providers who have authorized it. An administrator of the provider does that in this portal, on the page of their organization.',
  links: [{ href: '/organization', text: 'See for whom you file' }],
};

function standingAlerts(sites: readonly FilingSite[]): Alert[] {
  const organizations = new Map(sites.map(({ organization }) => [organization.name, organization.standing]));
  return [...organizations].flatMap(([name, standing]) =>
    standing === 'confirmed' ? [] : [organizationAlert(name, standing)],
  );
}
