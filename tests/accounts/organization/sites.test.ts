import { beforeEach, describe, expect, it } from 'vitest';
import { type AccountProfile, getProfile } from '../../../src/accounts/accounts.queries.ts';
import { findRegistered } from '../../../src/accounts/organization/registrations.queries.ts';
import { decideRegistration } from '../../../src/accounts/organization/registrations.ts';
import { addSite, changeSite } from '../../../src/accounts/organization/sites.ts';
import { OPERATOR } from '../../../src/accounts/origin.ts';
import { listAuditEvents } from '../../../src/audit/audit.queries.ts';
import { getComplaintById } from '../../../src/complaint/complaints.queries.ts';
import { testApp } from '../../support/app.ts';
import { actor, aDraft, aFiledComplaint } from '../../support/complaints.ts';
import { anAnalyst, aRepresentative } from '../../support/personas.ts';
import type { Visitor } from '../../support/visitor.ts';

const app = testApp();
let owner: AccountProfile;
let visitor: Visitor;

beforeEach(async () => {
  owner = await aRepresentative();
  visitor = await app.signInAs(owner);
});

const registered = async () => {
  const found = await findRegistered(owner.organizationId ?? '');
  if (!found) throw new Error('The organization is gone');
  return found;
};
const site = async () => {
  const [first] = (await registered()).sites;
  if (!first) throw new Error('No site is open');
  return first;
};
const CAMPUS = {
  name: 'North Campus',
  providerType: '030',
  hasNpi: 'no',
  hfsProviderId: '371234567001',
  county: 'Cook',
};

describe('A site', () => {
  it('is added by a form that asks what registering asks, and can be filed for at once', async () => {
    expect((await visitor.submit('/organization/sites/new', { name: '' })).errors).toHaveLength(4);
    const wrong = await visitor.submit('/organization/sites/new', { ...CAMPUS, hfsProviderId: '12' });
    expect(wrong.errors).toEqual(['Enter an HFS provider ID of 7 to 12 digits']);
    expect(wrong.$('#name').attr('value')).toBe('North Campus');
    expect((await visitor.submit('/organization/sites/new', CAMPUS)).location).toBe('/organization');
    expect((await visitor.get('/organization')).text).toContain('North Campus HFS has not looked at it yet');
    expect((await visitor.get('/complaints/new')).text).toContain('North Campus');
  });

  it('that is new or enrolled anew is shown to HFS until somebody has looked at it, and files meanwhile', async () => {
    const staff = await app.signInAs(await anAnalyst());
    const listed = async () => (await staff.get('/casework/registrations?tab=changed')).body;
    const address = `/casework/registrations/${owner.organizationId}`;
    expect(await listed()).not.toContain(address);
    const { id } = await site();
    const answer = await visitor.submit(`/organization/sites/${id}`, { npi: '1932104098' });
    expect(answer.location).toBe('/organization');
    expect((await registered()).standing).toBe('confirmed');
    expect(await listed()).toContain(address);
    await aFiledComplaint(actor(owner));
    const { version } = await registered();
    await expect(
      decideRegistration(owner.organizationId ?? '', { standing: 'confirmed' }, version - 1, OPERATOR),
    ).rejects.toThrow('changed or decided after you opened it');
    expect((await staff.submit(address, {})).status).toBe(303);
    expect(await listed()).not.toContain(address);
  });

  it('that is only called otherwise is the organization’s own affair', async () => {
    const { id } = await site();
    await visitor.submit(`/organization/sites/${id}`, { name: 'Main Street' });
    expect(await site()).toMatchObject({ id, name: 'Main Street', checkedAt: expect.any(Date) });
  });

  it('keeps what was filed under it: enrolled anew, another takes its place, and drafts move along', async () => {
    const before = await site();
    const filed = await aFiledComplaint(actor(owner));
    const draft = await aDraft(actor(owner));
    await visitor.submit(`/organization/sites/${before.id}`, { npi: '1932104098', providerType: '030' });
    const after = await site();
    expect(after.id).not.toBe(before.id);
    const seen = async (id: string) => (await getComplaintById(actor(owner), id)).complaint;
    expect(await seen(filed.complaintId)).toMatchObject({
      providerTypeCode: '010',
      site: { id: before.id, npi: '1234567893' },
    });
    expect(await seen(draft.id)).toMatchObject({
      providerTypeCode: '030',
      site: { id: after.id, npi: '1932104098' },
    });
    const [event] = await listAuditEvents({ action: 'organization.change-site' }, 1);
    expect(event?.changes).toMatchObject({ npi: { before: '1234567893', after: '1932104098' } });
  });

  it('is closed, but for the last one', async () => {
    const first = await site();
    const closing = 'form[action$="/close"]';
    const page = await visitor.submit(`/organization/sites/${first.id}`, {}, closing);
    expect(page.errors).toEqual(['This is the last site: add another before you close it']);
    await addSite(actor(owner), {
      name: 'East',
      npi: '1932104098',
      hfsProviderId: null,
      providerTypeCode: '010',
      county: 'Cook',
    });
    expect((await visitor.submit(`/organization/sites/${first.id}`, {}, closing)).location).toBe(
      '/organization',
    );
    expect((await visitor.get(`/organization/sites/${first.id}`)).status).toBe(404);
    expect((await site()).name).toBe('East');
  });
});

describe('A registration that was refused', () => {
  beforeEach(async () => {
    const { version } = await registered();
    const refused = { standing: 'refused', reason: 'The NPI is another’s.' } as const;
    await decideRegistration(owner.organizationId ?? '', refused, version, OPERATOR);
  });

  it('says why, and goes to HFS again when a site is changed', async () => {
    expect((await visitor.get('/organization')).text).toContain('The NPI is another’s.');
    const { id, providerTypeCode, county, name } = await site();
    await changeSite(actor(owner), id, {
      name,
      providerTypeCode,
      county,
      npi: '1932104098',
      hfsProviderId: null,
    });
    expect(await registered()).toMatchObject({ standing: 'pending', standingReason: null });
  });

  it('goes to HFS again by its name, or as it is', async () => {
    await visitor.submit('/organization/name', { name: 'Prairie Grove Clinic LLC' });
    expect(await registered()).toMatchObject({ standing: 'pending', name: 'Prairie Grove Clinic LLC' });
    const { version } = await registered();
    await decideRegistration(
      owner.organizationId ?? '',
      { standing: 'refused', reason: 'No.' },
      version,
      OPERATOR,
    );
    await visitor.submit('/organization', {}, 'form[action$="/send-again"]');
    expect((await registered()).standing).toBe('pending');
    expect((await getProfile(owner.id)).status).toBe('active');
  });
});
