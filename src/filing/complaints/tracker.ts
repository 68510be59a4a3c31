import type { Clock } from '../../complaint/clocks.ts';
import type { Complaint, HistoryLine } from '../../complaint/complaints.queries.ts';
import type { ClockKind } from '../../complaint/policy.ts';
import { dayText } from '../../complaint/presentation/moments.ts';
import { chicagoDate, formatDate } from '../../platform/dates.ts';

/** The way of a complaint from filing to its end, as far as it is known. */
export interface Tracker {
  readonly stages: readonly Stage[];
}

export interface Stage {
  readonly title: string;
  readonly state: 'done' | 'current' | 'ahead';
  /** When it was reached, or until when it is due; empty: not known yet. */
  readonly when: string;
}

/** The stages in their order, each with its date. What an early end has skipped is left out. */
export function trackerOf(
  complaint: Complaint,
  history: readonly HistoryLine[],
  clocks: readonly Clock[],
): Tracker {
  const stages = [
    filed(complaint),
    ...information(complaint, clocks),
    checked(complaint, clocks),
    answered(complaint, history, clocks),
    ...yourAnswer(complaint, clocks),
    ...review(complaint, history, clocks),
    ended(complaint),
  ];
  return { stages: complaint.status === 'closed' ? stages.filter(({ state }) => state === 'done') : stages };
}

function filed({ submittedAt }: Complaint): Stage {
  return { title: 'Filed', state: 'done', when: dayText(submittedAt) ?? '' };
}

/** Only while HFS waits for it. */
function information({ status }: Complaint, clocks: readonly Clock[]): Stage[] {
  if (status !== 'returned') return [];
  return [{ title: 'You send what is missing', state: 'current', when: dueBy('resubmit', clocks) }];
}

function checked({ status, presentedAt, mco }: Complaint, clocks: readonly Clock[]): Stage {
  const plan = mco?.name ?? 'the plan';
  const title = `HFS checks it, and presents it to ${plan}`;
  // What a plan gave back was presented, and is checked once more.
  if (status === 'submitted') return { title, state: 'current', when: dueBy('present', clocks) };
  if (status === 'returned' || !presentedAt) return { title, state: 'ahead', when: '' };
  return { title: `Checked, and presented to ${plan}`, state: 'done', when: dayText(presentedAt) ?? '' };
}

function answered(
  { status, mco }: Complaint,
  history: readonly HistoryLine[],
  clocks: readonly Clock[],
): Stage {
  const plan = mco?.name ?? 'The plan';
  const answer = history.findLast(({ move }) => move === 'propose');
  if (answer && status !== 'with_mco')
    return { title: `${plan} answered`, state: 'done', when: formatDate(chicagoDate(answer.at)) };
  if (status === 'department_review')
    return { title: `${plan} did not answer in time`, state: 'done', when: '' };
  if (status !== 'with_mco') return { title: `${plan} answers`, state: 'ahead', when: '' };
  const missed = owed('request_review', clocks) && owed('propose', clocks);
  if (!missed) return { title: `${plan} answers`, state: 'current', when: dueBy('propose', clocks) };
  return {
    title: `${plan} did not answer by ${formatDate(missed.dueOn)}; you may ask for a Department review`,
    state: 'current',
    when: dueBy('request_review', clocks),
  };
}

/** Only while the plan's answer waits for it. */
function yourAnswer({ status }: Complaint, clocks: readonly Clock[]): Stage[] {
  if (status !== 'proposed') return [];
  const title = 'You accept the answer, or ask for a Department review';
  return [{ title, state: 'current', when: dueBy('request_review', clocks) }];
}

/** Only where one was asked for. */
function review(
  { status, mco }: Complaint,
  history: readonly HistoryLine[],
  clocks: readonly Clock[],
): Stage[] {
  const asked = history.findLast(({ move }) => move === 'request-review');
  if (!asked) return [];
  const stage = {
    title: 'You asked for a Department review',
    state: 'done',
    when: formatDate(chicagoDate(asked.at)),
  } as const;
  if (status !== 'department_review') return [stage];
  const informing = owed('review_information', clocks);
  return informing
    ? [stage, { title: informingTitle(informing, mco?.name), state: 'current', when: dueText(informing) }]
    : [stage, { title: 'The Department decides', state: 'current', when: dueBy('decide', clocks) }];
}

/** Who still sends information for the review. */
function informingTitle({ owner }: Clock, planName = 'The plan'): string {
  if (owner === 'plan') return `${planName} sends information; you have sent yours`;
  return owner === 'representative' ? 'You send information' : 'Both sides send information';
}

function ended({ status, closedAt }: Complaint): Stage {
  if (status === 'closed') return { title: 'Closed', state: 'done', when: dayText(closedAt) ?? '' };
  const title =
    status === 'department_review' ? 'You get the decision' : 'It is settled, and you learn the outcome';
  return { title, state: 'ahead', when: '' };
}

/** Until when something is owed; empty: it is not owed now. */
function dueBy(kind: ClockKind, clocks: readonly Clock[]): string {
  const clock = owed(kind, clocks);
  return clock ? dueText(clock) : '';
}

function dueText({ dueOn }: Clock): string {
  return `by ${formatDate(dueOn)}`;
}

function owed(kind: ClockKind, clocks: readonly Clock[]): Clock | undefined {
  return clocks.findLast((clock) => clock.kind === kind && clock.endedOn === null);
}
