import type { Actor } from '../../../src/complaint/actor.ts';
import type { StepGiven } from '../../../src/complaint/issues/action-plan.ts';
import { findIssue, type Issue } from '../../../src/complaint/issues/issue.queries.ts';
import { linkComplaints } from '../../../src/complaint/issues/links.ts';
import { askPlan, openIssue } from '../../../src/complaint/issues/manage.ts';
import type { OneAnswer } from '../../../src/complaint/issues/one-answer.ts';
import type { Performed } from '../../../src/complaint/perform.ts';
import { today } from '../../../src/platform/clock.ts';
import { newId } from '../../../src/platform/identifier.ts';

/** An issue of Meridian, with complaints linked to it. */
export async function anIssue(
  staff: Actor,
  complaints: readonly Performed[] = [],
  { mcoCode = 'MERIDIAN', title = 'Modifier 25 is ignored' } = {},
): Promise<Issue> {
  const cause = 'An edit of the claims system bundles the visit into the procedure since August.';
  const reference = await openIssue(staff, { id: newId(), mcoCode, title, cause });
  if (complaints.length > 0)
    await linkComplaints(staff, reference, {
      ids: complaints.map(({ complaintId }) => complaintId),
      references: [],
    });
  return issueNow(reference);
}

/** The same, of which the plan was asked. */
export async function anAskedIssue(staff: Actor, complaints: readonly Performed[] = []): Promise<Issue> {
  const { reference, version } = await anIssue(staff, complaints);
  await askPlan(staff, reference, { version, dueOn: today().add({ days: 14 }) });
  return issueNow(reference);
}

export async function issueNow(reference: string): Promise<Issue> {
  const issue = await findIssue(reference);
  if (!issue) throw new Error(`There is no issue ${reference}`);
  return issue;
}

export function aStep(overrides: Partial<StepGiven> = {}): StepGiven {
  return {
    text: 'Take the edit out of the claims system.',
    owner: 'Claims operations',
    dueOn: today().add({ days: 20 }),
    doneOn: undefined,
    ...overrides,
  };
}

export function anAnswer(overrides: Partial<OneAnswer> = {}): OneAnswer {
  return {
    position: 'overturned',
    words: 'The edit was wrong, and is gone.',
    citation: 'Provider agreement, section 4.2',
    action: 'We reprocess the claims.',
    payOn: today().add({ days: 10 }),
    ...overrides,
  };
}
