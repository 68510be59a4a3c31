import type { HistoryLine } from '../complaint/complaints.queries.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { POSITION_WORDS } from '../complaint/position.ts';
import { dayText } from '../complaint/presentation/moments.ts';
import { chicagoDate, formatDate } from '../platform/dates.ts';

/** What the form of a draft begins with: in a review that had a draft before, that one. */
export function draftFields(
  inHand: InHand,
  history: readonly HistoryLine[],
): { words: string; closureReason: string } {
  const draft = draftBefore(history);
  return {
    words: draft?.writing.words ?? fromFacts(inHand, history),
    closureReason: draft?.facts.closureReason ?? '',
  };
}

function draftBefore(history: readonly HistoryLine[]): HistoryLine | undefined {
  const since = history.findLastIndex(({ move }) => move === 'request-review');
  return history.slice(since + 1).findLast(({ move }) => move === 'draft-decision');
}

/** The facts of the complaint with the rules behind its clocks, and places for what only a person can write. */
function fromFacts({ complaint, policy }: InHand, history: readonly HistoryLine[]): string {
  const { organization, mco, topic, submittedAt, presentedAt } = complaint;
  const plan = mco?.name ?? 'the plan';
  const { propose, decide } = policy.clocks;
  return [
    `${organization.name} filed this complaint against ${plan} on ${dayText(submittedAt)}. It is about: ${topic?.name}. The Department presented it to ${plan} on ${dayText(presentedAt)}.`,
    planText(plan, history),
    reviewText(history),
    `Rules. ${propose.source} requires the plan’s written proposal. ${decide.source} provides for this decision. [Name the rule that decides the matter.]`,
    'Findings. [What the Department finds from the information of both sides.]',
    'Decision. [What is decided, what the plan must do, and by when.]',
  ].join('\n\n');
}

function planText(plan: string, history: readonly HistoryLine[]): string {
  const proposal = history.findLast(({ move }) => move === 'propose');
  if (!proposal?.facts.position) return `${plan} did not answer with a written proposal in time.`;
  const on = formatDate(chicagoDate(proposal.at));
  return `${plan} answered on ${on}. Its finding: ${POSITION_WORDS[proposal.facts.position].label.toLowerCase()}.`;
}

function reviewText(history: readonly HistoryLine[]): string {
  const asked = history.findLast(({ move }) => move === 'request-review');
  return asked ? `The provider asked for this review on ${formatDate(chicagoDate(asked.at))}.` : '';
}
