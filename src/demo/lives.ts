import type { MissingKind } from '../complaint/missing-information.ts';
import type { Position } from '../complaint/position.ts';
import type { ScenarioName } from './scenarios.ts';

/** What happens to a demonstration complaint after it was filed, `day` calendar days later. */
export type Event =
  | {
      readonly day: number;
      readonly move: 'assign' | 'present' | 'withdraw' | 'accept' | 'acknowledge' | 'decide';
    }
  | { readonly day: number; readonly move: 'confirm-payment' }
  | {
      readonly day: number;
      readonly move: 'request-extension' | 'request-review' | 'ask-plan';
      readonly words: string;
    }
  | { readonly day: number; readonly move: 'inform'; readonly by: 'filer' | 'plan'; readonly words: string }
  | { readonly day: number; readonly move: 'draft-decision'; readonly reason: string; readonly words: string }
  | { readonly day: number; readonly move: 'return'; readonly missing: MissingKind[]; readonly words: string }
  | { readonly day: number; readonly move: 'resubmit' | 'reopen'; readonly words: string }
  | { readonly day: number; readonly move: 'propose'; readonly position: Position; readonly words: string }
  | { readonly day: number; readonly move: 'close'; readonly reason: string; readonly words: string };

const assigned: Event = { day: 1, move: 'assign' };
const presented: Event = { day: 5, move: 'present' };
const returned: Event = {
  day: 3,
  move: 'return',
  missing: ['prior_review', 'document'],
  words: 'Please add the plan’s letter on your dispute. It shows on which day the plan answered.',
};
const resubmitted: Event = {
  day: 8,
  move: 'resubmit',
  words: 'The letter is attached; it came on the day we named.',
};
const upheld: Event = {
  day: 20,
  move: 'propose',
  position: 'upheld',
  words:
    'We reviewed the claims again. The notice of our policy change was sent 60 days before these dates of service.',
};
const overturned: Event = {
  day: 18,
  move: 'propose',
  position: 'overturned',
  words:
    'We agree. The claims are being reprocessed and will be paid with the next run, within ten business days.',
};
const partly: Event = {
  day: 22,
  move: 'propose',
  position: 'partly_overturned',
  words: 'Two of the lines will be paid. For the others the records do not support the service billed.',
};

const acknowledged: Event = { day: 6, move: 'acknowledge' };
const accepted: Event = { day: 26, move: 'accept' };
const paid: Event = { day: 31, move: 'confirm-payment' };
const moreTime: Event = {
  day: 20,
  move: 'request-extension',
  words: 'The records come from a vendor that needs two more weeks to send them.',
};
const asked: Event = {
  day: 9,
  move: 'ask-plan',
  words: 'Which of your policies names the document that you say is missing? Please cite the section.',
};
const reviewAsked: Event = {
  day: 28,
  move: 'request-review',
  words: 'The notice that the plan cites was sent to an address that we left two years ago, as it knew.',
};
const filerInformed: Event = {
  day: 34,
  move: 'inform',
  by: 'filer',
  words: 'We sent the change of address with the plan’s confirmation. We have nothing to add.',
};
const planInformed: Event = {
  day: 38,
  move: 'inform',
  by: 'plan',
  words: 'Our records show the notice as sent. We have nothing to add.',
};
const drafted: Event = {
  day: 44,
  move: 'draft-decision',
  reason: 'DECIDED_FOR_PROVIDER',
  words:
    'The plan knew the provider’s new address and sent the notice to the old one. A policy change of which a provider was not told does not bind it. The plan pays the claims in dispute.',
};
const decided: Event = { day: 48, move: 'decide' };

function closed(day: number, reason: string, words: string): Event {
  return { day, move: 'close', reason, words };
}

/** The courses that complaints take. */
const COURSES = {
  draft: [],
  new: [],
  assigned: [assigned],
  returned: [assigned, returned],
  'sent again': [assigned, returned, resubmitted],
  'with the plan': [assigned, presented],
  answered: [assigned, presented, upheld],
  overturned: [assigned, presented, overturned],
  acknowledged: [assigned, presented, acknowledged],
  'asks for time': [assigned, presented, acknowledged, moreTime],
  'asked by HFS': [assigned, presented, acknowledged, asked],
  accepted: [assigned, presented, acknowledged, overturned, accepted, paid],
  'in review': [assigned, presented, acknowledged, upheld, reviewAsked, filerInformed],
  'to be decided': [
    assigned,
    presented,
    acknowledged,
    upheld,
    reviewAsked,
    filerInformed,
    planInformed,
    drafted,
  ],
  decided: [
    assigned,
    presented,
    acknowledged,
    upheld,
    reviewAsked,
    filerInformed,
    planInformed,
    drafted,
    decided,
    { day: 60, move: 'confirm-payment' },
  ],
  resolved: [
    assigned,
    presented,
    overturned,
    closed(26, 'RESOLVED_BY_MCO', 'The plan has agreed to pay, and has told us the date of the payment.'),
  ],
  'partly resolved': [
    assigned,
    presented,
    partly,
    closed(
      30,
      'PARTLY_RESOLVED_BY_MCO',
      'The plan pays the lines that the records support. The others stay denied.',
    ),
  ],
  explained: [
    assigned,
    presented,
    upheld,
    closed(
      29,
      'MCO_POSITION_ACCEPTED',
      'You told us that you accept the plan’s explanation. No more is to be done.',
    ),
  ],
  'not reviewed': [
    assigned,
    closed(
      2,
      'NOT_REVIEWED_BY_MCO',
      'The plan has not had the chance to review this. File a dispute with it first, and come back 30 days after.',
    ),
  ],
  duplicate: [assigned, closed(4, 'DUPLICATE', 'This repeats an earlier complaint of yours, which goes on.')],
  referred: [
    assigned,
    closed(6, 'REFERRED', 'The Department of Insurance decides on this. We have passed it on.'),
  ],
  withdrawn: [assigned, presented, { day: 12, move: 'withdraw' }],
} as const satisfies Record<string, readonly Event[]>;

