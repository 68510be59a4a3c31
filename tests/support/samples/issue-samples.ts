import { addStep } from '../../../src/complaint/issues/action-plan.ts';
import { answerAll } from '../../../src/complaint/issues/answer-all.ts';
import { linkComplaints } from '../../../src/complaint/issues/links.ts';
import { askPlan, closeIssue, openIssue } from '../../../src/complaint/issues/manage.ts';
import { today } from '../../../src/platform/clock.ts';
import { newId } from '../../../src/platform/identifier.ts';
import type { Cast, Persona } from '../cast.ts';
import { actor } from '../complaints.ts';
import type { SampleComplaints } from '../sample-complaints.ts';
import { formOnly, type Samples } from './sample.ts';

const PLAN: readonly Persona[] = ['liaison'];

/** Issues of Meridian: one of which the plan was asked, one of which it was not, and one that is closed. */
export async function issueSamples(cast: Cast, { filed }: SampleComplaints): Promise<Samples> {
  const staff = actor(cast.analyst);
  const plan = actor(cast.liaison);
  const open = (title: string) =>
    openIssue(staff, { id: newId(), mcoCode: 'MERIDIAN', title, cause: 'An edit of the claims system.' });
  const [asked, unasked, closed] = [await open('Asked'), await open('Not asked'), await open('Closed')];
  const linked = [filed.presented, filed.answered].map(({ id }) => id);
  await linkComplaints(staff, asked, { ids: linked, references: [] });
  await linkComplaints(staff, closed, { ids: [filed.closed.id], references: [] });
  for (const reference of [asked, closed])
    await askPlan(staff, reference, { version: 1, dueOn: today().add({ days: 14 }) });
  await closeIssue(staff, closed, { version: 2, words: 'The edit is gone.' });
  const step = newId();
  const given = { text: 'Take it out.', owner: 'Claims', dueOn: today().add({ days: 9 }), doneOn: undefined };
  await addStep(plan, asked, step, given);
  const answer = newId();
  const words = {
    position: 'upheld',
    words: 'No.',
    citation: '4.2',
    action: 'Nothing.',
    payOn: undefined,
  } as const;
  // It was answered before, so it is left.
  await answerAll(plan, asked, {
    id: answer,
    answer: words,
    chosen: [{ complaintId: filed.answered.id, version: 1 }],
  });
  return {
    ...staffSamples({ asked, unasked, closed }, filed),
    ...planSamples({ asked, unasked, closed, step, answer }),
  };
}

type Numbers = Readonly<Record<'asked' | 'unasked' | 'closed', string>>;

function staffSamples({ asked, unasked, closed }: Numbers, filed: SampleComplaints['filed']): Samples {
  const base = '/casework/issues/:number';
  const at = (number: string, page = '') => ({ address: `/casework/issues/${number}${page}` });
  return {
    '/casework/issues': [
      { address: '/casework/issues' },
      { address: '/casework/issues?state=closed' },
      { address: '/casework/issues?plan=AETNA' },
    ],
    '/casework/issues/new': [
      { address: '/casework/issues/new' },
      { address: `/casework/issues/new?complaint=${filed.submitted.reference}` },
    ],
    [base]: [at(asked), at(unasked), at(closed), { ...at('SI-2020-9999'), whose: [] }],
    [`${base}/edit`]: [at(asked, '/edit')],
    [`${base}/ask`]: [at(unasked, '/ask'), at(asked, '/ask')],
    [`${base}/close`]: [at(asked, '/close')],
    ...Object.fromEntries(
      ['links', 'unlink', 'comments', 'accept'].map((page) => [
        `${base}/${page}`,
        formOnly(at(asked, `/${page}`).address),
      ]),
    ),
    '/casework/complaints/:reference/issue': [
      { address: `/casework/complaints/${filed.submitted.reference}/issue` },
      { address: `/casework/complaints/${filed.presented.reference}/issue` },
    ],
  };
}

function planSamples(made: Numbers & { readonly step: string; readonly answer: string }): Samples {
  const { asked, unasked, closed, step, answer } = made;
  const base = '/mco/issues/:number';
  const at = (number: string, page = '') => ({ address: `/mco/issues/${number}${page}`, whose: PLAN });
  return {
    '/mco/issues': [{ address: '/mco/issues' }, { address: '/mco/issues?state=closed' }],
    [base]: [at(asked), at(closed), { ...at(unasked), whose: [] }],
    [`${base}/comments`]: formOnly(at(asked, '/comments').address),
    [`${base}/steps/new`]: [at(asked, '/steps/new')],
    [`${base}/steps/:step`]: [at(asked, `/steps/${step}`)],
    [`${base}/steps/:step/remove`]: formOnly(at(asked, `/steps/${step}/remove`).address),
    [`${base}/answer`]: [at(asked, '/answer')],
    [`${base}/answer/preview`]: formOnly(at(asked, '/answer/preview').address),
    [`${base}/answers/:answer`]: [at(asked, `/answers/${answer}`)],
  };
}
