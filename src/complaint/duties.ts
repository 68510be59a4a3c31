import type { Temporal } from 'temporal-polyfill';
import type { Clock } from './clocks.ts';
import { type Standing, unmet } from './conditions.ts';
import { extensionRequestOf } from './extension-request.ts';
import { MOVES, type MoveRow } from './lifecycle.ts';
import type { ClockKind } from './policy.ts';
import type { Status } from './status.ts';

/** What somebody owes, or may do, beside what whoever holds the complaint does. */
export type Duty =
  | { readonly kind: 'answer-hfs'; readonly by: 'filer' | 'plan'; readonly until: Temporal.PlainDate }
  /** Otherwise the complaint ends with that day. */
  | { readonly kind: 'ask-for-review'; readonly by: 'filer'; readonly until: Temporal.PlainDate }
  | { readonly kind: 'acknowledge'; readonly by: 'plan'; readonly until: Temporal.PlainDate }
  | {
      readonly kind: 'answer-extension-request';
      readonly by: 'supervisor';
      readonly askedOn: Temporal.PlainDate;
    }
  | { readonly kind: 'issue-decision'; readonly by: 'supervisor' };

/** The duties of everybody, in the order in which they are read; of a closed complaint none. */
export function dutiesOf(status: Status, standing: Standing): Duty[] {
  const { clocks } = standing;
  return [
    ...until('provider_information', clocks, (day) => ({ kind: 'answer-hfs', by: 'filer', until: day })),
    ...until('plan_information', clocks, (day) => ({ kind: 'answer-hfs', by: 'plan', until: day })),
    ...until('acknowledge', clocks, (day) => ({ kind: 'acknowledge', by: 'plan', until: day })),
    ...(status === 'with_mco'
      ? until('request_review', clocks, (day) => ({ kind: 'ask-for-review', by: 'filer', until: day }))
      : []),
    ...forSupervisor(status, standing),
  ];
}

/** Whether a supervisor must answer a request for an extension, or read a draft of the decision. */
export function awaitsSupervisor(status: Status, standing: Standing): boolean {
  return forSupervisor(status, standing).length > 0;
}

function forSupervisor(status: Status, standing: Standing): Duty[] {
  const isOpen = ({ from, when }: MoveRow) =>
    from.includes(status) && (when === undefined || unmet(when, standing, 'hfs') === null);
  const request = isOpen(MOVES['grant-extension']) ? extensionRequestOf(standing.log) : null;
  return [
    ...(request
      ? [{ kind: 'answer-extension-request', by: 'supervisor', askedOn: request.on } as const]
      : []),
    ...(isOpen(MOVES['send-back']) ? [{ kind: 'issue-decision', by: 'supervisor' } as const] : []),
  ];
}

function until(kind: ClockKind, clocks: readonly Clock[], dutyOf: (day: Temporal.PlainDate) => Duty): Duty[] {
  const owed = clocks.findLast((clock) => clock.kind === kind && clock.endedOn === null);
  return owed ? [dutyOf(owed.dueOn)] : [];
}
