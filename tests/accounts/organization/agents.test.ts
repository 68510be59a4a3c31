import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../../src/accounts/accounts.queries.ts';
import { listAuthorizations } from '../../../src/accounts/organization/agents.queries.ts';
import {
  type AuthorizedDays,
  authorizeAgent,
  changeAuthorization,
} from '../../../src/accounts/organization/agents.ts';
import { decideRegistration } from '../../../src/accounts/organization/registrations.ts';
import { listAuditEvents } from '../../../src/audit/audit.queries.ts';
import { getComplaintById } from '../../../src/complaint/complaints.queries.ts';
import { beginDraft, changeSiteOfDraft, saveDraft } from '../../../src/complaint/drafts.ts';
import { perform } from '../../../src/complaint/perform.ts';
import { shareComplaint } from '../../../src/complaint/sharing.ts';
import { listFilingSites } from '../../../src/complaint/sites.queries.ts';
import { isStillSeen } from '../../../src/complaint/still-seen.queries.ts';
import { oweMorningMail } from '../../../src/notices/morning-mail.ts';
import { now, setClock, today } from '../../../src/platform/clock.ts';
import { prisma } from '../../../src/platform/database/database.ts';
import { Forbidden, Invalid, NotFound } from '../../../src/platform/errors.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { testApp } from '../../support/app.ts';
import { actor, aDispute, aDraft, aFiledComplaint, aPresentedComplaint } from '../../support/complaints.ts';
import { sentMail } from '../../support/mail.ts';
import { aColleague, anAnalyst, aRepresentative } from '../../support/personas.ts';
import type { Fields, Visitor } from '../../support/visitor.ts';

const app = testApp();
const NEW = '/organization/agents/new';
const DAYS: AuthorizedDays = { startsOn: today(), endsOn: null };
const DATE = (name: string, { month, day, year }: { month: number; day: number; year: number }) => ({
  [`${name}-month`]: String(month),
  [`${name}-day`]: String(day),
  [`${name}-year`]: String(year),
});
const FROM_TODAY = DATE('startsOn', today());
let providers = 0;
let provider: AccountProfile;
let agent: AccountProfile;
let visitor: Visitor;

beforeEach(async () => {
  provider = await aProvider();
  agent = await aRepresentative({
    name: 'Ash Hazel',
    organization: { name: `Ledger Billing ${newId()}`, isBillingAgent: true },
  });
  visitor = await app.signInAs(provider);
});

afterEach(() => setClock(null));

function aProvider(): Promise<AccountProfile> {
  providers += 1;
  return aRepresentative({ name: 'Petra Elm', organization: { name: `Lakeside Clinic ${providers}` } });
}

const authorize = (fields: Fields = {}) =>
  visitor.submit(NEW, { agent: agent.organizationId ?? '', ...fields });

/** The provider has authorized the agent, within the days. */
async function authorized(days = DAYS): Promise<{ readonly id: string; readonly page: string }> {
  await authorizeAgent(actor(provider), agent.organizationId ?? '', days);
  const [given] = await listAuthorizations('providerId', provider.organizationId ?? '');
  return { id: given?.id ?? '', page: `/organization/agents/${given?.id}` };
}

const endForm = 'form[action$="/end"]';
const subjects = async ({ email }: AccountProfile) => (await sentMail(email)).map(({ subject }) => subject);

