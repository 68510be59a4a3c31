import type { Fields, Page, Visitor } from '../support/visitor.ts';

/** The three inputs of a date, from YYYY-MM-DD. */
export function dateFields(name: string, date: string): Fields {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-month`]: month, [`${name}-day`]: day, [`${name}-year`]: year };
}

/** The inputs of one claim's row. */
export function claimFields(row: number, fields: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      /^\d{4}-\d{2}-\d{2}$/.test(text)
        ? Object.entries(dateFields(`claimLines.${row}.${name}`, text))
        : [[`claimLines.${row}.${name}`, text]],
    ),
  );
}

/** A claim as it is typed. */
export const A_CLAIM = {
  memberLastName: 'Okafor',
  memberFirstName: 'Wren',
  rin: '046 615 719',
  serviceFrom: '2026-08-05',
  claimNumber: 'CL260000037',
  billedCents: '$4,905.63',
} as const;

/** What each step is answered with for a disputed claim that is filed on October 5, 2026. */
export const A_DISPUTE = {
  screening: { program: 'managed-care' },
  plan: { mcoCode: 'MERIDIAN', 'programCode.MERIDIAN': 'HealthChoice' },
  topic: { topicCode: 'DENIAL_TIMELY_FILING' },
  'prior-review': {
    ...dateFields('filedOn', '2026-09-01'),
    hasTrackingNumber: 'yes',
    trackingNumber: 'M-TRACK-77',
    isAnswered: 'no',
  },
  claims: claimFields(0, A_CLAIM),
  story: { whatHappened: 'Denied as filed late.', resolutionSought: 'Pay the claim.' },
} as const satisfies Readonly<Record<string, Fields>>;

/** The same for an urgent issue of access to care. */
export const AN_URGENT_ISSUE = {
  screening: A_DISPUTE.screening,
  plan: A_DISPUTE.plan,
  topic: { topicCode: 'ACCESS_PRESCRIPTION' },
  'prior-review': {
    ...dateFields('filedOn', '2026-10-02'),
    contact: 'Provider line, Ms. Lee',
    isAnswered: 'no',
  },
  claims: claimFields(0, {
    memberLastName: 'Haddad',
    memberFirstName: 'Sana',
    rin: '205755710',
    serviceFrom: '2026-10-06',
  }),
  story: {
    isUrgent: 'yes',
    urgentReason: 'No insulin left after tomorrow.',
    whatHappened: 'The pharmacy claim is refused.',
    resolutionSought: 'Approve it today.',
  },
} as const satisfies Readonly<Record<string, Fields>>;

export const CERTIFICATION = { certification: ['hipaa', 'name_shared', 'one_topic_one_plan'] };

/** A draft that somebody writes in a browser, step by step. */
export interface DraftWalk {
  readonly id: string;
  href(step: string): string;
  get(step: string): Promise<Page>;
  answer(step: string, fields: Fields): Promise<Page>;
}

/** Begins a draft with the button of its page. */
export async function beginDraft(visitor: Visitor): Promise<DraftWalk> {
  const begun = await visitor.submit('/complaints/new', {});
  const id = /drafts\/([^/]+)\/screening$/.exec(begun.location)?.[1];
  if (!id) throw new Error(`No draft was begun: ${begun.status} ${begun.location}`);
  return walkOf(visitor, id);
}

export function walkOf(visitor: Visitor, id: string): DraftWalk {
  const href = (step: string) => `/complaints/drafts/${id}/${step}`;
  return {
    id,
    href,
    get: (step) => visitor.get(href(step)),
    answer: (step, fields) =>
      visitor.submit(href(step), fields, `main form[action="${href(step.split('?')[0] ?? '')}"]`),
  };
}

/** Begins a draft and answers steps in their order; each has to lead on. */
export async function walkThrough(
  visitor: Visitor,
  answers: Readonly<Record<string, Fields>>,
): Promise<DraftWalk> {
  const walk = await beginDraft(visitor);
  for (const [step, fields] of Object.entries(answers)) {
    const answer = await walk.answer(step, fields);
    if (answer.status !== 303) throw new Error(`${step} (${answer.status}): ${answer.errors.join('; ')}`);
  }
  return walk;
}

/** Files a complaint page by page. Returns its reference number. */
export async function fileComplaint(
  visitor: Visitor,
  answers: Readonly<Record<string, Fields>> = A_DISPUTE,
): Promise<string> {
  const walk = await walkThrough(visitor, answers);
  const filed = await walk.answer('certify', CERTIFICATION);
  const reference = /^\/complaints\/(PC-[^/]+)\/filed$/.exec(filed.location)?.[1];
  if (!reference) throw new Error(`It was not filed (${filed.status}): ${filed.errors.join('; ')}`);
  return reference;
}
