import { beforeEach, describe, expect, it } from 'vitest';
import { type AccountProfile, getProfile } from '../../../src/accounts/accounts.queries.ts';
import { inviteAccount } from '../../../src/accounts/invitations.ts';
import { invitePerson } from '../../../src/accounts/organization/invite-person.ts';
import { changePart, removePerson } from '../../../src/accounts/organization/people.ts';
import { OPERATOR } from '../../../src/accounts/origin.ts';
import { requestPasswordLink, setPassword } from '../../../src/accounts/passwords.ts';
import { registerRepresentative } from '../../../src/accounts/registration.ts';
import { activateAccount } from '../../../src/accounts/standing.ts';
import { listAuditEvents } from '../../../src/audit/audit.queries.ts';
import { beginDraft, saveDraft } from '../../../src/complaint/drafts.ts';
import { CERTIFICATIONS } from '../../../src/complaint/move-details.ts';
import { perform } from '../../../src/complaint/perform.ts';
import { transaction } from '../../../src/platform/database/database.ts';
import { testApp } from '../../support/app.ts';
import { actor, aDispute, aDraft, aFiledComplaint } from '../../support/complaints.ts';
import { sentMail } from '../../support/mail.ts';
import { aColleague, aRegistration, aRepresentative, PASSWORD } from '../../support/personas.ts';
import type { Visitor } from '../../support/visitor.ts';

const app = testApp();
const NOWHERE = { requestId: null, address: null };
let administrator: AccountProfile;
let member: AccountProfile;
let visitor: Visitor;

beforeEach(async () => {
  administrator = await aRepresentative();
  member = await aColleague(administrator);
  visitor = await app.signInAs(administrator);
});

const pageOf = ({ id }: AccountProfile) => `/organization/people/${id}`;
const statusOf = async ({ id }: AccountProfile) => (await getProfile(id)).status;

describe('An organization', () => {
  it('is administered by who registered it, and shows its members the same without what changes it', async () => {
    expect(administrator.organizationRole).toBe('administrator');
    const own = await visitor.get('/organization');
    const seen = await (await app.signInAs(member)).get('/organization');
    for (const page of [own, seen]) {
      expect(page.text).toContain('Prairie Grove Clinic');
      expect(page.text).toContain('Corin Maple');
      expect(page.text).toContain('NPI 1234567893');
    }
    expect(own.$('a[href^="/organization/"]').length).toBeGreaterThan(4);
    expect(seen.$('main a[href^="/organization/"]')).toHaveLength(0);
  });

  it('is not changed by its members', async () => {
    const theirs = await app.signInAs(member);
    for (const path of [
      `${pageOf(administrator).slice(13)}/remove`,
      `${pageOf(member).slice(13)}/part`,
      '/people/invite',
      '/sites/new',
      '/name',
      '/send-again',
    ]) {
      const answer = await theirs.post(`/organization${path}`, { part: 'administrator', name: 'Mine' });
      expect({ path, status: answer.status }).toEqual({ path, status: 403 });
    }
    expect(await statusOf(administrator)).toBe('active');
  });

  it('is not changed by the administrators of another', async () => {
    const other = await app.signInAs(await aRepresentative());
    for (const path of [`${pageOf(member)}/remove`, `${pageOf(member)}/part`]) {
      expect((await other.post(path, { part: 'administrator' })).status).toBe(404);
    }
    const site = administrator.organization?.sites[0]?.id;
    expect((await other.post(`/organization/sites/${site}/close`)).status).toBe(404);
    expect((await other.post(`/organization/sites/${site}`, { name: 'Mine' })).status).toBe(404);
    expect(await statusOf(member)).toBe('active');
  });
});

describe('Inviting to an organization', () => {
  it('mails a link with which somebody begins, and files for it at once', async () => {
    const answer = await visitor.submit('/organization/people/invite', {
      name: 'Nils Rowan',
      email: 'Nils.Rowan@example.org',
      part: 'member',
    });
    expect(answer.location).toBe('/organization');
    expect((await visitor.follow(answer)).text).toContain('Invited, has not come yet');
    const [letter] = await sentMail('nils.rowan@example.org');
    const link = /\/password\/new\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
    await app.visitor().submit(link, { password: PASSWORD });
    const theirs = await app.signInAs({ email: 'nils.rowan@example.org' });
    expect((await theirs.get('/complaints/new')).status).toBe(200);
    const [event] = await listAuditEvents({ action: 'organization.invite' }, 1);
    expect(event).toMatchObject({ actorId: administrator.id, organizationId: administrator.organizationId });
  });

  it('says beside each field what is missing', async () => {
    const page = await visitor.submit('/organization/people/invite', { name: '', email: 'x', part: '' });
    expect(page.errors).toHaveLength(3);
  });

  it('takes nobody from another organization or from HFS, and nobody into one that is not confirmed', async () => {
    const invite = (email: string) =>
      invitePerson(actor(administrator), { email, name: 'Somebody Else', part: 'member' });
    const foreign = await aRepresentative();
    await inviteAccount({ email: 'ina@example.org', name: 'Ina', role: 'analyst', mcoCode: null }, OPERATOR);
    for (const email of [foreign.email, member.email, 'ina@example.org']) {
      await expect(invite(email)).rejects.toThrow('has an account already');
    }
    await invitePerson(actor(foreign), { email: 'theirs@example.org', name: 'Theirs', part: 'member' });
    await expect(invite('theirs@example.org')).rejects.toThrow('has an account already');
    const outcome = await registerRepresentative(aRegistration(), OPERATOR);
    if (outcome.kind !== 'registered') throw new Error('Registered before');
    await expect(
      invitePerson(actor(await getProfile(outcome.accountId)), {
        email: 'n@example.org',
        name: 'N',
        part: 'member',
      }),
    ).rejects.toThrow('Your access has ended');
  });

  it('again sends another link to the same account; who registered and never confirmed comes with theirs', async () => {
    const invited = { email: 'twice@example.org', name: 'Twice', part: 'member' } as const;
    const first = await invitePerson(actor(administrator), invited);
    const second = await invitePerson(actor(administrator), invited);
    expect(second.accountId).toBe(first.accountId);
    expect(await setPassword(first.linkId, PASSWORD, NOWHERE)).toBeNull();
    const registered = aRegistration();
    await registerRepresentative(registered, OPERATOR);
    const { linkId } = await invitePerson(actor(administrator), { ...invited, email: registered.email });
    expect(await setPassword(linkId, PASSWORD, NOWHERE)).toMatchObject({
      organizationId: administrator.organizationId,
      organizationRole: 'member',
    });
  });
});

