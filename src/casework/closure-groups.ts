import type { Temporal } from 'temporal-polyfill';
import { type CountsAs, closureReasonsFor, isClosedAtOnce } from '../complaint/closing.ts';
import { type ClosureFacts, closureObstacle } from '../complaint/closure-obstacle.ts';
import type { ComplaintDocument } from '../complaint/document.ts';
import type { Move } from '../complaint/lifecycle.ts';
import type { FilingPolicy } from '../complaint/policy.ts';
import type { ReasonChoice, ReasonGroup } from '../complaint/presentation/move-fields.ts';
import { tooEarlyUntil } from '../complaint/presentation/outcome.ts';
import type { ClosureReason } from '../complaint/reference.queries.ts';
import type { Status } from '../complaint/status.ts';
import { formatDate, isAfter } from '../platform/dates.ts';

/** What the closing of a complaint is judged by. */
export interface Closing {
  readonly status: Status;
  /** The move that asks for a reason. */
  readonly move: Move;
  /** Null: it is no longer a question whether the complaint came too early. */
  readonly document: ComplaintDocument | null;
  readonly topic: { readonly disputedClaim: boolean } | null;
  readonly policy: FilingPolicy;
  /** A reason that they contradict is not offered. */
  readonly facts: ClosureFacts;
  readonly today: Temporal.PlainDate;
}

/** The closure reasons that a status allows, grouped by what they count as, each with what follows from it. */
export function closureGroups(reasons: readonly ClosureReason[], closing: Closing): ReasonGroup[] {
  const allowed = closureReasonsFor(reasons, closing.status, closing.move).filter(
    ({ code }) => closureObstacle(code, closing.facts) === null,
  );
  return COUNTED_AS.flatMap(({ countsAs, label }) => {
    const own = allowed.filter((reason) => reason.countsAs === countsAs);
    const isAtOnce = own.some((reason) => isClosedAtOnce(reason, closing.status));
    const choices = own.map((reason) => choiceOf(reason, reason === allowed[0], closing));
    if (choices.length === 0) return [];
    return [
      {
        label: isAtOnce ? `${label}: closed at once` : label,
        ...(isAtOnce ? { hint: AT_ONCE } : {}),
        choices,
      },
    ];
  });
}

const COUNTED_AS: readonly { countsAs: CountsAs; label: string }[] = [
  { countsAs: 'ineligible', label: 'Ineligible' },
  { countsAs: 'resolved', label: 'Resolved' },
  { countsAs: 'withdrawn', label: 'Withdrawn' },
];

const AT_ONCE =
  'The plan never sees the complaint, and it is counted as ineligible. The representative is told why in your words.';

const OUTCOMES: Readonly<Record<string, string>> = {
  in_favor: 'Counted as in the provider’s favor',
  partial: 'Counted as partly in the provider’s favor',
  not_in_favor: 'Counted as not in the provider’s favor',
  referred: 'Counted as referred',
};

function choiceOf(reason: ClosureReason, isFirst: boolean, closing: Closing): ReasonChoice {
  const hint = earlinessText(reason, closing) ?? OUTCOMES[reason.outcome ?? ''];
  return {
    id: isFirst ? 'closureReason' : `closureReason-${reason.code}`,
    value: reason.code,
    text: reason.label,
    ...(hint ? { hint } : {}),
  };
}

/** For the reason that it came too early: from which date it could have been filed, or can be. */
function earlinessText(reason: ClosureReason, { document, topic, policy, today }: Closing): string | null {
  const from = document && tooEarlyUntil(reason.code, today, { document, topic, policy });
  if (!from) return null;
  return isAfter(from, today)
    ? `It can be filed from ${formatDate(from)}; the representative is told so`
    : `Its window opened on ${formatDate(from)}`;
}
