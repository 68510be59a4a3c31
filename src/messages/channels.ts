import type { Party } from '../complaint/actor.ts';
import { canSee, type Progress } from '../complaint/visibility.ts';

export const CHANNELS = ['provider', 'plan'] as const;
/** `provider`: between the representative and HFS; `plan`: between the plan and HFS. */
export type Channel = (typeof CHANNELS)[number];

export function isChannel(text: string): text is Channel {
  return CHANNELS.some((channel) => channel === text);
}

/** Whether a party reads and writes in a channel of a complaint. */
export function mayUse(channel: Channel, party: Party, progress: Progress): boolean {
  if (channel === 'plan' && !progress.isPresented) return false;
  return canSee(channel === 'provider' ? 'provider-messages' : 'plan-messages', party, progress);
}

/** The name of the other side, as whoever writes to it calls it. */
export function otherSide(channel: Channel, party: Party, planName: string): string {
  if (party !== 'staff') return 'HFS';
  return channel === 'provider' ? 'the representative' : planName;
}
