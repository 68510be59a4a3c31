import { describe, expect, it } from 'vitest';
import { inviteAccount } from '../../src/accounts/invitations.ts';
import { OPERATOR } from '../../src/accounts/origin.ts';
import { registerRepresentative } from '../../src/accounts/registration.ts';
import { activateAccount, suspendAccount } from '../../src/accounts/standing.ts';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { testApp } from '../support/app.ts';
import { sentMail } from '../support/mail.ts';
import { anAnalyst, aRegistration } from '../support/personas.ts';

const app = testApp();

describe('Inviting', () => {
  const invitation = {
    email: 'ines@example.org',
    name: 'Ines Hazel',
    role: 'analyst',
    mcoCode: null,
  } as const;

  it('again sends another link to one and the same account', async () => {
    const first = await inviteAccount(invitation, OPERATOR);
    const second = await inviteAccount(invitation, OPERATOR);
    expect(second.accountId).toBe(first.accountId);
    expect(await sentMail(invitation.email)).toHaveLength(2);
    const [event] = await listAuditEvents({ action: 'account.invite' }, 1);
    expect(event).toMatchObject({ actorRole: 'system', subjectId: first.accountId });
  });

  it('does not change the role of somebody who was invited in another', async () => {
    await expect(inviteAccount({ ...invitation, role: 'supervisor' }, OPERATOR)).rejects.toThrow(
      'as analyst',
    );
  });

  it('is refused where the address is in use, and where a plan is missing or too much', async () => {
    const { email } = await anAnalyst();
    await expect(inviteAccount({ ...invitation, email }, OPERATOR)).rejects.toThrow('already has an account');
    await expect(inviteAccount({ ...invitation, role: 'liaison' }, OPERATOR)).rejects.toThrow('one plan');
    await expect(inviteAccount({ ...invitation, mcoCode: 'MOLINA' }, OPERATOR)).rejects.toThrow('one plan');
  });
});

describe('A suspended account', () => {
  it('can sign in again, with the same password, once it is activated', async () => {
    const account = await anAnalyst();
    await suspendAccount(account.email, OPERATOR);
    await expect(app.signInAs(account)).rejects.toThrow('could not sign in');
    expect(await activateAccount(account.email, OPERATOR)).toMatchObject({ status: 'active' });
    await app.signInAs(account);
    const events = await listAuditEvents({}, 3);
    expect(events.map((event) => event.action)).toEqual([
      'account.sign-in',
      'account.activate',
      'account.sign-in-failed',
    ]);
  });

  it('that never chose a password is invited again, not active, once it is activated', async () => {
    const email = 'never-came@example.org';
    await inviteAccount({ email, name: 'Nils Elder', role: 'analyst', mcoCode: null }, OPERATOR);
    await suspendAccount(email, OPERATOR);
    expect(await activateAccount(email, OPERATOR)).toMatchObject({ status: 'invited' });
  });

  it('cannot be made of one that is none, is suspended, or never confirmed its address', async () => {
    const account = await anAnalyst();
    await suspendAccount(account.email, OPERATOR);
    await expect(suspendAccount(account.email, OPERATOR)).rejects.toThrow('suspended already');
    await expect(suspendAccount('nobody@example.org', OPERATOR)).rejects.toThrow('No account has');
    const registration = aRegistration();
    await registerRepresentative(registration, { requestId: null, address: null });
    await expect(suspendAccount(registration.email, OPERATOR)).rejects.toThrow('never confirmed');
    await expect(activateAccount(registration.email, OPERATOR)).rejects.toThrow('not suspended');
  });
});
