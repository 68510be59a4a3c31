import type { InvitedRole } from '../accounts/invitations.ts';
import type { OrganizationFacts } from '../accounts/organizations.queries.ts';

/** Whoever signs in to try the portal. None of them exists; `.example` is nobody's domain (RFC 2606). */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  /** What to try with the account. */
  readonly what: string;
}

export interface DemoRepresentative extends DemoPerson {
  readonly phone: string;
  readonly organization: OrganizationFacts;
  /** HFS has not confirmed it yet. */
  readonly isPending?: true;
}

export interface DemoInvited extends DemoPerson {
  readonly role: InvitedRole;
  readonly mcoCode: string | null;
}

export const REPRESENTATIVES = [
  {
    name: 'Rosa Alvarez',
    email: 'representative@clinic.example',
    what: 'files complaints for a clinic',
    phone: '312-555-0134',
    organization: {
      name: 'Lakeshore Family Clinic',
      npi: '1234567893',
      hfsProviderId: '036112345',
      providerTypeCode: '010',
      county: 'Cook',
      isBillingAgent: false,
    },
  },
  {
    name: 'Daniel Okoye',
    email: 'representative@hospital.example',
    what: 'files complaints for a hospital',
    phone: '217-555-0178',
    organization: {
      name: 'Sangamon Prairie Hospital',
      npi: '1245319599',
      hfsProviderId: '371234567001',
      providerTypeCode: '030',
      county: 'Sangamon',
      isBillingAgent: false,
    },
  },
  {
    name: 'Mei Tanaka',
    email: 'representative@pharmacy.example',
    what: 'files complaints for a pharmacy',
    phone: '309-555-0121',
    organization: {
      name: 'Riverbend Pharmacy',
      npi: '1679576722',
      hfsProviderId: null,
      providerTypeCode: '060',
      county: 'Peoria',
      isBillingAgent: false,
    },
  },
  {
    name: 'Hana Lindqvist',
    email: 'newcomer@dental.example',
    what: 'has just registered: HFS has not confirmed it',
    phone: '618-555-0107',
    isPending: true,
    organization: {
      name: 'Cahokia Dental Group',
      npi: '1932104098',
      hfsProviderId: '019001122',
      providerTypeCode: '011',
      county: 'St. Clair',
      isBillingAgent: false,
    },
  },
  {
    name: 'Ines Moreau',
    email: 'agent@billing.example',
    what: 'files for the clinic and the pharmacy, who have authorized it',
    phone: '312-555-0166',
    organization: {
      name: 'Ledger and Vine Billing',
      npi: null,
      hfsProviderId: '990012345',
      providerTypeCode: '010',
      county: 'Cook',
      isBillingAgent: true,
    },
  },
] as const satisfies readonly DemoRepresentative[];

export const INVITED = [
  {
    name: 'Priya Nair',
    email: 'analyst@hfs.example',
    role: 'analyst',
    mcoCode: null,
    what: 'works the queue',
  },
  {
    name: 'Tomasz Zielinski',
    email: 'supervisor@hfs.example',
    role: 'supervisor',
    mcoCode: null,
    what: 'works the queue, and reopens',
  },
  {
    name: 'Grace Whitfield',
    email: 'administrator@hfs.example',
    role: 'administrator',
    mcoCode: null,
    what: 'an administrator of HFS',
  },
  {
    name: 'Samuel Osei',
    email: 'privacy@hfs.example',
    role: 'privacy_officer',
    mcoCode: null,
    what: 'reads the audit log',
  },
  {
    name: 'Lena Fischer',
    email: 'liaison@meridian.example',
    role: 'liaison',
    mcoCode: 'MERIDIAN',
    what: 'answers for Meridian',
  },
  {
    name: 'Omar Haddad',
    email: 'liaison@bcchp.example',
    role: 'liaison',
    mcoCode: 'BCCHP',
    what: 'answers for Blue Cross Community',
  },
] as const satisfies readonly DemoInvited[];
