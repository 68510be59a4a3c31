import { Temporal } from 'temporal-polyfill';
import { formatInstant } from '../../platform/dates.ts';
import type { SharingEvent } from '../sharing.queries.ts';
import type { HistoryEntryShape } from './history-entries.ts';

/** A history with what became known to whom on the provider's side, newest first. For the provider and HFS alone. */
export function withSharing(
  entries: readonly HistoryEntryShape[],
  events: readonly SharingEvent[],
): HistoryEntryShape[] {
  const added = events.map(entryOf);
  return [...entries, ...added].toSorted((one, other) =>
    Temporal.Instant.compare(Temporal.Instant.from(other.datetime), Temporal.Instant.from(one.datetime)),
  );
}

function entryOf(event: SharingEvent): HistoryEntryShape {
  const at = Temporal.Instant.fromEpochMilliseconds(event.at.getTime());
  const text = event.kind === 'handed-over' ? [event.reason] : [];
  return { title: titleOf(event), when: formatInstant(at), datetime: at.toString(), text };
}

function titleOf(event: SharingEvent): string {
  switch (event.kind) {
    case 'shared':
      return `${event.by} shared the complaint with ${event.with}`;
    case 'ended':
      return `${event.by} ended what ${event.with} sees of the complaint`;
    case 'handed-over':
      return `${event.by} handed the complaint over from ${event.from} to ${event.to}`;
  }
}
