import type { StatusTag } from './parts.ts';

/** The way to the messages with another side, for `_parts/message-link`. */
export interface MessageLink {
  readonly href: string;
  readonly text: string;
  readonly tag: StatusTag | null;
}

/** @param other the other side's name, as it stands after "with" */
export function messageLink(other: string, href: string, unread: number): MessageLink {
  const tag = unread === 0 ? null : ({ text: `${unread} new`, tone: 'attention' } as const);
  return { href, text: `Messages with ${other}`, tag };
}
