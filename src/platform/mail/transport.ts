import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Mail {
  /** Unique to the mail; the same on every attempt. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/** How sending ended, where it did not end well. */
export type SendFailure = 'try-again' | 'refused' | 'unknown';

export interface MailTransport {
  /** Whether sending one mail twice has the effect of sending it once. */
  readonly isIdempotent: boolean;
  /** Resolves when the mail has been handed over; otherwise throws, and `failureOf` says what that means. */
  send(mail: Mail): Promise<void>;
  failureOf(error: unknown): SendFailure;
}

let current: MailTransport | null = null;

export function setMailTransport(transport: MailTransport): void {
  current = transport;
}

export function mailTransport(): MailTransport {
  if (!current) throw new Error('No mail transport is set: call setMailTransport first.');
  return current;
}

/** Writes each mail to a file of its own, `<id>.eml`, complete or not at all, and readable as it is. */
export function fileTransport(folder: string, from: string): MailTransport {
  mkdirSync(folder, { recursive: true });
  return {
    isIdempotent: true,
    async send(mail) {
      const file = path.join(folder, `${mail.id}.eml`);
      await writeFile(`${file}.part`, writtenOut(mail, from));
      await rename(`${file}.part`, file);
    },
    failureOf: () => 'try-again',
  };
}

/** As an internet message in plain UTF-8 (RFC 6532), with no line broken: the links in it can be followed. */
function writtenOut(mail: Mail, from: string): string {
  const headers = [
    `From: ${from}`,
    `To: ${mail.to.name} <${mail.to.address}>`,
    `Subject: ${mail.subject}`,
    `Message-ID: ${messageId(mail)}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return `${headers.map((header) => header.replace(/[\r\n]+/g, ' ')).join('\n')}\n\n${mail.text}`;
}

/** The same on every attempt, so that a receiver can tell a copy. */
export function messageId(mail: Mail): string {
  return `<${mail.id}@complaint-portal>`;
}
