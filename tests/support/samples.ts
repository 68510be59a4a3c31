import { inviteAccount } from '../../src/accounts/invitations.ts';
import { OPERATOR } from '../../src/accounts/origin.ts';
import { registerRepresentative } from '../../src/accounts/registration.ts';
import { linkToken } from '../../src/notices/link-token.ts';
import { today } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/identifier.ts';
import { CHARTS } from '../../src/statistics/chart-catalogue.ts';
import { type Cast, PERSONAS, type Persona } from './cast.ts';
import { aRegistration } from './personas.ts';
import { type SampleComplaints, sampleComplaints } from './sample-complaints.ts';

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

const SIGNED_IN = PERSONAS.filter((persona) => persona !== 'nobody');
const FILER: readonly Persona[] = ['representative'];
const PLAN: readonly Persona[] = ['liaison'];

/** Addresses of every route, for complaints and links made for them. */
export async function samplesFor(cast: Cast): Promise<Samples> {
  const complaints = await sampleComplaints(cast);
  return {
    ...PUBLIC_PAGES,
    ...(await accountSamples()),
    ...draftSamples(complaints),
    ...complaintSamples(complaints),
    ...caseworkSamples(complaints),
    ...planSamples(complaints),
    '/administration/audit': [
      { address: '/administration/audit' },
      { address: '/administration/audit?action=complaint.submit' },
      { address: `/administration/audit?complaint=${complaints.filed.closed.reference}` },
      { address: '/administration/audit?person=nobody-at-all', status: 422 },
    ],
  };
}

const PUBLIC_PAGES: Samples = {
  '/health/live': [{ address: '/health/live' }],
  '/health/ready': [{ address: '/health/ready' }],
  '/': [{ address: '/' }],
  '/where-to-complain': [{ address: '/where-to-complain' }],
  '/help': [{ address: '/help' }],
  '/accessibility': [{ address: '/accessibility' }],
  '/privacy': [{ address: '/privacy' }],
  '/check': [
    { address: '/check' },
    { address: checkAddress('claim', 40) },
    { address: checkAddress('claim', 5) },
    { address: checkAddress('claim', 90) },
    { address: checkAddress('care', 5) },
    { address: '/check?issue=claim', status: 422 },
  ],
  '/statistics': [{ address: '/statistics' }, { address: '/statistics?quarter=1999-Q1', status: 404 }],
  '/statistics/methodology': [{ address: '/statistics/methodology' }],
  '/statistics/dictionary': [{ address: '/statistics/dictionary' }],
  '/statistics/charts/:name.svg': [
    ...CHARTS.map((name) => ({ address: `/statistics/charts/${name}.svg` })),
    { address: '/statistics/charts/by-plan.svg?size=narrow' },
    { address: '/statistics/charts/by-moon.svg', status: 404 },
  ],
  '/api/statistics/v1/counts.json': [
    { address: '/api/statistics/v1/counts.json' },
    { address: '/api/statistics/v1/counts.json?dimension=moon', status: 400 },
  ],
  '/api/statistics/v1/counts.csv': [{ address: '/api/statistics/v1/counts.csv' }],
};

/** "May I file yet?", asked of an issue that was brought to the plan so many days ago. */
function checkAddress(issue: string, days: number): string {
  const { month, day, year } = today().subtract({ days });
  return `/check?issue=${issue}&filedOn-month=${month}&filedOn-day=${day}&filedOn-year=${year}`;
}

async function accountSamples(): Promise<Samples> {
  const unknown = linkToken(newId());
  const [confirm, invitation] = await Promise.all([confirmationToken(), invitationToken()]);
  return {
    '/sign-in': [
      { address: '/sign-in', leadsOn: SIGNED_IN },
      { address: '/sign-in?next=/complaints/new', leadsOn: SIGNED_IN },
    ],
    '/sign-out': [{ address: '/sign-out' }],
    '/session/extend': [{ address: '/session/extend' }],
    '/register': [{ address: '/register', leadsOn: SIGNED_IN }],
    '/register/sent': [{ address: '/register/sent' }],
    '/register/confirm/:token': [
      { address: `/register/confirm/${confirm}` },
      { address: `/register/confirm/${unknown}`, status: 404 },
    ],
    '/register/new-link/:token': [{ address: `/register/new-link/${confirm}` }],
    '/password/forgotten': [{ address: '/password/forgotten' }],
    '/password/sent': [{ address: '/password/sent' }],
    '/password/new/:token': [
      { address: `/password/new/${invitation}` },
      { address: `/password/new/${unknown}`, status: 404 },
    ],
    '/account': [{ address: '/account' }],
    '/account/details': [{ address: '/account/details' }],
    '/account/password': [{ address: '/account/password' }],
  };
}

async function confirmationToken(): Promise<string> {
  const outcome = await registerRepresentative(aRegistration(), OPERATOR);
  if (outcome.kind !== 'registered') throw new Error('The sample registration was made before');
  return linkToken(outcome.linkId);
}

async function invitationToken(): Promise<string> {
  const invitation = {
    name: 'Ines Aspen',
    email: 'ines@example.org',
    role: 'analyst',
    mcoCode: null,
  } as const;
  return linkToken((await inviteAccount(invitation, OPERATOR)).linkId);
}

