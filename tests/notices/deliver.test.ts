import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliverNotices } from '../../src/notices/deliver.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { oweNotices } from '../../src/notices/notices.queries.ts';
import { now, setClock } from '../../src/platform/clock.ts';
import { transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { smtpTransport } from '../../src/platform/mail/smtp.ts';
import { fileTransport, setMailTransport } from '../../src/platform/mail/transport.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

const BASE_URL = 'https://portal.example';
const database = useDatabase();
const recipientId = newId();
let smtp: TestSmtpServer;

beforeAll(async () => {
  setLinkSecret('the secret of mailed links in tests');
  smtp = await startSmtpServer();
  await asOwner(
    database.ownerUrl(),
    `INSERT INTO account (id, email, name, role, status) VALUES ($1, 'ann@hfs.example', 'Ann Tester', 'analyst', 'active')`,
    [recipientId],
  );
});

afterAll(() => smtp.stop());

beforeEach(async () => {
  setClock(null);
  smtp.messages.length = 0;
  setMailTransport(smtpTransport(smtp.url, 'Portal <no-reply@portal.example>'));
  await asOwner(database.ownerUrl(), 'DELETE FROM notice');
});

describe('A notice that is owed', () => {
  it('is sent once, with its link and the same message id as ever', async () => {
    const id = await owe();
    expect(await deliverNotices(BASE_URL)).toBe(1);
    expect(await deliverNotices(BASE_URL)).toBe(0);
    expect(smtp.messages).toHaveLength(1);
    expect(smtp.messages[0]).toContain(`Message-ID: <${id}@complaint-portal>`);
    expect(smtp.messages[0]).toContain(`${BASE_URL}/sign-in`);
  });

  it('is sent once though two workers look for it at the same time', async () => {
    for (let count = 0; count < 10; count += 1) await owe();
    const sent = await Promise.all([
      deliverNotices(BASE_URL),
      deliverNotices(BASE_URL),
      deliverNotices(BASE_URL),
    ]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(new Set(smtp.messages.map(messageId)).size).toBe(10);
    expect(smtp.messages).toHaveLength(10);
  });

  it('owed twice for the same event, is one mail', async () => {
    await transaction((tx) => oweNotices(tx, [notice('one event'), notice('one event')]));
    await transaction((tx) => oweNotices(tx, [notice('one event')]));
    await deliverNotices(BASE_URL);
    expect(smtp.messages).toHaveLength(1);
  });

  it('is not owed when the transaction that owed it is rolled back', async () => {
    const failing = transaction(async (tx) => {
      await oweNotices(tx, [notice('an event that failed')]);
      throw new Error('The change failed after the notice was owed');
    });
    await expect(failing).rejects.toThrow();
    expect(await deliverNotices(BASE_URL)).toBe(0);
  });
});

describe('A server in trouble', () => {
  it('that is busy gets the mail again later, not at once', async () => {
    await owe();
    smtp.next = 'busy';
    expect(await deliverNotices(BASE_URL)).toBe(0);
    expect(await deliverNotices(BASE_URL)).toBe(0);
    setClock(now().add(Temporal.Duration.from({ minutes: 2 })));
    expect(await deliverNotices(BASE_URL)).toBe(1);
    expect(smtp.messages).toHaveLength(1);
  });

  it('that is away costs nothing: the notice stays owed', async () => {
    await owe();
    setMailTransport(smtpTransport('smtp://127.0.0.1:9', 'Portal <no-reply@portal.example>'));
    expect(await deliverNotices(BASE_URL)).toBe(0);
    expect(await states()).toEqual(['owed']);
  });

  it('that refuses the mailbox is not asked again', async () => {
    await owe();
    smtp.next = 'refuse';
    await deliverNotices(BASE_URL);
    expect(await states()).toEqual(['failed']);
  });

  it('that vanishes after it had the text is not sent the mail again: whether it went is unknown', async () => {
    await owe();
    smtp.next = 'vanish';
    await deliverNotices(BASE_URL);
    setClock(now().add(Temporal.Duration.from({ hours: 48 })));
    await deliverNotices(BASE_URL);
    expect(smtp.messages).toHaveLength(1);
    expect(await states()).toEqual(['unconfirmed']);
  });
});

describe('A worker that was killed while it sent', () => {
  it('by SMTP, leaves the notice unconfirmed rather than sent twice', async () => {
    await dieWhileSending(await owe());
    await deliverNotices(BASE_URL);
    expect(smtp.messages).toHaveLength(0);
    expect(await states()).toEqual(['unconfirmed']);
  });

  it('had taken no other: what it had not begun is owed still, not in doubt', async () => {
    for (let count = 0; count < 3; count += 1) await owe();
    const statesAtEachSending: string[][] = [];
    const transport = smtpTransport(smtp.url, 'Portal <no-reply@portal.example>');
    setMailTransport({
      ...transport,
      send: async () => void statesAtEachSending.push((await states()).toSorted()),
    });
    expect(await deliverNotices(BASE_URL)).toBe(3);
    expect(statesAtEachSending[0]).toEqual(['owed', 'owed', 'sending']);
  });

  it('to a file, is made good by the next one, into the same file', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-mail-'));
    setMailTransport(fileTransport(folder, 'Portal <no-reply@portal.example>'));
    const id = await owe();
    await deliverNotices(BASE_URL);
    await dieWhileSending(id);
    await deliverNotices(BASE_URL);
    expect(readdirSync(folder)).toEqual([`${id}.eml`]);
    expect(readFileSync(path.join(folder, `${id}.eml`), 'utf8')).toContain(`${BASE_URL}/sign-in`);
    expect(await states()).toEqual(['sent']);
    rmSync(folder, { recursive: true });
  });
});

function notice(event: string) {
  return { kind: 'password-changed', recipientId, dedupeKey: event } as const;
}

/** Returns the notice's id. */
async function owe(): Promise<string> {
  const event = newId();
  await transaction((tx) => oweNotices(tx, [notice(event)]));
  const key = `password-changed:${event}:${recipientId}`;
  const found = await asOwner(database.ownerUrl(), 'SELECT id FROM notice WHERE dedupe_key = $1', [key]);
  return found.rows[0]?.id;
}

/** Leaves a notice as a process does that ended between taking it and writing down what became of it. */
async function dieWhileSending(id: string): Promise<void> {
  const sql = `UPDATE notice SET state = 'sending', leased_until = now() - interval '1 second' WHERE id = $1`;
  await asOwner(database.ownerUrl(), sql, [id]);
}

async function states(): Promise<string[]> {
  const found = await asOwner(database.ownerUrl(), 'SELECT state FROM notice ORDER BY id');
  return found.rows.map((row) => row.state);
}

function messageId(message: string): string {
  return /Message-ID: (\S+)/i.exec(message)?.[1] ?? '';
}
