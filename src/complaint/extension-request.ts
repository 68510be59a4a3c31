import type { Temporal } from 'temporal-polyfill';
import type { Move } from './lifecycle.ts';
import type { LogEntry, Maker } from './log.ts';

/** How the last request for an extension stands. */
export interface ExtensionRequest {
  /** lapsed: the complaint left the plan before HFS had answered, and the plan may ask again if it is presented anew. */
  readonly kind: 'asked' | 'granted' | 'refused' | 'lapsed';
  /** The day on which it was asked for; of one that HFS answered, the day of the answer. */
  readonly on: Temporal.PlainDate;
  readonly by: Maker;
  /** Of one that lapsed: the move with which it did. */
  readonly lapsedWith?: Move;
}

/** Null: nobody has asked for one. What HFS has granted or refused stays so, whatever comes later. */
export function extensionRequestOf(log: readonly LogEntry[]): ExtensionRequest | null {
  return log.reduce<ExtensionRequest | null>(afterEntry, null);
}

function afterEntry(before: ExtensionRequest | null, { move, on, by }: LogEntry): ExtensionRequest | null {
  const kind = STEPS[move];
  if (kind) return { kind, on, by: by ?? 'plan' };
  return before?.kind === 'asked' && LAPSES.has(move)
    ? { ...before, kind: 'lapsed', lapsedWith: move }
    : before;
}

const STEPS: Readonly<Partial<Record<Move, ExtensionRequest['kind']>>> = {
  'request-extension': 'asked',
  'grant-extension': 'granted',
  'refuse-extension': 'refused',
};

/** What takes a complaint from the plan: there is no time left that could be extended. */
const LAPSES: ReadonlySet<Move> = new Set<Move>([
  'propose',
  'not-ours',
  'recall',
  'request-review',
  'close',
  'withdraw',
  'lapse',
]);
