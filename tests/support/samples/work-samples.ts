import { presentMany, settleBulks } from '../../../src/complaint/bulk-presenting.ts';
import { newId } from '../../../src/platform/identifier.ts';
import type { Cast, Persona } from '../cast.ts';
import { actor } from '../complaints.ts';
import type { ReviewSamples, SampleComplaints } from '../sample-complaints.ts';
import { formOnly, type Samples } from './sample.ts';

const PLAN: readonly Persona[] = ['liaison'];

/** What HFS works on. */
export function caseworkSamples(
  { drafts, filed }: SampleComplaints,
  { drafted, decided }: ReviewSamples,
): Samples {
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
      { address: '/casework?tab=supervisor' },
      { address: '/casework?tab=closed' },
      { address: '/casework?tab=open&plan=MERIDIAN&urgent=yes' },
      { address: '/casework?tab=open&plan=AETNA' },
    ],
    '/casework/search': [{ address: '/casework/search' }],
    [base]: [
      ...[submitted, returned, presented, answered, closed, drafted, decided].map((each) => at(each)),
      { address: `/casework/complaints/${drafts.complete.id}`, whose: [] },
    ],
    [`${base}/complaint.pdf`]: [at(closed, '/complaint.pdf')],
    [`${base}/decision.pdf`]: [at(decided, '/decision.pdf'), { ...at(closed, '/decision.pdf'), whose: [] }],
    [`${base}/events`]: [at(closed, '/events')],
    [`${base}/links`]: [at(submitted, '/links'), at(closed, '/links')],
    [`${base}/links/:link/end`]: formOnly(at(submitted, `/links/${newId()}/end`).address),
    [`${base}/notes`]: [at(submitted, '/notes'), at(closed, '/notes')],
    [`${base}/files/:file`]: [at(closed, `/files/${closed.file}`)],
    [`${base}/moves/:move`]: [
      ...['present', 'return', 'close', 'assign'].map((move) => at(submitted, `/moves/${move}`)),
      at(submitted, '/moves/return?missing=document&missing=nonsense'),
      at(submitted, '/moves/close?reason=DUPLICATE&duplicateOf=nonsense'),
      at(answered, '/moves/close'),
      ...['ask-representative', 'ask-plan'].map((move) => at(presented, `/moves/${move}`)),
      at(drafted, '/moves/draft-decision'),
      ...['decide', 'send-back', 'correct-date'].map((move) => ({
        ...at(drafted, `/moves/${move}`),
        refused: ['analyst'] as const,
      })),
      { ...at(submitted, '/moves/withdraw'), refused: ['analyst', 'supervisor'] },
      { ...at(closed, '/moves/reopen'), refused: ['analyst'] },
    ],
  };
}

/** What HFS presents together; of one analyst's, the supervisor sees it too. */
export async function presentingSamples(cast: Cast, { filed }: SampleComplaints): Promise<Samples> {
  const bulk = newId();
  await presentMany(bulk, [{ complaintId: filed.returned.id, version: 1 }], actor(cast.analyst));
  await settleBulks();
  return {
    '/casework/presenting': [
      { address: '/casework/presenting' },
      { address: '/casework/presenting?tab=mine&plan=AETNA&ticked=all' },
    ],
    '/casework/presenting/preview': formOnly('/casework/presenting/preview'),
    '/casework/presenting/:bulk': [
      { address: `/casework/presenting/${bulk}` },
      { address: `/casework/presenting/${newId()}`, whose: [] },
    ],
    '/casework/presenting/:bulk/take-back': formOnly(`/casework/presenting/${bulk}/take-back`),
  };
}

/** What was presented to the liaison's plan. */
export function planSamples({ filed }: SampleComplaints, { drafted, decided }: ReviewSamples): Samples {
  const { submitted, presented, answered, closed } = filed;
  const base = '/mco/complaints/:reference';
  const at = ({ reference }: { reference: string }, page = '') => ({
    address: `/mco/complaints/${reference}${page}`,
    whose: PLAN,
  });
  return {
    '/mco': [
      { address: '/mco?tab=to-answer' },
      { address: '/mco?tab=asked' },
      { address: '/mco?tab=answered' },
      { address: '/mco?tab=in-review' },
      { address: '/mco?tab=closed' },
      { address: '/mco?tab=to-answer&urgent=yes&topic=DENIAL_CODING' },
    ],
    [base]: [
      ...[presented, answered, closed, drafted, decided].map((complaint) => at(complaint)),
      { ...at(submitted), whose: [] },
    ],
    [`${base}/files/:file`]: [at(presented, `/files/${presented.file}`)],
    [`${base}/moves/:move`]: [
      ...['acknowledge', 'propose', 'request-extension', 'not-ours', 'appoint'].map((move) =>
        at(presented, `/moves/${move}`),
      ),
      at(decided, '/moves/confirm-payment'),
    ],
    [`${base}/decision.pdf`]: [at(decided, '/decision.pdf')],
    [`${base}/files`]: [at(presented, '/files'), { ...at(closed, '/files'), leadsOn: PLAN }],
    [`${base}/notes`]: [at(presented, '/notes'), { ...at(submitted, '/notes'), whose: [] }],
    [`${base}/contacts`]: [at(presented, '/contacts'), { ...at(submitted, '/contacts'), whose: [] }],
  };
}
