import { today } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';
import { isAfter } from '../platform/dates.ts';
import { Invalid } from '../platform/errors.ts';
import type { Actor } from './actor.ts';
import { closureReasonsFor, DUPLICATE_REASON, REFERRED_REASON } from './closing.ts';
import { closureObstacle, isJudgedByWindow, windowAtFiling } from './closure-obstacle.ts';
import { closureObstacleText } from './closure-obstacle-words.ts';
import { gapsIn } from './completeness.ts';
import { readStoredDocument } from './document.queries.ts';
import type { Check, MoveRow } from './lifecycle.ts';
import { duplicateProblem } from './links.ts';
import type { MoveDetails } from './move-details.ts';
import { standingText } from './organization-words.ts';
import { type ComplaintInHand, isAssignable, isLiaisonOf } from './perform.queries.ts';
import { policyInForce, policyOf } from './policy-versions.ts';
import type { Reference } from './reference.queries.ts';
import { standingOf } from './standing.ts';

interface Problem {
  readonly field: string;
  readonly text: string;
}
type Problems = readonly Problem[];

interface Circumstances {
  readonly tx: Transaction;
  readonly row: MoveRow;
  readonly complaint: ComplaintInHand;
  readonly details: MoveDetails;
  readonly reference: Reference;
  readonly actor: Actor;
}

/**
 * What must be true of the complaint, whatever the person gave.
 * @throws Invalid with every problem
 */
export async function checkMove(
  tx: Transaction,
  row: MoveRow,
  complaint: ComplaintInHand,
  details: MoveDetails,
  reference: Reference,
  actor: Actor,
): Promise<void> {
  const circumstances = { tx, row, complaint, details, reference, actor };
  const problems: Problem[] = [];
  for (const check of row.checks) problems.push(...(await CHECKS[check](circumstances)));
  if (problems.length > 0) throw new Invalid(problems);
}

const CHECKS: Readonly<Record<Check, (circumstances: Circumstances) => Promise<Problems> | Problems>> = {
  'confirmed-organization': standingProblems,
  'complete-document': draftGaps,
  'closure-reason-allowed': closureReasonProblems,
  'closure-reason-true': untrueReasonProblems,
  'duplicate-named': duplicateProblems,
  'referral-named': referralProblems,
  'assignee-is-staff': assigneeProblems,
  'liaison-of-the-plan': liaisonProblems,
  'payment-has-happened': paymentProblems,
  'another-than-the-drafter': drafterProblems,
  'nothing-left-open': openPlaceProblems,
};

/** Who they are is HFS's to confirm before they file; what they write meanwhile is kept. */
function standingProblems({ complaint: { organization, authorization } }: Circumstances): Problems {
  if (authorization === null && organization.isBillingAgent)
    return [{ field: 'organization', text: 'A billing agent files for a provider, and not for itself' }];
  return [organization, ...(authorization ? [authorization.agent] : [])].flatMap(({ name, standing }) =>
    standing === 'confirmed' ? [] : [{ field: 'organization', text: standingText(name, standing) }],
  );
}

async function draftGaps({ tx, complaint, reference }: Circumstances): Promise<Problems> {
  const document = await readStoredDocument(tx, complaint);
  const draft = {
    document,
    plan: reference.mcos.find((mco) => mco.code === complaint.mcoCode) ?? null,
    programCode: complaint.programCode,
    topic: complaint.topic,
    isUrgent: complaint.isUrgent,
  };
  const policy = policyInForce(reference, today()).policy.filing;
  return gapsIn(draft, {
    today: today(),
    policy,
    plans: reference.mcos,
    county: complaint.site.county,
    isSiteOpen: complaint.site.closedAt === null,
  });
}

function closureReasonProblems({ row, complaint, details, reference }: Circumstances): Problems {
  const code = 'closureReason' in details ? details.closureReason : null;
  const reason = reference.closureReasons.find((each) => each.code === code);
  if (!reason || !closureReasonsFor([reason], complaint.status, row.move).length) {
    return [{ field: 'closureReason', text: 'Choose a reason that fits where the complaint is' }];
  }
  return [];
}

/** A complaint that came in time was not too early; and nobody has failed to ask for a review that they may still ask for. */
async function untrueReasonProblems({ tx, complaint, details, reference }: Circumstances): Promise<Problems> {
  const code = 'closureReason' in details ? details.closureReason : '';
  const policy = policyOf(reference, complaint.policyVersion).filing;
  const window = isJudgedByWindow(code)
    ? windowAtFiling(complaint, (await readStoredDocument(tx, complaint)).priorReview, policy)
    : null;
  const obstacle = closureObstacle(code, { window, clocks: standingOf(complaint, reference).clocks });
  return obstacle ? [{ field: 'closureReason', text: closureObstacleText(obstacle) }] : [];
}

/** Asked only of what is closed for that reason: a reference that was typed before another was chosen does no harm. */
async function duplicateProblems({ tx, complaint, details }: Circumstances): Promise<Problems> {
  if (!('closureReason' in details) || details.closureReason !== DUPLICATE_REASON) return [];
  const typed = 'duplicateOf' in details ? details.duplicateOf : undefined;
  const text = await duplicateProblem(tx, complaint.id, typed);
  return text === null ? [] : [{ field: 'duplicateOf', text }];
}

function referralProblems({ details }: Circumstances): Problems {
  if (!('closureReason' in details) || details.closureReason !== REFERRED_REASON) return [];
  const isNamed = 'referredTo' in details && details.referredTo !== undefined;
  return isNamed ? [] : [{ field: 'referredTo', text: 'Enter the agency or office to which it is referred' }];
}

async function assigneeProblems({ tx, details }: Circumstances): Promise<Problems> {
  const isStaff = 'assignee' in details && (await isAssignable(tx, details.assignee));
  return isStaff ? [] : [{ field: 'assignee', text: 'Choose someone who works at HFS' }];
}

async function liaisonProblems({ tx, complaint, details }: Circumstances): Promise<Problems> {
  const isTheirs = 'liaison' in details && (await isLiaisonOf(tx, details.liaison, complaint.mcoCode));
  return isTheirs ? [] : [{ field: 'liaison', text: 'Choose somebody of your plan' }];
}

function paymentProblems({ details }: Circumstances): Problems {
  const isLater = 'paidOn' in details && isAfter(details.paidOn, today());
  return isLater ? [{ field: 'paidOn', text: 'A payment that is confirmed was made today or before' }] : [];
}

/** A template leaves places in brackets for what only a person can write. */
function openPlaceProblems({ details }: Circumstances): Problems {
  const places = 'words' in details ? [...new Set(details.words.match(/\[[^\]]+\]/g))] : [];
  if (places.length === 0) return [];
  return [{ field: 'words', text: `Write what stands in brackets yourself: ${places.join(' ')}` }];
}

/** Two people stand behind a decision. */
function drafterProblems({ complaint, actor }: Circumstances): Problems {
  const draft = complaint.history.findLast(({ move }) => move === 'draft-decision');
  const isOwn = draft !== undefined && draft.actorId === actor.accountId;
  return isOwn
    ? [{ field: 'version', text: 'You drafted this decision: another supervisor has to issue it' }]
    : [];
}
