import { CLOCK_KINDS, type ClockLength, type Policy } from '../../complaint/policy.ts';
import { formatDays } from '../../platform/dates.ts';

/** A rule that is not the same in two versions, in the words of each. */
export interface PolicyDifference {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions of the policy. */
export function policyDifferences(before: Policy, after: Policy): PolicyDifference[] {
  const [was, is] = [policyRules(before), policyRules(after)];
  return is.flatMap(({ rule, text }, index) => {
    const old = was[index]?.text ?? '';
    return old === text ? [] : [{ rule, before: old, after: text }];
  });
}

export interface PolicyRule {
  readonly rule: string;
  readonly text: string;
}

/** Every rule of a version that may change, in words. */
export function policyRules({ filing, clocks }: Policy): PolicyRule[] {
  return [
    { rule: 'A dispute may be filed from', text: `day ${filing.opensAfter}` },
    { rule: 'A dispute may be filed until', text: `day ${filing.closesAfter}` },
    { rule: 'The plan’s answer is fresh for', text: formatDays(filing.answerIsFreshFor) },
    { rule: 'An early answer opens the window', text: filing.earlyAnswerOpens ? 'yes' : 'no' },
    ...CLOCK_KINDS.flatMap((kind) => {
      const { words, length, urgent } = clocks[kind];
      return [
        { rule: words, text: lengthText(length) },
        { rule: `${words}, urgent`, text: urgent ? lengthText(urgent) : 'no different' },
      ];
    }),
  ];
}

/** "30 calendar days", "1 business day" */
function lengthText({ days, unit }: ClockLength): string {
  return `${days} ${unit} ${days === 1 ? 'day' : 'days'}`;
}
