import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { inviteAccount } from '../../src/accounts/invitations.ts';
import { OPERATOR } from '../../src/accounts/origin.ts';
import { registerRepresentative } from '../../src/accounts/registration.ts';
import { suspendAccount } from '../../src/accounts/standing.ts';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { SIGN_IN_BY_EMAIL } from '../../src/web/rate-limits.ts';
import { LIFETIME_SECONDS } from '../../src/web/session.ts';
import { testApp } from '../support/app.ts';
import { asOwner } from '../support/database.ts';
import {
  aLiaison,
  anAdministrator,
  anAnalyst,
  aPrivacyOfficer,
  aRegistration,
  aRepresentative,
  aSupervisor,
  PASSWORD,
} from '../support/personas.ts';
import type { Page } from '../support/visitor.ts';

const app = testApp();
const ORIGIN = { requestId: null, address: null };

afterEach(() => setClock(null));

describe('Signing in', () => {
  it.each([
    ['a representative', () => aRepresentative(), '/complaints'],
    ['an analyst', () => anAnalyst(), '/casework'],
    ['a supervisor', () => aSupervisor(), '/casework'],
    ['an administrator', () => anAdministrator(), '/administration/holidays'],
    ['a privacy officer', () => aPrivacyOfficer(), '/administration/audit'],
    ['a liaison', () => aLiaison(), '/mco'],
  ])('brings %s to where their work begins', async (_who, make, home) => {
    const { email } = await make();
    const answer = await app.visitor().submit('/sign-in', { email, password: PASSWORD });
    expect([answer.status, answer.location]).toEqual([303, home]);
  });

  it('takes the address in capitals and with spaces around it', async () => {
    const { email } = await anAnalyst();
    const answer = await app
      .visitor()
      .submit('/sign-in', { email: ` ${email.toUpperCase()} `, password: PASSWORD });
    expect(answer.status).toBe(303);
  });

  it('goes on to the page that was asked for, and to no other site', async () => {
    const { email } = await aRepresentative();
    const typed = { email, password: PASSWORD };
    const local = await app.visitor().submit('/sign-in?next=%2Faccount', typed);
    const foreign = await app.visitor().submit('/sign-in?next=%2F%2Fevil.example', typed);
    const forged = await app.visitor().submit('/sign-in', { ...typed, next: '/\\evil.example' });
    expect([local.location, foreign.location, forged.location]).toEqual([
      '/account',
      '/complaints',
      '/complaints',
    ]);
  });

  it('says beside the fields what is missing, and keeps the address', async () => {
    const page = await app.visitor().submit('/sign-in', { email: 'somebody', password: '' });
    expect(page.status).toBe(422);
    expect(page.title).toMatch(/^Error: Sign in/);
    expect(page.errors).toEqual([
      'Enter an e-mail address in the correct format, like name@example.com',
      'Enter your password',
    ]);
    expect(page.$('#email').attr('value')).toBe('somebody');
    expect(page.$('#password').attr('value')).toBe('');
  });

  it('sends somebody who is signed in already to their work', async () => {
    const visitor = await app.signInAs(await anAnalyst());
    expect((await visitor.get('/sign-in')).location).toBe('/casework');
  });
});