type Course = keyof typeof COURSES;

/** One demonstration complaint: who files it (index of the representative), what, against whom, when, and what follows. */
export interface Life {
  readonly representative: number;
  readonly scenario: ScenarioName;
  readonly mcoCode: string;
  readonly filedDaysAgo: number;
  readonly claims: number;
  /** It is still being written. */
  readonly isDraft: boolean;
  readonly events: readonly Event[];
}

type Row = readonly [number, ScenarioName, string, number, number, Course];

const ROWS: readonly Row[] = [
  [0, 'authorization', 'MERIDIAN', 212, 3, 'accepted'],
  [1, 'timely', 'MERIDIAN', 205, 6, 'decided'],
  [1, 'underpaid', 'BCCHP', 198, 12, 'partly resolved'],
  [2, 'prescription', 'MERIDIAN', 190, 1, 'resolved'],
  [0, 'roster', 'BCCHP', 176, 0, 'resolved'],
  [1, 'coding', 'MERIDIAN', 168, 4, 'explained'],
  [0, 'eligibility', 'BCCHP', 161, 2, 'accepted'],
  [2, 'equipment', 'AETNA', 150, 1, 'withdrawn'],
  [1, 'information', 'MERIDIAN', 139, 5, 'resolved'],
  [0, 'timely', 'MERIDIAN', 131, 2, 'not reviewed'],
  [1, 'authorization', 'BCCHP', 124, 8, 'resolved'],
  [2, 'prescription', 'BCCHP', 117, 1, 'resolved'],
  [0, 'underpaid', 'MERIDIAN', 110, 7, 'partly resolved'],
  [1, 'credentialing', 'MOLINA', 103, 0, 'referred'],
  [0, 'coding', 'MERIDIAN', 96, 3, 'resolved'],
  [1, 'timely', 'AETNA', 90, 2, 'duplicate'],
  [0, 'portal', 'MERIDIAN', 84, 0, 'resolved'],
  [1, 'eligibility', 'BCCHP', 78, 3, 'resolved'],
  [2, 'authorization', 'MERIDIAN', 71, 1, 'withdrawn'],
  [0, 'information', 'BCCHP', 63, 4, 'explained'],
  [1, 'authorization', 'MERIDIAN', 46, 9, 'to be decided'],
  [0, 'coding', 'MERIDIAN', 44, 3, 'in review'],
  [1, 'underpaid', 'BCCHP', 41, 14, 'overturned'],
  [0, 'timely', 'COUNTYCARE', 38, 2, 'with the plan'],
  [2, 'equipment', 'MERIDIAN', 35, 1, 'answered'],
  [1, 'information', 'BCCHP', 31, 3, 'asks for time'],
  [0, 'authorization', 'AETNA', 28, 2, 'with the plan'],
  [0, 'roster', 'MERIDIAN', 24, 0, 'overturned'],
  [1, 'coding', 'MERIDIAN', 21, 5, 'with the plan'],
  [4, 'coding', 'MERIDIAN', 17, 2, 'acknowledged'],
  [0, 'underpaid', 'BCCHP', 14, 5, 'asked by HFS'],
  [1, 'credentialing', 'MERIDIAN', 12, 0, 'sent again'],
  [0, 'information', 'COUNTYCARE', 10, 1, 'returned'],
  [4, 'timely', 'BCCHP', 8, 3, 'returned'],
  [1, 'portal', 'AETNA', 6, 0, 'new'],
  [0, 'coding', 'MERIDIAN', 5, 2, 'assigned'],
  [1, 'delayed', 'BCCHP', 4, 1, 'assigned'],
  [0, 'authorization', 'MERIDIAN', 3, 4, 'draft'],
  [2, 'prescription', 'MERIDIAN', 1, 1, 'new'],
  [1, 'timely', 'MOLINA', 1, 2, 'new'],
];

/** Forty lives in the order in which the complaints are filed. */
export const LIVES: readonly Life[] = ROWS.map(
  ([representative, scenario, mcoCode, filedDaysAgo, claims, course]) => ({
    representative,
    scenario,
    mcoCode,
    filedDaysAgo,
    claims,
    isDraft: course === 'draft',
    events: COURSES[course],
  }),
);