describe('Authorizing a billing agent', () => {
  it('lets it file for all sites of the provider, and both see that', async () => {
    expect(await listFilingSites(actor(agent))).toEqual([]);
    expect((await authorize()).location).toBe('/organization');
    expect(await subjects(agent)).toContain('A provider has authorized you');
    const own = await visitor.get('/organization');
    expect(own.text).toContain('Billing agents who file for you');
    expect(own.text).toContain('In force');
    const theirs = await (await app.signInAs(agent)).get('/organization');
    expect(theirs.text).toMatch(/Providers for whom you file.*Lakeside Clinic \d+ In force/);
    expect(theirs.text).not.toContain('Authorize a billing agent');
    const sites = await listFilingSites(actor(agent));
    expect(sites.map(({ organizationId }) => organizationId)).toEqual([provider.organizationId]);
    const [event] = await listAuditEvents({ action: 'organization.authorize-agent' }, 1);
    expect(event?.changes).toMatchObject({ agent: { before: null, after: agent.organization?.name } });
  });

  it('is for those alone that HFS has confirmed as billing agents, and once each', async () => {
    const other = await aRepresentative();
    for (const id of [other.organizationId, provider.organizationId, newId(), 'nobody', '']) {
      const page = await authorize({ agent: id ?? '' });
      expect(page.status).toBe(422);
      expect(page.errors[0]).toMatch(/^Choose a billing agent/);
    }
    await authorize();
    await expect(authorizeAgent(actor(provider), agent.organizationId ?? '', DAYS)).rejects.toThrow(Invalid);
  });

  it('is nothing for a provider whom HFS has not confirmed, nor for another billing agent', async () => {
    const pending = await prisma().organization.findUniqueOrThrow({
      where: { id: provider.organizationId ?? '' },
    });
    const refused = { standing: 'refused', reason: 'Not in the list.' } as const;
    await decideRegistration(pending.id, refused, pending.version, actor(await anAnalyst()));
    expect((await visitor.get(NEW)).status).toBe(403);
    expect((await visitor.post(NEW, { agent: agent.organizationId ?? '', ...FROM_TODAY })).status).toBe(403);
    const other = await aRepresentative({ organization: { name: 'Tally Billing', isBillingAgent: true } });
    const theirs = await app.signInAs(other);
    expect((await theirs.get(NEW)).status).toBe(403);
    expect((await theirs.post(NEW, { agent: agent.organizationId ?? '', ...FROM_TODAY })).status).toBe(403);
    expect(await listFilingSites(actor(agent))).toEqual([]);
    expect(await subjects(agent)).not.toContain('A provider has authorized you');
  });

  it('says beside each field what is wrong with the days, and keeps what was typed', async () => {
    const page = await authorize({ ...DATE('startsOn', { month: 13, day: 1, year: 2026 }) });
    expect(page.status).toBe(422);
    expect(page.$('[name=startsOn-month]').val()).toBe('13');
    const past = {
      ...DATE('startsOn', today().subtract({ days: 9 })),
      ...DATE('endsOn', today().subtract({ days: 1 })),
    };
    expect((await authorize(past)).errors).toEqual([
      'The last day cannot be past: to end it now, use “End it now”',
    ]);
    const far = await authorize(DATE('startsOn', { month: 1, day: 1, year: 1 }));
    expect(far.status).toBe(422);
    const backwards = await authorize(DATE('endsOn', today().subtract({ days: 1 })));
    expect(backwards.errors).toEqual(['The last day cannot be before the first day']);
    expect(backwards.$('[name=agent]').val()).toBe(agent.organizationId);
  });

  it('is an administrator’s, and each provider’s own', async () => {
    const { id, page } = await authorized();
    const member = await app.signInAs(await aColleague(provider));
    expect((await member.get(NEW)).status).toBe(403);
    expect((await member.post(`${page}/end`)).status).toBe(403);
    const other = await app.signInAs(await aProvider());
    expect((await other.get(page)).status).toBe(404);
    expect((await other.post(`${page}/end`)).status).toBe(404);
    expect((await (await app.signInAs(agent)).post(`${page}/end`)).status).toBe(404);
    await expect(changeAuthorization(actor(agent), id, DAYS)).rejects.toThrow(Forbidden);
    const foreign = actor(await aProvider());
    await expect(changeAuthorization(foreign, id, DAYS)).rejects.toThrow(NotFound);
  });
});