describe('A refused sign-in', () => {
  it('reads the same for a wrong password and for every account that cannot sign in', async () => {
    const active = await aRepresentative();
    const unconfirmed = aRegistration();
    await registerRepresentative(unconfirmed, ORIGIN);
    const suspended = await aRepresentative();
    await suspendAccount(suspended.email, OPERATOR);
    const invited = {
      email: 'invited@example.org',
      name: 'Ina Oak',
      role: 'analyst',
      mcoCode: null,
    } as const;
    await inviteAccount(invited, OPERATOR);

    const wrong = await refusal(active.email, 'not the password at all');
    const others = [
      await refusal('unknown@example.org'),
      await refusal(unconfirmed.email),
      await refusal(suspended.email),
      await refusal(invited.email),
    ];
    expect(wrong).toContain('Check the e-mail address and the password');
    for (const other of others) expect(other).toBe(wrong);
  });

  it('is answered as late for an unknown address as for a wrong password', async () => {
    const { email } = await aRepresentative();
    const times: { wrong: number[]; unknown: number[] } = { wrong: [], unknown: [] };
    for (let round = 0; round < 9; round += 1) {
      times.wrong.push(await timeOf(email));
      times.unknown.push(await timeOf(`unknown-${round}@example.org`));
    }
    const ratio = Math.min(...times.unknown) / Math.min(...times.wrong);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('is kept in the audit log, without an address that no account has', async () => {
    const { id, email } = await aRepresentative();
    await refusal(email, 'not the password at all');
    await refusal('somebody.private@example.org');
    const [unknown, known] = await listAuditEvents({ action: 'account.sign-in-failed' }, 2);
    expect(known).toMatchObject({ subjectId: id, actorId: null, address: expect.stringMatching(/^10\./) });
    expect(unknown).toMatchObject({ subjectId: 'unknown', actorId: null });
    expect(JSON.stringify(unknown, inText)).not.toContain('somebody.private');
  });

  it('stops for a while after ten tries at one address, known or not, from wherever they come', async () => {
    const { email } = await aRepresentative();
    for (const address of [email, 'never.heard.of@example.org']) {
      await guess(address, SIGN_IN_BY_EMAIL.points);
      const stopped = await app.visitor().submit('/sign-in', { email: address, password: PASSWORD });
      expect(stopped.status).toBe(429);
      expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('is forgotten once the right password comes', async () => {
    const { email } = await aRepresentative();
    await guess(email, SIGN_IN_BY_EMAIL.points - 1);
    await app.signInAs({ email });
    await guess(email, 2);
  });

  it('leaves no address in the table of counters', async () => {
    await refusal('counted.person@example.org');
    const counters = await asOwner(app.ownerUrl(), 'SELECT key FROM rate_limit');
    expect(JSON.stringify(counters.rows)).not.toContain('counted.person');
  });
});

describe('A session', () => {
  it('gets a new id at sign-in, and the one before it is worth nothing', async () => {
    const { email } = await aRepresentative();
    const visitor = app.visitor();
    await visitor.get('/sign-in');
    const before = cookieOf(await visitor.get('/sign-in'));
    const after = cookieOf(await visitor.submit('/sign-in', { email, password: PASSWORD }));
    expect(before).toMatch(/^portal=/);
    expect(after).not.toBe(before);
    const thief = await app.visitor().agent.get('/account').set('Cookie', before);
    expect(thief.status).toBe(303);
  });

  it('ends when its owner signs out, also for whoever copied its cookie', async () => {
    const { id, email } = await aRepresentative();
    const visitor = await app.signInAs({ email });
    const cookie = cookieOf(await visitor.get('/account'));
    const answer = await visitor.submit('/account', {}, 'header form');
    expect((await visitor.follow(answer)).body).toContain('You have signed out.');
    expect((await visitor.get('/account')).location).toContain('/sign-in');
    expect((await app.visitor().agent.get('/account').set('Cookie', cookie)).status).toBe(303);
    const [event] = await listAuditEvents({ action: 'account.sign-out', actorId: id }, 1);
    expect(event).toMatchObject({ subjectId: id });
  });

  it('can be kept alive, while it lasts', async () => {
    const visitor = await app.signInAs(await anAnalyst());
    expect((await visitor.post('/session/extend')).status).toBe(204);
    expect((await app.visitor().post('/session/extend')).status).toBe(401);
  });

  it('ends after a working day, however busy', async () => {
    const visitor = await app.signInAs(await anAnalyst());
    const start = Temporal.Now.instant();
    setClock(start.add({ seconds: LIFETIME_SECONDS - 60 }));
    expect((await visitor.get('/account')).status).toBe(200);
    setClock(start.add({ seconds: LIFETIME_SECONDS + 60 }));
    expect((await visitor.get('/account')).location).toContain('/sign-in');
  });

  it('ends at once when the account is suspended', async () => {
    const account = await anAnalyst();
    const visitor = await app.signInAs(account);
    await suspendAccount(account.email, OPERATOR);
    expect((await visitor.get('/account')).location).toContain('/sign-in');
  });

  it('refuses a form without its token', async () => {
    const { email } = await aRepresentative();
    const answer = await app
      .visitor()
      .agent.post('/sign-in')
      .type('form')
      .send({ email, password: PASSWORD });
    expect(answer.status).toBe(401);
  });
});

async function refusal(email: string, password: string = PASSWORD): Promise<string> {
  const page = await app.visitor().submit('/sign-in', { email, password });
  expect(page.status).toBe(422);
  return withoutWhatDiffers(page, email);
}

/** Guesses at a password so many times, from one browser, each time refused as wrong. */
async function guess(email: string, times: number): Promise<void> {
  const visitor = app.visitor();
  const _csrf = await visitor.token();
  for (let time = 0; time < times; time += 1) {
    const answer = await visitor.agent
      .post('/sign-in')
      .type('form')
      .send({ email, password: 'wrong', _csrf });
    expect(answer.status).toBe(422);
  }
}

/** The page without its nonces, its token and the address that was typed. */
function withoutWhatDiffers(page: Page, email: string): string {
  return page.body
    .replaceAll(email, '')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/(name="_csrf"[^>]*value=)"[^"]*"/g, '$1""');
}

/** What else the machine does only adds to a time, so the shortest of several tells how long the work takes. */
async function timeOf(email: string): Promise<number> {
  const visitor = app.visitor();
  const _csrf = await visitor.token();
  const start = performance.now();
  await visitor.agent.post('/sign-in').type('form').send({ email, password: 'not the password', _csrf });
  return performance.now() - start;
}

function cookieOf(page: Page): string {
  return String(page.headers['set-cookie']).split(';')[0] ?? '';
}

function inText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
