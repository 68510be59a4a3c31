import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeChoice } from '../../src/notices/choices.ts';
import { deliverNotices } from '../../src/notices/deliver.ts';
import { gatherDigest } from '../../src/notices/digests.queries.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { oweMorningMail } from '../../src/notices/morning-mail.ts';
import { type NoticeOwed, oweNotices } from '../../src/notices/notices.queries.ts';
import { saveChoices } from '../../src/notices/preferences.queries.ts';
import { now, setClock } from '../../src/platform/clock.ts';
import { transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { smtpTransport } from '../../src/platform/mail/smtp.ts';
import { setMailTransport } from '../../src/platform/mail/transport.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts';

const BASE_URL = 'https://portal.example';
const database = useDatabase();
const [ann, ben] = [newId(), newId()];
let smtp: TestSmtpServer;

beforeAll(async () => {
  setLinkSecret('the secret of mailed links in tests');
  smtp = await startSmtpServer();
  for (const [id, name] of [
    [ann, 'ann'],
    [ben, 'ben'],
  ])
    await asOwner(
      database.ownerUrl(),
      `INSERT INTO account (id, email, name, role, status) VALUES ($1, $2, $3, 'analyst', 'active')`,
      [id, `${name}@hfs.example`, name],
    );
});
afterAll(async () => {
  setClock(null);
  await smtp.stop();
});

beforeEach(async () => {
  smtp.messages.length = 0;
  smtp.next = 'take';
  setMailTransport(smtpTransport(smtp.url, 'Portal <no-reply@portal.example>'));
  await asOwner(database.ownerUrl(), 'DELETE FROM notice');
  await asOwner(database.ownerUrl(), 'DELETE FROM notice_preference');
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
});

describe('A mail that its recipient wants in the digest', () => {
  beforeEach(() => choose(ann, 'digest'));

  it('waits for the next morning, and comes then, with the others, as one mail', async () => {
    await owe(ann, 3);
    await morning();
    expect(smtp.messages).toHaveLength(0);
    expect(await states()).toEqual(['owed', 'owed', 'owed']);
    await morning('2026-10-06T11:59:00Z');
    expect(smtp.messages).toHaveLength(0);
    await morning('2026-10-06T12:00:00Z');
    expect(smtp.messages).toHaveLength(1);
    expect(smtp.messages[0]).toContain('Subject: Your daily digest: 3 notices');
    expect(smtp.messages[0]?.match(/https:\/\/portal\.example\/casework\/complaints\//g)).toHaveLength(3);
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
    await morning('2026-10-06T15:00:00Z');
    expect(smtp.messages).toHaveLength(1);
  });

  it('of more than a hundred names the first hundred, and where all are listed', async () => {
    await owe(ann, 103);
    await morning('2026-10-06T12:00:00Z');
    const [mail = ''] = smtp.messages;
    expect(mail).toContain('Subject: Your daily digest: 103 notices');
    expect(mail.match(/https:\/\/portal\.example\/casework\/complaints\//g)).toHaveLength(100);
    expect(mail).toMatch(/And 3 more\. All are listed here:\r?\nhttps:\/\/portal\.example\/account\/notices/);
  });

  it('owed after the digest of the day waits for the next: a day has one', async () => {
    await owe(ann);
    await morning('2026-10-06T12:00:00Z');
    await owe(ann);
    for (const at of ['2026-10-06T12:05:00Z', '2026-10-06T23:00:00Z', '2026-10-07T04:00:00Z'])
      await morning(at);
    expect(smtp.messages).toHaveLength(1);
    await morning('2026-10-07T12:00:00Z');
    expect(smtp.messages).toHaveLength(2);
  });

  it('comes after a morning that was missed, and only what had waited for it', async () => {
    await owe(ann);
    setClock(Temporal.Instant.from('2026-10-06T16:00:00Z'));
    await owe(ann);
    await morning('2026-10-06T16:05:00Z');
    expect(smtp.messages).toHaveLength(1);
    expect(smtp.messages[0]).toContain('1 notice');
    await morning('2026-10-07T12:05:00Z');
    expect(smtp.messages).toHaveLength(2);
  });

  it('is in one digest, though several workers gather it at the same time', async () => {
    await owe(ann, 5);
    setClock(Temporal.Instant.from('2026-10-06T12:00:00Z'));
    const date = Temporal.PlainDate.from('2026-10-06');
    const made = await Promise.all([1, 2, 3, 4].map(() => gatherDigest(ann, date)));
    expect(made.filter(Boolean)).toHaveLength(1);
    await deliverNotices(BASE_URL);
    expect(smtp.messages).toHaveLength(1);
    expect(smtp.messages[0]).toContain('5 notices');
  });

  it('does not wait for anybody else’s, nor they for it', async () => {
    await owe(ann);
    await owe(ben);
    await morning();
    expect(smtp.messages.map((message) => /^To: .*$/im.exec(message)?.[0])).toEqual([
      expect.stringContaining('ben@hfs.example'),
    ]);
  });
});

describe('A digest that a server does not take', () => {
  beforeEach(async () => {
    await choose(ann, 'digest');
    await owe(ann, 2);
  });

  it('at once is tried again, with the same content and message id', async () => {
    smtp.next = 'busy';
    await morning('2026-10-06T12:00:00Z');
    expect(await states()).toEqual(['owed', 'owed', 'owed']);
    await morning('2026-10-06T12:02:00Z');
    expect(smtp.messages).toHaveLength(1);
    expect(smtp.messages[0]).toContain('2 notices');
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
  });

  it('for good is failed with all that it gathered', async () => {
    smtp.next = 'refuse';
    await morning('2026-10-06T12:00:00Z');
    expect(await states()).toEqual(['failed', 'failed', 'failed']);
    await morning('2026-10-07T12:00:00Z');
    expect(smtp.messages).toHaveLength(0);
  });

  it('certainly is not sent again, and what it gathered is in doubt with it', async () => {
    smtp.next = 'vanish';
    await morning('2026-10-06T12:00:00Z');
    expect(await states()).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed']);
    await morning('2026-10-07T12:00:00Z');
    expect(smtp.messages).toHaveLength(1);
  });

  it('because its worker died, leaves all of it in doubt, and none of it in another digest', async () => {
    setClock(Temporal.Instant.from('2026-10-06T12:00:00Z'));
    await gatherDigest(ann, Temporal.PlainDate.from('2026-10-06'));
    await asOwner(
      database.ownerUrl(),
      `UPDATE notice SET state = 'sending', leased_until = now() - interval '1 second' WHERE kind = 'digest'`,
    );
    await morning('2026-10-07T12:00:00Z');
    expect(smtp.messages).toHaveLength(0);
    expect(await states()).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed']);
  });
});

describe('A mail that its recipient does not want', () => {
  it('is not owed, and one of another kind is', async () => {
    await choose(ann, 'off');
    await owe(ann);
    await oweAll([{ kind: 'password-changed', recipientId: ann, dedupeKey: newId() }]);
    await deliverNotices(BASE_URL);
    expect(smtp.messages).toHaveLength(1);
    expect(smtp.messages[0]).toContain('Your password was changed');
  });
});

function choose(accountId: string, choice: NoticeChoice): Promise<void> {
  return transaction((tx) => saveChoices(tx, accountId, new Map([['staff-complaint-moved', choice]])));
}

async function owe(recipientId: string, count = 1): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    await oweAll([{ kind: 'staff-complaint-moved', recipientId, dedupeKey: newId() }]);
  }
}

function oweAll(owed: readonly NoticeOwed[]): Promise<unknown> {
  return transaction((tx) => oweNotices(tx, owed));
}

/** Runs the jobs as they run at an instant. */
async function morning(at: string = now().toString()): Promise<void> {
  setClock(Temporal.Instant.from(at));
  await oweMorningMail();
  await deliverNotices(BASE_URL);
}

async function states(): Promise<string[]> {
  const found = await asOwner(database.ownerUrl(), 'SELECT state FROM notice ORDER BY id');
  return found.rows.map((row) => row.state);
}
