import { endOf, successorOf } from '../complaint/plan.ts';
import { disputeHints } from '../complaint/plan-words.ts';
import type { Mco } from '../complaint/reference.queries.ts';
import { today } from '../platform/clock.ts';
import { formatDate } from '../platform/dates.ts';
import type { ChoiceGroup } from '../web/fields.ts';

/** The plans that can be asked about: those that work, and those that ended with one that took over. */
export function planGroups(plans: readonly Mco[]): ChoiceGroup[] {
  const choice = ({ code, name }: Mco) => ({ value: code, text: name });
  const working = plans.filter((plan) => endOf(plan, today()) === null);
  const ended = plans.filter((plan) => !working.includes(plan) && answeringPlan(plan, plans) !== plan);
  return [
    { label: 'Plans', choices: working.map(choice) },
    { label: 'Plans that have ended', choices: ended.map(choice) },
  ].filter(({ choices }) => choices.length > 0);
}

/** The plan that a complaint would be about: the one that took over, where one did. */
export function answeringPlan(plan: Mco, plans: readonly Mco[]): Mco {
  if (endOf(plan, today()) === null) return plan;
  const successor = successorOf(plan, today(), plans);
  return plans.find(({ code }) => code === successor?.code) ?? plan;
}

/** What there is to know of the plan before one files: who took over, where it works, and its tracking numbers. */
export function planNotes(plan: Mco, plans: readonly Mco[], isClaim: boolean): string[] {
  const answering = answeringPlan(plan, plans);
  const endedOn = endOf(plan, today());
  const { name, region, trackingNumberHint } = answering;
  return [
    ...(endedOn && answering !== plan
      ? [
          `${plan.name} ended on ${formatDate(endedOn)}. ${name} took over its claims and answers for it: your complaint will be about ${name}.`,
        ]
      : []),
    ...(region.toLowerCase() === 'statewide' ? [] : [`${name} works in ${region} County only.`]),
    ...(isClaim && trackingNumberHint
      ? [`Have the plan’s tracking number for the dispute at hand. ${trackingNumberHint}`]
      : []),
    ...(isClaim ? disputeHints(answering) : []),
  ];
}
