import type { Persona } from '../cast.ts';
import type { ReviewSamples, SampleComplaints } from '../sample-complaints.ts';
import type { Samples } from './sample.ts';

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
    [`${base}/files/:file`]: [at(closed, `/files/${closed.file}`)],
    [`${base}/moves/:move`]: [
      ...['present', 'return', 'close', 'assign'].map((move) => at(submitted, `/moves/${move}`)),
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
      { address: '/mco' },
      { address: '/mco?tab=answered' },
      { address: '/mco?tab=closed' },
      { address: '/mco?tab=to-answer&urgent=yes' },
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
  };
}
