import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import { type Mail, type MailTransport, messageId, type SendFailure } from './transport.ts';

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 30_000;

/** A message that was not handed over, and what is known of it. */
class SmtpFailure extends Error {
  override readonly name = 'SmtpFailure';
  readonly fate: SendFailure;

  constructor(fate: SendFailure, cause: unknown) {
    super(`The mail server: ${fate}`, { cause });
    this.fate = fate;
  }
}

/**
 * Hands mail to an SMTP server, a connection for each: there are few, and a connection that breaks then says exactly
 * what became of its message. A server's "no" means it was not taken; silence after the text was sent means nobody
 * knows.
 */
export function smtpTransport(url: string, from: string): MailTransport {
  const server = serverOf(url);
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    isIdempotent: false,
    failureOf: (error) => (error instanceof SmtpFailure ? error.fate : 'try-again'),
    async send(mail) {
      const composed = await composer.sendMail({ ...headers(mail), from });
      const connection = new SMTPConnection(server.options);
      // Its callbacks tell of every error; without a listener one that comes later would end the process.
      connection.on('error', () => undefined);
      try {
        await handOver(connection, server.login, composed.envelope, composed.message);
      } finally {
        connection.close();
      }
    },
  };
}

type Envelope = Parameters<SMTPConnection['send']>[0];

async function handOver(
  connection: SMTPConnection,
  login: { user: string; pass: string } | null,
  envelope: Envelope,
  message: Buffer | Readable,
): Promise<void> {
  let isTextUnderWay = false;
  const text = new Readable({
    read() {
      isTextUnderWay = true;
      this.push(message);
      this.push(null);
    },
  });
  try {
    await step(connection, (done) => connection.connect(done));
    if (login) await step(connection, (done) => connection.login(login, done));
    await step(connection, (done) => connection.send(envelope, text, done));
  } catch (error) {
    throw new SmtpFailure(fateOf(error, isTextUnderWay), error);
  }
}

/** One step of the dialogue. A connection that ends meanwhile fails it, whether or not the step says so. */
function step(
  connection: SMTPConnection,
  take: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The connection ended')));
    take((error) => (error ? reject(error) : resolve()));
  });
}

function fateOf(error: unknown, isTextUnderWay: boolean): SendFailure {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  if (code >= 500) return 'refused';
  if (code >= 400) return 'try-again';
  return isTextUnderWay ? 'unknown' : 'try-again';
}

function serverOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    options: {
      host: hostname,
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      connectionTimeout: CONNECT_MILLISECONDS,
      greetingTimeout: CONNECT_MILLISECONDS,
      socketTimeout: SILENCE_MILLISECONDS,
    },
    login: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null,
  };
}

function headers(mail: Mail) {
  return {
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: messageId(mail),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