describe('The last administrator', () => {
  it('stays one, and is not removed, until somebody else is one', async () => {
    const page = await visitor.submit(pageOf(administrator), { part: 'member' });
    expect(page.errors).toEqual(['This is the last administrator: make somebody else one first']);
    expect((await visitor.get(pageOf(administrator))).$('form[action$="/remove"]')).toHaveLength(0);
    await expect(removePerson(actor(administrator), administrator.id)).rejects.toThrow('remove yourself');
    expect((await visitor.submit(pageOf(member), { part: 'administrator' })).location).toBe('/organization');
    expect((await visitor.submit(pageOf(administrator), { part: 'member' })).location).toBe('/organization');
    expect((await visitor.get(pageOf(member))).status).toBe(403);
  });

  it('is not one who was invited and has not come', async () => {
    await invitePerson(actor(administrator), {
      email: 'late@example.org',
      name: 'Late',
      part: 'administrator',
    });
    await expect(changePart(actor(administrator), administrator.id, 'member')).rejects.toThrow(
      'last administrator',
    );
  });

  it('is left when two administrators remove each other at once', async () => {
    await changePart(actor(administrator), member.id, 'administrator');
    const other = await getProfile(member.id);
    const outcomes = await Promise.allSettled([
      removePerson(actor(administrator), other.id),
      removePerson(actor(other), administrator.id),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = [await statusOf(administrator), await statusOf(other)];
    expect(left.toSorted()).toEqual(['active', 'suspended']);
  });
});

describe('Somebody who is removed', () => {
  it('is signed out everywhere, and neither signs in again nor uses a link that was mailed', async () => {
    const theirs = await app.signInAs(member);
    await requestPasswordLink(member.email, NOWHERE);
    const letter = (await sentMail(member.email)).at(-1);
    const link = /\/password\/new\/\S+/.exec(letter?.text ?? '')?.[0] ?? '';
    const answer = await visitor.submit(pageOf(member), {}, 'form[action$="/remove"]');
    expect(answer.location).toBe(`/organization/complaints?person=${member.id}`);
    expect((await visitor.get('/organization')).text).not.toContain(member.email);
    expect((await theirs.get('/complaints')).location).toContain('/sign-in');
    await expect(app.signInAs(member)).rejects.toThrow('could not sign in');
    expect((await app.visitor().get(link)).status).toBe(404);
    const [event] = await listAuditEvents({ action: 'organization.remove-person' }, 1);
    expect(event).toMatchObject({ subjectId: member.id, actorId: administrator.id });
  });

  it('is not let in again by the operator, but by an invitation, with a password of their own', async () => {
    await removePerson(actor(administrator), member.id);
    await expect(activateAccount(member.email, OPERATOR)).rejects.toThrow('removed from its organization');
    const elsewhere = await aRepresentative();
    const invited = { email: member.email, name: member.name, part: 'member' } as const;
    const { accountId, linkId } = await invitePerson(actor(elsewhere), invited);
    expect(accountId).toBe(member.id);
    await expect(app.signInAs(member)).rejects.toThrow('could not sign in');
    await setPassword(linkId, 'another otter in the meadow', NOWHERE);
    expect((await getProfile(member.id)).organizationId).toBe(elsewhere.organizationId);
  });

  it('does nothing more with a request that had begun before', async () => {
    const own = actor(member);
    const draft = await aDraft(own);
    const filed = await aFiledComplaint(own);
    await removePerson(actor(administrator), member.id);
    const ended = 'Your access has ended';
    await expect(beginDraft(own)).rejects.toThrow(ended);
    await expect(saveDraft(draft.id, own, draft.version, aDispute())).rejects.toThrow(ended);
    await expect(
      perform('submit', draft.id, own, { version: draft.version, certification: [...CERTIFICATIONS] }),
    ).rejects.toThrow(ended);
    await expect(perform('withdraw', filed.complaintId, own, { version: filed.version })).rejects.toThrow(
      ended,
    );
  });

  it('while a move waits for its turn, does not make it', async () => {
    const { complaintId, version } = await aFiledComplaint(actor(member));
    let withdrawal: Promise<unknown> = Promise.resolve();
    await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM complaint WHERE id = ${complaintId}::uuid FOR UPDATE`;
      withdrawal = perform('withdraw', complaintId, actor(member), { version }).catch(
        (error: Error) => error,
      );
      await removePerson(actor(administrator), member.id);
    });
    expect(await withdrawal).toMatchObject({ name: 'SignInNeeded' });
  });
});
