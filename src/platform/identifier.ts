import { randomBytes } from 'node:crypto';
import { now } from './clock.ts';

/**
 * A new UUIDv7: 48 bits of milliseconds, then random bits, so that keys sort by the time they were made.
 * @see RFC 9562, section 5.7
 */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now().epochMilliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Whether a text, such as a part of an address, has the shape of a key; the database refuses any other. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
