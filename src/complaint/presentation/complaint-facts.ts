import type { Party } from '../actor.ts';
import type { Complaint } from '../complaints.queries.ts';
import { canSee, type Progress } from '../visibility.ts';
import { type FactRow, factRow } from './fact-row.ts';
import { dayText } from './moments.ts';

/** How far a complaint has come, as seeing depends on it. */
export function progressOf(complaint: Complaint): Progress {
  return {
    isPresented: complaint.presentedAt !== null,
    isDepartmentDecision: complaint.closureReason?.after === 'review',
  };
}

/** What a complaint is about, who filed it for whom, and when: as far as a party sees it. */
export function complaintFacts(complaint: Complaint, party: Party): FactRow[] {
  const progress = progressOf(complaint);
  const { topic, closureReason, assignee } = complaint;
  return [
    ...factRow('Plan', complaint.mco?.name),
    ...factRow('Program', complaint.program?.name),
    ...factRow('Topic', topic && [topic.name, topic.categoryName]),
    ...factRow('Urgent', complaint.isUrgent ? 'Yes: it affects immediate access to care' : null),
    ...factRow('Filed', dayText(complaint.submittedAt)),
    ...factRow('Presented to the plan', dayText(complaint.presentedAt)),
    ...factRow('Closed', dayText(complaint.closedAt)),
    ...(canSee('outcome', party, progress) ? factRow('Closed as', closureReason?.label) : []),
    ...(canSee('assignee', party, progress) ? factRow('Assigned to', assignee?.name ?? 'Nobody yet') : []),
  ];
}

/** The provider for whom the complaint was filed. */
export function organizationFacts({ organization, site, authorization }: Complaint): FactRow[] {
  const { npi, hfsProviderId, providerType, county } = site;
  return [
    ...factRow('Organization', organization.name),
    ...factRow('Site', site.name === organization.name ? null : site.name),
    ...factRow('Provider type', `${providerType.name} (${providerType.code})`),
    ...factRow('NPI', npi),
    ...factRow('HFS provider ID', hfsProviderId),
    ...factRow('County', county),
    ...factRow('Billing agent', authorization?.agent.name),
  ];
}

/** Who filed it, and where they worked for another than the provider. */
function filerText({ filedBy, organization }: Complaint): string {
  const of = filedBy.organization;
  return of && of.id !== organization.id ? `${filedBy.name}, ${of.name}` : filedBy.name;
}

/** Whom to ask: who stands for the provider now. */
export function representativeFacts(complaint: Complaint): FactRow[] {
  const { representative, filedBy } = complaint;
  return [
    ...factRow('Name', representative.name),
    ...factRow('Filed by', filedBy.id === representative.id ? null : filerText(complaint)),
    ...(representative.email
      ? [{ label: 'E-mail', value: representative.email, href: `mailto:${representative.email}` }]
      : []),
    ...(representative.phone
      ? [
          {
            label: 'Phone',
            value: representative.phone,
            href: `tel:${representative.phone.replace(/[^\d+]/g, '')}`,
          },
        ]
      : []),
  ];
}
