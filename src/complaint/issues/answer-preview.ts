import { today } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Actor } from '../actor.ts';
import { disputedCents } from '../claim-totals.ts';
import { type Complaint, type ComplaintSeen, getComplaintById } from '../complaints.queries.ts';
import { readFiled } from '../filed.queries.ts';
import { recordOpenedByPlan } from '../opened.queries.ts';
import { proposedTotal, readProposal } from '../proposal.ts';
import { getReference, type Reference } from '../reference.queries.ts';
import { movesOpen } from '../standing.ts';
import { type Status, statusLabel } from '../status.ts';
import { auditViews } from '../view-audit.queries.ts';
import { type LinkedComplaint, listLinked } from './links.queries.ts';
import type { OneAnswer } from './one-answer.ts';

/** So many are answered at once: as many as one looks through, and as a request has time for. */
export const ANSWER_LIMIT = 100;

/** A complaint with what it would be answered. */
export interface PreviewedAnswer {
  readonly complaintId: string;
  readonly reference: string;
  readonly version: number;
  readonly organization: string;
  /** Claims with an amount: each is answered as the finding says. */
  readonly claims: number;
  readonly disputedCents: number;
  readonly proposedCents: number;
}

/** One that is not answered, and why. */
export interface NotAnswered {
  readonly reference: string;
  readonly organization: string;
  readonly reason: string;
}

export interface AnswerPreview {
  readonly answers: readonly PreviewedAnswer[];
  readonly left: readonly NotAnswered[];
  /** What is wrong with the answer itself, by the fields of its form. */
  readonly problems: readonly { readonly field: string; readonly text: string }[];
}

/** How many complaints of an issue a plan could answer now. */
export function countAnswerable(linked: readonly LinkedComplaint[]): number {
  return linked.filter(({ status }) => status === 'with_mco').length;
}

/**
 * What each complaint of an issue that was presented to the plan would be answered. It shows what is in dispute, so it is
 * a view of each that would be answered, and with it the plan has opened it.
 */
export async function previewAnswer(
  actor: Actor,
  issueId: string,
  answer: OneAnswer,
): Promise<AnswerPreview> {
  const reference = await getReference();
  const linked = await listLinked(issueId, 'presented');
  const judged: Judged[] = [];
  for (const each of linked) judged.push(await judge(actor, each, answer, { reference, judged }));
  const answers = judged.flatMap((each) => (each.kind === 'answer' ? [each.answer] : []));
  await auditViews(
    actor,
    answers.map(({ complaintId }) => complaintId),
  );
  return {
    answers,
    left: judged.flatMap((each) => (each.kind === 'left' ? [each.left] : [])),
    problems: problemsOf(judged),
  };
}

type Judged =
  | { readonly kind: 'answer'; readonly answer: PreviewedAnswer }
  | { readonly kind: 'left'; readonly left: NotAnswered }
  | { readonly kind: 'mend'; readonly problem: { readonly field: string; readonly text: string } };

interface Circumstances {
  readonly reference: Reference;
  readonly judged: readonly Judged[];
}

async function judge(
  actor: Actor,
  { id, reference: number, organization }: LinkedComplaint,
  answer: OneAnswer,
  { reference, judged }: Circumstances,
): Promise<Judged> {
  const left = (reason: string) =>
    ({ kind: 'left', left: { reference: number, organization, reason } }) as const;
  const seen = await findSeen(actor, id);
  if (!seen) return left('HFS took it back.');
  const { complaint, party } = seen;
  const isOpen = movesOpen(complaint, reference, party, actor.role).some(({ move }) => move === 'propose');
  if (!isOpen) return left(notOpenText(complaint.status));
  if (judged.filter(({ kind }) => kind === 'answer').length >= ANSWER_LIMIT)
    return left(`At most ${ANSWER_LIMIT} are answered at once: answer it with the next ones.`);
  await recordOpenedByPlan(complaint);
  return answerTo(complaint, answer, left);
}

async function answerTo(
  complaint: Complaint,
  { position, payOn }: OneAnswer,
  left: (reason: string) => Judged,
): Promise<Judged> {
  const { claimLines } = await readFiled(complaint);
  const { rows, problems } = readProposal({ position, rows: {}, payOn }, claimLines, today());
  const mend = problems.find(({ field }) => field === 'payOn');
  if (mend) return { kind: 'mend', problem: mend };
  if (problems.length > 0) return left(`${problems.map(({ text }) => text).join('. ')}.`);
  const amounts = claimLines.flatMap(({ billedCents, paidCents = 0 }) =>
    billedCents === undefined ? [] : [disputedCents({ billedCents, paidCents })],
  );
  const answer = {
    complaintId: complaint.id,
    reference: complaint.reference ?? '',
    version: complaint.version,
    organization: complaint.organization.name,
    claims: rows.length,
    disputedCents: amounts.reduce((sum, cents) => sum + cents, 0),
    proposedCents: proposedTotal(rows),
  };
  return { kind: 'answer', answer };
}

/** Null: it was taken back a moment ago. */
function findSeen(actor: Actor, id: string): Promise<ComplaintSeen | null> {
  return getComplaintById(actor, id).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
}

function notOpenText(status: Status): string {
  return NOT_OPEN_WORDS[status] ?? `It is not with you: ${statusLabel(status, 'plan')}.`;
}

const NOT_OPEN_WORDS: Partial<Record<Status, string>> = {
  proposed: 'It has been answered.',
  department_review: 'The Department reviews it.',
  closed: 'It is closed.',
  submitted: 'It is with HFS again.',
  returned: 'It is with HFS again.',
};

function problemsOf(judged: readonly Judged[]): { field: string; text: string }[] {
  const problems = judged.flatMap((each) => (each.kind === 'mend' ? [each.problem] : []));
  return [...new Map(problems.map((problem) => [problem.field, problem])).values()];
}
