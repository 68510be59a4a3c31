import { mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';

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

/** Hands mail to an SMTP server. */
export function smtpTransport(url: string, from: string): MailTransport {
  const smtp: Transporter = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    isIdempotent: false,
    async send(mail) {
      await smtp.sendMail(envelope(mail, from));
    },
    failureOf: smtpFailure,
  };
}

/**
 * A server that says no before or after the message has not taken it; a connection that breaks while or after the
 * message was sent leaves it unknown.
 */
function smtpFailure(error: unknown): SendFailure {
  const { responseCode, command } = smtpDetails(error);
  if (responseCode >= 500) return 'refused';
  if (responseCode >= 400) return 'try-again';
  return command === 'DATA' ? 'unknown' : 'try-again';
}

function smtpDetails(error: unknown): { responseCode: number; command: string } {
  if (!(error instanceof Error)) return { responseCode: 0, command: '' };
  const responseCode = 'responseCode' in error ? Number(error.responseCode) : 0;
  return { responseCode, command: 'command' in error ? String(error.command) : '' };
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

function messageId(mail: Mail): string {
  return `<${mail.id}@complaint-portal>`;
}

function envelope(mail: Mail, from: string) {
  return {
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: messageId(mail),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

/** SMTP where the settings name a server, else files in the data folder. */
export function openMailTransport(config: {
  smtpUrl: string | null;
  mailFrom: string;
  dataDir: string;
}): MailTransport {
  if (config.smtpUrl) return smtpTransport(config.smtpUrl, config.mailFrom);
  return fileTransport(path.join(config.dataDir, 'mail'), config.mailFrom);
}