function draftSamples({ drafts, filed }: SampleComplaints): Samples {
  const { begun, complete, urgent, tooEarly, tooLate } = drafts;
  const base = '/complaints/drafts/:id';
  const at = (id: string, page: string) => ({ address: `/complaints/drafts/${id}/${page}`, whose: FILER });
  const leading = (id: string, page: string) => ({ ...at(id, page), leadsOn: FILER });
  const afterwards = (page: string) => leading(filed.submitted.id, page);
  const asked = (page: string) => [
    at(begun.id, page),
    at(complete.id, page),
    at(complete.id, `${page}?from=check`),
    afterwards(page),
  ];
  const step = (page: string) => [at(complete.id, page), at(urgent.id, page), afterwards(page)];
  return {
    '/complaints': [{ address: '/complaints' }],
    '/complaints/new': [{ address: '/complaints/new' }],
    [base]: [begun, complete, filed.closed].map(({ id }) => ({
      address: `/complaints/drafts/${id}`,
      whose: FILER,
      leadsOn: FILER,
    })),
    [`${base}/screening`]: asked('screening'),
    [`${base}/plan`]: asked('plan'),
    [`${base}/topic`]: asked('topic'),
    [`${base}/prior-review`]: [...step('prior-review'), leading(begun.id, 'prior-review')],
    [`${base}/claims`]: [...step('claims'), at(complete.id, 'claims?add=row')],
    [`${base}/story`]: step('story'),
    [`${base}/fee-for-service`]: [at(begun.id, 'fee-for-service')],
    [`${base}/medicare-only`]: [at(begun.id, 'medicare-only')],
    [`${base}/not-sure`]: [at(begun.id, 'not-sure')],
    [`${base}/too-early`]: [at(tooEarly.id, 'too-early'), leading(complete.id, 'too-early')],
    [`${base}/too-late`]: [at(tooLate.id, 'too-late'), leading(complete.id, 'too-late')],
    [`${base}/files`]: asked('files'),
    [`${base}/files/:file`]: [at(complete.id, `files/${complete.file}`)],
    [`${base}/files/:file/remove`]: [at(complete.id, `files/${complete.file}/remove`)],
    [`${base}/check`]: [...step('check'), at(begun.id, 'check'), at(tooEarly.id, 'check')],
    [`${base}/certify`]: [...step('certify'), leading(begun.id, 'certify')],
  };
}

function complaintSamples({ filed }: SampleComplaints): Samples {
  const { submitted, returned, presented, answered, closed } = filed;
  const base = '/complaints/:reference';
  const at = (reference: string, page = '') => ({ address: `/complaints/${reference}${page}`, whose: FILER });
  return {
    [base]: [submitted, returned, presented, answered, closed].map(({ reference }) => at(reference)),
    [`${base}/filed`]: [
      at(submitted.reference, '/filed'),
      { ...at(presented.reference, '/filed'), leadsOn: FILER },
    ],
    [`${base}/files`]: [
      at(returned.reference, '/files'),
      { ...at(closed.reference, '/files'), leadsOn: FILER },
    ],
    [`${base}/files/:file`]: [at(closed.reference, `/files/${closed.file}`)],
    [`${base}/moves/:move`]: [
      at(returned.reference, '/moves/resubmit'),
      at(submitted.reference, '/moves/withdraw'),
      { ...at(submitted.reference, '/moves/present'), whose: [] },
      { ...at(closed.reference, '/moves/withdraw'), leadsOn: FILER },
    ],
  };
}

function caseworkSamples({ drafts, filed }: SampleComplaints): Samples {
  const { submitted, returned, presented, answered, closed } = filed;
  const base = '/casework/complaints/:reference';
  const at = ({ reference }: { reference: string }, page = '') => ({
    address: `/casework/complaints/${reference}${page}`,
  });
  return {
    '/casework': [
      { address: '/casework?tab=open' },
      { address: '/casework?tab=unassigned' },
      { address: '/casework?tab=mine' },
      { address: '/casework?tab=closed' },
      { address: '/casework?tab=open&plan=MERIDIAN&urgent=yes' },
      { address: '/casework?tab=open&plan=AETNA' },
    ],
    '/casework/search': [{ address: '/casework/search' }],
    [base]: [
      ...[submitted, returned, presented, answered, closed].map((complaint) => at(complaint)),
      { address: `/casework/complaints/${drafts.complete.id}`, whose: [] },
    ],
    [`${base}/events`]: [at(closed, '/events')],
    [`${base}/files/:file`]: [at(closed, `/files/${closed.file}`)],
    [`${base}/moves/:move`]: [
      ...['present', 'return', 'close', 'assign'].map((move) => at(submitted, `/moves/${move}`)),
      at(answered, '/moves/close'),
      { ...at(submitted, '/moves/withdraw'), refused: ['analyst', 'supervisor'] },
      { ...at(closed, '/moves/reopen'), refused: ['analyst'] },
    ],
  };
}

function planSamples({ filed }: SampleComplaints): Samples {
  const { submitted, presented, answered, closed } = filed;
  const base = '/mco/complaints/:reference';
  const at = ({ reference }: { reference: string }, page = '') => ({
    address: `/mco/complaints/${reference}${page}`,
    whose: PLAN,
  });
  return {
    '/mco': [
      { address: '/mco' },
      { address: '/mco?tab=answered' },
      { address: '/mco?tab=closed' },
      { address: '/mco?tab=to-answer&urgent=yes' },
    ],
    [base]: [
      ...[presented, answered, closed].map((complaint) => at(complaint)),
      { ...at(submitted), whose: [] },
    ],
    [`${base}/files/:file`]: [at(presented, `/files/${presented.file}`)],
    [`${base}/moves/:move`]: [at(presented, '/moves/propose')],
  };
}