describe('A billing agent', () => {
  it('without a provider is told what is missing, and begins nothing', async () => {
    const page = await (await app.signInAs(agent)).get('/complaints/new');
    expect(page.text).toContain('No provider has authorized your organization');
    expect(page.$('main form')).toHaveLength(0);
    await expect(beginDraft(actor(agent))).rejects.toThrow(Invalid);
  });

  it('says for which of two providers it files, and files for that one', async () => {
    await authorized();
    const second = await aProvider();
    await authorizeAgent(actor(second), agent.organizationId ?? '', DAYS);
    const theirs = await app.signInAs(agent);
    const begin = await theirs.get('/complaints/new');
    expect(begin.text).toContain('For which provider do you file?');
    expect((await theirs.submit('/complaints/new', { siteId: '' })).errors).toEqual([
      'Choose the site that the complaint is about',
    ]);
    const siteId = second.organization?.sites[0]?.id ?? '';
    expect((await theirs.submit('/complaints/new', { siteId })).status).toBe(303);
    const draft = await prisma().complaint.findFirstOrThrow({ where: { siteId } });
    expect(draft.organizationId).toBe(second.organizationId);
    const check = await theirs.get(`/complaints/drafts/${draft.id}/check`);
    expect(check.text).toContain(`Billing agent ${agent.organization?.name}`);
    expect((await theirs.get('/complaints')).text).toContain(`${second.organization?.name}`);
  });

  it('files nothing for a site of a provider who has not authorized it', async () => {
    await authorized();
    const other = await aProvider();
    const siteId = other.organization?.sites[0]?.id;
    await expect(beginDraft(actor(agent), newId(), { siteId })).rejects.toThrow(Invalid);
  });

  it('stands for what it filed; the provider, HFS and the plan read whose it is', async () => {
    await authorized();
    const { reference } = await aPresentedComplaint(actor(agent), actor(await anAnalyst()));
    const theirs = await app.signInAs(agent);
    expect((await theirs.get('/complaints')).text).toMatch(new RegExp(`${reference}.*For Lakeside Clinic`));
    expect((await theirs.get(`/complaints/${reference}`)).status).toBe(200);
    expect((await visitor.get(`/complaints/${reference}`)).status).toBe(404);
    const held = await visitor.get('/organization/complaints');
    expect(held.text).toMatch(new RegExp(`${reference}.*Ash Hazel\\s*${agent.organization?.name}`));
    const staff = await app.signInAs(await anAnalyst());
    expect((await staff.get(`/casework/complaints/${reference}`)).text).toContain(
      `Billing agent ${agent.organization?.name}`,
    );
  });

  it('shares with its own people, and hands over among them', async () => {
    await authorized();
    const colleague = await aColleague(agent, { name: 'Cara Lime' });
    const { complaintId } = await aFiledComplaint(actor(agent));
    await shareComplaint(complaintId, actor(agent), colleague.id);
    expect((await getComplaintById(actor(colleague), complaintId)).party).toBe('filer');
    await expect(shareComplaint(complaintId, actor(agent), provider.id)).rejects.toThrow(Invalid);
    const page = await (await app.signInAs(agent)).submit(
      '/organization/complaints',
      { complaints: complaintId, to: colleague.id, reason: 'Holidays.' },
      'form[action$="/hand-over"]',
    );
    expect(page.status).toBe(303);
    const seen = await getComplaintById(actor(colleague), complaintId);
    expect(seen.isRepresentative).toBe(true);
    expect(seen.complaint.authorizationId).not.toBeNull();
  });

  it('keeps a draft with the provider for whom it was begun', async () => {
    await authorized();
    const draft = await aDraft(actor(agent), aDispute());
    const second = await aProvider();
    await authorizeAgent(actor(second), agent.organizationId ?? '', DAYS);
    const siteId = second.organization?.sites[0]?.id ?? '';
    await expect(changeSiteOfDraft(draft.id, actor(agent), siteId)).rejects.toThrow(
      'stays with its provider',
    );
    const theirs = await app.signInAs(agent);
    expect((await theirs.get(`/complaints/drafts/${draft.id}/site`)).body).not.toContain(siteId);
    const kept = await prisma().complaint.findUniqueOrThrow({ where: { id: draft.id } });
    expect(kept.organizationId).toBe(provider.organizationId);
  });

  it('is shown as a duplicate what it filed itself, and nothing that others did', async () => {
    await authorized();
    const own = await aFiledComplaint(actor(provider));
    const draft = await aDraft(actor(agent), aDispute());
    const theirs = await app.signInAs(agent);
    const check = `/complaints/drafts/${draft.id}/check`;
    expect((await theirs.get(check)).body).not.toContain(own.reference);
    const filed = await aFiledComplaint(actor(agent));
    expect((await theirs.get(check)).$(`a[href$="${filed.reference}"]`)).toHaveLength(1);
    const providers = await aDraft(actor(provider), aDispute());
    const page = await visitor.get(`/complaints/drafts/${providers.id}/check`);
    expect(page.text).toContain(`${agent.organization?.name} filed it for you.`);
    expect(page.$(`a[href$="${filed.reference}"]`)).toHaveLength(0);
  });

  it('files nothing and sees nothing while HFS has not confirmed it', async () => {
    await authorized();
    const filed = await aFiledComplaint(actor(agent));
    const { id, version } = await prisma().organization.findUniqueOrThrow({
      where: { id: agent.organizationId ?? '' },
    });
    const refused = { standing: 'refused', reason: 'Not in the list.' } as const;
    await decideRegistration(id, refused, version, actor(await anAnalyst()));
    await expect(aFiledComplaint(actor(agent))).rejects.toThrow(Invalid);
    await expect(getComplaintById(actor(agent), filed.complaintId)).rejects.toThrow(NotFound);
    expect((await visitor.get('/organization')).text).toContain(
      'Not confirmed by HFS Has 1 complaint or draft that nobody reads',
    );
  });
});

