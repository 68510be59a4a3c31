import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeLinks } from '../../src/accounts/account-links.queries.ts';
import { findAccountByEmail, getProfile, lockEmail } from '../../src/accounts/accounts.queries.ts';
import { inviteAccount } from '../../src/accounts/invitations.ts';
import { OPERATOR } from '../../src/accounts/origin.ts';
import { confirmEmail, registerRepresentative } from '../../src/accounts/registration.ts';
import { suspendAccount } from '../../src/accounts/standing.ts';
import { setClock } from '../../src/platform/clock.ts';
import { transaction } from '../../src/platform/database/database.ts';
import { testApp } from '../support/app.ts';
import { asOwner } from '../support/database.ts';
import { mailedPath, sentMail } from '../support/mail.ts';
import { aRegistration, aRepresentative, PASSWORD } from '../support/personas.ts';

const app = testApp();
const NEW_PASSWORD = 'green kettles hum past midnight';
const NOWHERE = { requestId: null, address: null };

afterEach(() => setClock(null));

async function someoneUnconfirmed(): Promise<{ email: string; link: string }> {
  const registration = aRegistration();
  await registerRepresentative(registration, NOWHERE);
  return { email: registration.email, link: await mailedPath(registration.email) };
}

async function someoneWhoForgot(): Promise<{ email: string; link: string }> {
  const { email } = await aRepresentative();
  await app.visitor().submit('/password/forgotten', { email });
  return { email, link: await mailedPath(email) };
}

async function someoneInvited(): Promise<{ email: string; link: string }> {
  const email = `invited-${invitedSoFar++}@example.org`;
  await inviteAccount({ email, name: 'Ines Hazel', role: 'liaison', mcoCode: 'MOLINA' }, OPERATOR);
  return { email, link: await mailedPath(email) };
}

let invitedSoFar = 0;

/** How many transactions of this test file's database wait for an address. */
async function countWaiting(): Promise<unknown> {
  const found = await asOwner(
    app.ownerUrl(),
    `SELECT count(*)::int AS waiting FROM pg_locks JOIN pg_database ON pg_database.oid = database
     WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()`,
  );
  return found.rows[0]?.waiting;
}

const passLater = (duration: Temporal.DurationLike) => setClock(Temporal.Now.instant().add(duration));

describe('The link that confirms an e-mail address', () => {
  it('is not used up by a mail filter that opens it', async () => {
    const { email, link } = await someoneUnconfirmed();
    for (let time = 0; time < 3; time += 1) expect((await app.visitor().get(link)).status).toBe(200);
    expect(await findAccountByEmail(email)).toMatchObject({ status: 'unconfirmed' });
  });

  it('does nothing for whoever reads the mail but did not choose the password', async () => {
    const { email, link } = await someoneUnconfirmed();
    const page = await app.visitor().submit(link, { password: 'some other password' });
    expect(page.errors).toEqual(['Enter the password that you chose when you registered']);
    expect(await findAccountByEmail(email)).toMatchObject({ status: 'unconfirmed' });
  });

  it('works once; afterwards it says that the address is confirmed', async () => {
    const { link } = await someoneUnconfirmed();
    expect((await app.visitor().submit(link, { password: PASSWORD })).status).toBe(303);
    const again = await app.visitor().get(link);
    expect(again.status).toBe(410);
    expect(again.text).toContain('Your e-mail address is confirmed');
  });

  it('works for two who send it at the same moment once', async () => {
    const { link } = await someoneUnconfirmed();
    const visitors = [app.visitor(), app.visitor()];
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(link, { password: PASSWORD })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 410]);
  });

  it('works for 24 hours; then another one is mailed for the asking', async () => {
    const { email, link } = await someoneUnconfirmed();
    passLater({ hours: 23, minutes: 59 });
    expect((await app.visitor().get(link)).status).toBe(200);
    passLater({ hours: 24, minutes: 1 });
    const visitor = app.visitor();
    expect((await visitor.get(link)).text).toContain('This link is too old');
    const asked = await visitor.submit(link, {});
    expect((await visitor.follow(asked)).text).toContain(email);
    const fresh = await mailedPath(email);
    expect(fresh).not.toBe(link);
    expect((await visitor.submit(fresh, { password: PASSWORD })).location).toBe('/complaints');
  });

  it('is shut by registering again with the address; the newer one works, with the password chosen then', async () => {
    const { email, link } = await someoneUnconfirmed();
    await registerRepresentative({ ...aRegistration(), email, password: NEW_PASSWORD }, NOWHERE);
    const visitor = app.visitor();
    const older = await visitor.get(link);
    expect(older.status).toBe(410);
    expect(older.text).toContain('This link has been replaced');
    expect(older.$('main form').attr('action')).toContain('/register/new-link/');
    expect((await visitor.post(link, { password: NEW_PASSWORD })).status).toBe(410);
    expect(await findAccountByEmail(email)).toMatchObject({ status: 'unconfirmed' });
    const newer = await mailedPath(email);
    expect((await visitor.submit(newer, { password: NEW_PASSWORD })).location).toBe('/complaints');
  });

  it('waits for a registration of its address that is under way, and is shut by it', async () => {
    const registration = aRegistration();
    const outcome = await registerRepresentative(registration, NOWHERE);
    if (outcome.kind !== 'registered') throw new Error('The address is taken');
    const { confirming } = await transaction(async (tx) => {
      await lockEmail(tx, registration.email);
      const confirming = confirmEmail(outcome.linkId, NOWHERE);
      await vi.waitFor(async () => expect(await countWaiting()).toBe(1));
      await closeLinks(tx, outcome.accountId);
      return { confirming };
    });
    expect(await confirming).toBeNull();
  });

  it('is nothing when it is forged, cut off, or meant for something else', async () => {
    const { link } = await someoneUnconfirmed();
    const reset = await someoneWhoForgot();
    const otherPurpose = reset.link.replace('/password/new/', '/register/confirm/');
    const otherAccount = `${link.split('.')[0]}.${(await someoneUnconfirmed()).link.split('.')[1]}`;
    for (const path of [
      link.slice(0, -4),
      otherPurpose,
      otherAccount,
      '/register/confirm/x',
      '/register/confirm/%00.x',
    ]) {
      const page = await app.visitor().get(path);
      expect(page.status, path).toBe(404);
      expect(page.text).toContain('This link does not work');
    }
  });
});

