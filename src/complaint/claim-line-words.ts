import { formatDate } from '../platform/dates.ts';
import type { LineError, LineWarning } from './claim-line.ts';
import { planEndText } from './plan-words.ts';

/** What to say of a line to the person who fills it in. */
export function claimLineText(finding: LineError | LineWarning): string {
  switch (finding.kind) {
    case 'service-ends-before-it-starts':
      return 'The last date of service must be the first one, or a later one';
    case 'service-in-the-future':
      return 'The dates of service of a disputed claim must be in the past';
    case 'service-after-filing-with-the-plan':
      return `The dates of service must not be after ${formatDate(finding.filedOn)}, when you filed with the plan`;
    case 'plan-taken-over':
      return planEndText(finding.plan, finding.endedOn, finding.successor);
    case 'plan-ended':
      return planEndText(finding.plan, finding.endedOn, null);
    case 'plan-not-yet-active':
      return `${finding.plan.name} has worked since ${formatDate(finding.activeFrom)} only: check the date of service and the plan`;
    case 'service-planned':
      return 'This date of service is still to come';
    case 'outside-the-county':
      return `${finding.plan.name} works in ${finding.plan.region} County only: check that it is the member’s plan`;
    case 'paid-more-than-billed':
      return 'More was paid than was billed: check both amounts';
  }
}