describe('Outside its days', () => {
  it('a billing agent files nothing, and sees nothing of what it filed', async () => {
    const { id } = await authorized({ startsOn: today().subtract({ days: 9 }), endsOn: today() });
    const draft = await aDraft(actor(agent), aDispute());
    const { complaintId, version } = await aFiledComplaint(actor(agent));
    expect(await isStillSeen(actor(agent), complaintId)).toBe(true);
    setClock(now().add({ hours: 24 }));
    expect(await isStillSeen(actor(agent), complaintId)).toBe(false);
    await expect(getComplaintById(actor(agent), complaintId)).rejects.toThrow(NotFound);
    await expect(saveDraft(draft.id, actor(agent), draft.version, aDispute())).rejects.toThrow(NotFound);
    await expect(perform('withdraw', complaintId, actor(agent), { version })).rejects.toThrow(NotFound);
    const theirs = await app.signInAs(agent);
    const list = await theirs.get('/complaints?tab=all');
    expect(list.body).not.toContain(complaintId);
    expect(list.body).not.toContain(draft.id);
    expect(await listFilingSites(actor(agent))).toEqual([]);
    const further = { startsOn: today().subtract({ days: 1 }), endsOn: null };
    await changeAuthorization(actor(provider), id, further);
    expect(await subjects(agent)).toContain('A provider has changed the days of its authorization');
    expect((await getComplaintById(actor(agent), complaintId)).isRepresentative).toBe(true);
  });

  it('every way to what it filed is shut', async () => {
    await authorized({ startsOn: today(), endsOn: today() });
    const draft = await aDraft(actor(agent), aDispute());
    const { reference } = await aFiledComplaint(actor(agent));
    let theirs = await app.signInAs(agent);
    const own = `/complaints/${reference}`;
    const pages = [own, `${own}/complaint.pdf`, `${own}/receipt.pdf`, `${own}/messages`, `${own}/sharing`];
    const drafts = ['check', 'claims', 'claims/import', 'files'].map(
      (step) => `/complaints/drafts/${draft.id}/${step}`,
    );
    const statuses = async () => {
      const answers = await Promise.all([...pages, ...drafts].map((address) => theirs.agent.get(address)));
      return answers.map(({ status }) => status);
    };
    expect(new Set(await statuses())).toEqual(new Set([200]));
    setClock(now().add({ hours: 24 }));
    theirs = await app.signInAs(agent);
    expect(new Set(await statuses())).toEqual(new Set([404]));
    for (const list of ['/complaints?tab=all', '/complaints/export.csv?tab=all'])
      expect((await theirs.get(list)).body).not.toMatch(new RegExp(`${reference}|${draft.id}`));
    // The mails that were sent are still listed; the drafts’ reminders are not.
    expect((await theirs.get('/account/notices')).body).not.toContain(draft.id);
    const found = await theirs.submit('/complaints/search', { find: '205755710' });
    expect(found.body).not.toContain(reference);
  });

  it('the provider’s administrators are told two weeks before, and when it is over, once each', async () => {
    await authorized({ startsOn: today(), endsOn: today().add({ days: 10 }) });
    for (const days of [0, 1, 11, 12]) {
      setClock(now().add({ hours: 24 * days + 12 }));
      await oweMorningMail();
      if (days < 12) setClock(null);
    }
    const told = await subjects(provider);
    expect(told.filter((subject) => subject.includes('ends soon'))).toHaveLength(1);
    expect(told.filter((subject) => subject.includes('is over'))).toHaveLength(1);
    expect((await subjects(agent)).join()).not.toContain('is over');
  });

  it('news of its complaints goes to the provider’s administrators', async () => {
    await authorized({ startsOn: today(), endsOn: today() });
    const { complaintId, version, reference } = await aFiledComplaint(actor(agent));
    setClock(now().add({ hours: 24 }));
    await perform('present', complaintId, actor(await anAnalyst()), {
      version,
      priorReviewConfirmed: true,
    });
    expect(await subjects(provider)).toContain(`Complaint ${reference} has news, and nobody to read it`);
    expect(await subjects(agent)).not.toContain(`Complaint ${reference} is with the plan`);
  });
});

