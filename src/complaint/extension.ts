import type { Temporal } from 'temporal-polyfill';
import { type ClockContext, clocksFromLog } from './clocks.ts';
import type { Standing } from './conditions.ts';
import { type ExtensionRequest, extensionRequestOf } from './extension-request.ts';
import type { LogEntry } from './log.ts';
import type { Status } from './status.ts';

/** Whether the plan's time to answer may still be extended, which it is once in all. */
export type Extension =
  | { readonly kind: 'to-be-had'; readonly until: Temporal.PlainDate }
  | ExtensionRequest
  | { readonly kind: 'over' };

/** Null: the complaint has not come to the plan, or the plan has answered without one. */
export function extensionOf(status: Status, { log, clocks }: Standing): Extension | null {
  const request = extensionRequestOf(log);
  if (request && request.kind !== 'lapsed') return request;
  if (status !== 'with_mco') return request;
  const propose = clocks.findLast(({ kind, endedOn }) => kind === 'propose' && endedOn === null);
  return propose?.state === 'running' ? { kind: 'to-be-had', until: propose.dueOn } : { kind: 'over' };
}

/** The last day to answer as it would be if an extension were granted on a day; null: nothing is owed. */
export function dueIfGranted(
  log: readonly LogEntry[],
  context: ClockContext,
): { readonly now: Temporal.PlainDate; readonly then: Temporal.PlainDate } | null {
  const dueIn = (entries: readonly LogEntry[]) =>
    clocksFromLog(entries, context).findLast(({ kind, endedOn }) => kind === 'propose' && endedOn === null)
      ?.dueOn;
  const now = dueIn(log);
  const then = dueIn([...log, { move: 'grant-extension', on: context.on }]);
  return now && then ? { now, then } : null;
}