describe('A forgotten password', () => {
  it('is asked for with the same answer, whether the address has an account or not', async () => {
    const { email } = await aRepresentative();
    const pages = await Promise.all(
      [email, 'nobody.here@example.org'].map(async (address) => {
        const visitor = app.visitor();
        const answer = await visitor.submit('/password/forgotten', { email: address });
        return `${answer.status} ${(await visitor.follow(answer)).text.replaceAll(address, '')}`;
      }),
    );
    expect(pages[0]).toBe(pages[1]);
    expect(await sentMail('nobody.here@example.org')).toEqual([]);
  });

  it('is replaced by the link; every session of the account ends, and its owner is told', async () => {
    const { email, link } = await someoneWhoForgot();
    const thief = await app.signInAs({ email });
    const owner = app.visitor();
    const answer = await owner.submit(link, { password: NEW_PASSWORD });
    expect((await owner.follow(answer)).body).toContain('Your password is set. Sign in with it.');
    expect((await thief.get('/account')).location).toContain('/sign-in');
    await expect(app.signInAs({ email })).rejects.toThrow();
    await app.signInAs({ email }, NEW_PASSWORD);
    expect((await sentMail(email)).at(-1)?.subject).toBe('Your password was changed');
  });

  it('is replaced in the browser that is signed in too, and signs it out', async () => {
    const { email, link } = await someoneWhoForgot();
    const visitor = await app.signInAs({ email });
    await visitor.submit(link, { password: NEW_PASSWORD });
    expect((await visitor.get('/account')).location).toContain('/sign-in');
  });

  it('is not replaced by a weak one, nor by one with the owner’s name in it', async () => {
    const { link } = await someoneWhoForgot();
    const weak = await app.visitor().submit(link, { password: 'password12345678' });
    const personal = await app.visitor().submit(link, { password: 'Renata Alder 99' });
    expect(weak.errors[0]).toContain('harder to guess');
    expect(personal.errors[0]).toContain('without your name');
  });

  it('has a link for one hour, once, and a newer link’s use shuts the older', async () => {
    const { email, link } = await someoneWhoForgot();
    await app.visitor().submit('/password/forgotten', { email });
    const newer = await mailedPath(email);
    await app.visitor().submit(newer, { password: NEW_PASSWORD });
    expect((await app.visitor().get(newer)).text).toContain('This link has been used');
    expect((await app.visitor().get(link)).status).toBe(410);

    const another = await someoneWhoForgot();
    passLater({ minutes: 61 });
    const late = await app.visitor().get(another.link);
    expect(late.text).toContain('This link is too old');
    expect(late.$('main a').attr('href')).toBe('/password/forgotten');
    expect((await app.visitor().post(another.link, { password: NEW_PASSWORD })).status).toBe(410);
  });

  it('confirms an address that never was, since only its owner reads the mail', async () => {
    const { email } = await someoneUnconfirmed();
    await app.visitor().submit('/password/forgotten', { email });
    await app.visitor().submit(await mailedPath(email), { password: NEW_PASSWORD });
    await app.signInAs({ email }, NEW_PASSWORD);
  });

  it('sends nothing to a suspended account, and shuts the links it had', async () => {
    const { email, link } = await someoneWhoForgot();
    await suspendAccount(email, OPERATOR);
    const before = (await sentMail(email)).length;
    await app.visitor().submit('/password/forgotten', { email });
    expect(await sentMail(email)).toHaveLength(before);
    expect((await app.visitor().get(link)).status).toBe(404);
  });
});

describe('An invitation', () => {
  it('is accepted by choosing a password, and needs no other confirmation', async () => {
    const { email, link } = await someoneInvited();
    expect((await app.visitor().get(link)).text).toContain('Welcome, Ines Hazel');
    await app.visitor().submit(link, { password: NEW_PASSWORD });
    await app.signInAs({ email }, NEW_PASSWORD);
    expect((await sentMail(email)).map((mail) => mail.subject)).toEqual([
      'Your account on the complaint portal',
    ]);
  });

  it('lasts seven days; a later one is sent to whoever asks for a password', async () => {
    const { email, link } = await someoneInvited();
    passLater({ hours: 7 * 24 - 1 });
    expect((await app.visitor().get(link)).status).toBe(200);
    passLater({ hours: 7 * 24 + 1 });
    expect((await app.visitor().get(link)).status).toBe(410);
    await app.visitor().submit('/password/forgotten', { email });
    await app.visitor().submit(await mailedPath(email), { password: NEW_PASSWORD });
    const account = await findAccountByEmail(email);
    expect(await getProfile(account?.id ?? '')).toMatchObject({ status: 'active', mcoCode: 'MOLINA' });
  });
});
