import { randomBytes } from 'node:crypto';
import { now } from './clock.ts';

/** The milliseconds and the random bits of the last key. */
let last = { milliseconds: -1, random: 0n };

/**
 * A new UUIDv7: 48 bits of milliseconds, then random bits. Keys sort by the time they were made; those that this process
 * makes within one millisecond, by their order, for their random bits grow by a random step.
 * @see RFC 9562, sections 5.7 and 6.2 (method 2)
 */
export function newId(): string {
  const milliseconds = now().epochMilliseconds;
  // 73 of the 74 bits at first, so that there is room to grow.
  const fresh = BigInt(`0x${randomBytes(10).toString('hex')}`) >> 7n;
  const isSame = milliseconds === last.milliseconds;
  const random = isSame ? last.random + 1n + (fresh & 0xffff_ffffn) : fresh;
  last = { milliseconds, random };
  const time = milliseconds.toString(16).padStart(12, '0');
  const high = (0x7000n | (random >> 62n)).toString(16);
  const low = ((0b10n << 62n) | (random & ((1n << 62n) - 1n))).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${high}-${low.slice(0, 4)}-${low.slice(4)}`;
}

/** Whether a text, such as a part of an address, has the shape of a key; the database refuses any other. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
