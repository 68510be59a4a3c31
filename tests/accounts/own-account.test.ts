import { describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { testApp } from '../support/app.ts';
import { sentMail } from '../support/mail.ts';
import { aLiaison, anAnalyst, aRepresentative, PASSWORD } from '../support/personas.ts';

const app = testApp();
const NEW_PASSWORD = 'green kettles hum past midnight';

describe('One’s own account', () => {
  it('shows a representative themselves and their organization', async () => {
    const account = await aRepresentative({
      organization: { name: 'Hazel Dental', npi: null, hfsProviderId: '7654321' },
    });
    const page = await (await app.signInAs(account)).get('/account');
    for (const fact of [
      account.email,
      account.phone ?? '?',
      'Provider representative',
      'Hazel Dental',
      '7654321',
    ])
      expect(page.text).toContain(fact);
    expect(page.text).not.toContain('NPI');
  });

  it('shows a liaison their plan, and staff neither', async () => {
    const liaison = await (await app.signInAs(await aLiaison({ mcoCode: 'MOLINA' }))).get('/account');
    const analyst = await (await app.signInAs(await anAnalyst())).get('/account');
    expect(liaison.text).toContain('Your plan Name Molina');
    expect(analyst.text).not.toMatch(/Your (plan|organization)/);
  });

  it('shows when it was used before, so that its owner sees what somebody else did', async () => {
    const account = await aRepresentative();
    const first = await (await app.signInAs(account)).get('/account');
    const second = await (await app.signInAs(account)).get('/account');
    expect(first.text).toContain('Signed in before that This is the first');
    expect(second.text).toMatch(/Signed in before that \w+ \d+, \d{4}, \d+:\d\d [ap]\.m\./);
  });

  it('takes a new name and phone number, and keeps the old ones in the audit log', async () => {
    const account = await aRepresentative({ name: 'Ada Oak' });
    const visitor = await app.signInAs(account);
    const wrong = await visitor.submit('/account/details', { name: '', phone: 'call me' });
    expect(wrong.errors).toHaveLength(2);
    expect(wrong.$('#phone').attr('value')).toBe('call me');
    const saved = await visitor.submit('/account/details', { name: 'Ada Ash', phone: '312.555.0101' });
    const page = await visitor.follow(saved);
    expect(page.text).toContain('Ada Ash');
    expect(page.text).toContain('312-555-0101');
    const [event] = await listAuditEvents({ action: 'account.change-details', actorId: account.id }, 1);
    expect(event?.changes).toMatchObject({ name: { before: 'Ada Oak', after: 'Ada Ash' } });
  });

  it('lets staff do without a phone number, but not a representative', async () => {
    const analyst = await app.signInAs(await anAnalyst());
    const representative = await app.signInAs(await aRepresentative());
    expect((await analyst.submit('/account/details', { phone: '' })).status).toBe(303);
    expect((await representative.submit('/account/details', { phone: '' })).status).toBe(422);
  });

  it('takes a new password from whoever knows the present one, and signs out everywhere else', async () => {
    const account = await aRepresentative();
    const [here, elsewhere] = [await app.signInAs(account), await app.signInAs(account)];
    const saved = await here.submit('/account/password', { current: PASSWORD, password: NEW_PASSWORD });
    expect((await here.follow(saved)).body).toContain('Your password is changed');
    expect((await elsewhere.get('/account')).location).toContain('/sign-in');
    await app.signInAs(account, NEW_PASSWORD);
    expect((await sentMail(account.email)).at(-1)?.subject).toBe('Your password was changed');
  });

  it('refuses a new password from whoever does not, or one that is easily guessed', async () => {
    const account = await aRepresentative();
    const visitor = await app.signInAs(account);
    const stranger = await visitor.submit('/account/password', {
      current: 'a guess',
      password: NEW_PASSWORD,
    });
    const weak = await visitor.submit('/account/password', {
      current: PASSWORD,
      password: 'Prairie Grove Clinic',
    });
    expect(stranger.errors).toEqual(['Check your present password: it is not the right one']);
    expect(weak.errors[0]).toContain('without your name');
    await app.signInAs(account);
  });

  it('stops guesses at the present password as it stops guesses at the sign-in page', async () => {
    const visitor = await app.signInAs(await aRepresentative());
    const answers: number[] = [];
    for (let guess = 0; guess < 11; guess += 1) {
      const page = await visitor.submit('/account/password', {
        current: `guess ${guess}`,
        password: NEW_PASSWORD,
      });
      answers.push(page.status);
    }
    expect(answers).toEqual([...Array(10).fill(422), 429]);
  });
});