describe('Ending it', () => {
  it('takes sight at once, gives its complaints to the provider’s people, and tells both', async () => {
    const { page } = await authorized();
    const { complaintId, reference } = await aFiledComplaint(actor(agent));
    const draft = await aDraft(actor(agent), aDispute());
    const asked = await visitor.submit(page, {}, endForm);
    expect(asked.errors).toEqual(['Choose who stands for the complaints from now on']);
    expect(asked.text).toContain('2 complaints and drafts');
    expect(await isStillSeen(actor(agent), complaintId)).toBe(true);
    expect((await visitor.submit(page, { to: provider.id }, endForm)).location).toBe('/organization');
    expect(await isStillSeen(actor(agent), complaintId)).toBe(false);
    expect((await visitor.get(`/complaints/${reference}`)).text).toContain(
      `${agent.organization?.name} files no more for the provider.`,
    );
    expect((await visitor.get(`/complaints/drafts/${draft.id}/check`)).status).toBe(200);
    expect(await subjects(agent)).toContain('A provider has ended its authorization');
    expect((await visitor.get('/organization')).text).toContain('Ended');
  });

  it('passes many at once, of which they who take over are told in one mail', async () => {
    const { page } = await authorized();
    const successor = await aColleague(provider, { name: 'Sol Rowan' });
    const drafts: string[] = [];
    for (let made = 0; made < 60; made += 1) drafts.push(await beginDraft(actor(agent)));
    expect((await visitor.submit(page, { to: successor.id }, endForm)).status).toBe(303);
    const held = await prisma().complaint.count({
      where: { id: { in: drafts }, representativeId: successor.id, authorizationId: null },
    });
    expect(held).toBe(60);
    const told = (await subjects(successor)).filter((subject) => subject.includes('yours now'));
    expect(told).toEqual(['Complaints of a billing agent are yours now']);
  });

  it('goes on with the rest when it was cut short', async () => {
    const { id, page } = await authorized();
    const { complaintId } = await aFiledComplaint(actor(agent));
    await prisma().billingAuthorization.update({ where: { id }, data: { endedAt: new Date() } });
    await expect(getComplaintById(actor(agent), complaintId)).rejects.toThrow(NotFound);
    expect((await visitor.submit(page, { to: provider.id }, endForm)).status).toBe(303);
    expect((await getComplaintById(actor(provider), complaintId)).isRepresentative).toBe(true);
  });

  it('passes what is owed to the agent about them, and waits, to whoever takes over', async () => {
    const { page } = await authorized();
    const { complaintId } = await aFiledComplaint(actor(agent));
    await prisma().notice.updateMany({
      where: { complaintId, recipientId: agent.id },
      data: { state: 'owed', inDigest: true, digestId: null, sentAt: null },
    });
    await visitor.submit(page, { to: provider.id }, endForm);
    expect(
      await prisma().notice.count({ where: { complaintId, recipientId: agent.id, state: 'owed' } }),
    ).toBe(0);
  });

  it('lets somebody who came from the agent to the provider keep what they filed, as the provider’s', async () => {
    const { page } = await authorized();
    const mover = await aColleague(agent, { name: 'Mo Alder' });
    const { complaintId } = await aFiledComplaint(actor(mover));
    await prisma().account.update({
      where: { id: mover.id },
      data: { organizationId: provider.organizationId },
    });
    await visitor.submit(page, { to: mover.id }, endForm);
    const moved = { ...actor(mover), organizationId: provider.organizationId };
    expect((await getComplaintById(moved, complaintId)).complaint.authorizationId).toBeNull();
  });

  it('gives them to nobody of the agent or of others', async () => {
    const { page } = await authorized();
    await aFiledComplaint(actor(agent));
    for (const to of [agent.id, (await aRepresentative()).id, newId()]) {
      expect((await visitor.submit(page, { to }, endForm)).status).toBe(422);
    }
  });

  it('needs nobody where nothing is held, and can be undone by new days', async () => {
    const { id, page } = await authorized();
    expect((await visitor.submit(page, {}, endForm)).status).toBe(303);
    expect(await listFilingSites(actor(agent))).toEqual([]);
    expect((await visitor.get(page)).$(endForm)).toHaveLength(0);
    await changeAuthorization(actor(provider), id, DAYS);
    expect(await listFilingSites(actor(agent))).toHaveLength(1);
  });
});
