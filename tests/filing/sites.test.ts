import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { createSite } from '../../src/accounts/organizations.queries.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { beginDraft, saveDraft } from '../../src/complaint/drafts.ts';
import { CERTIFICATIONS } from '../../src/complaint/move-details.ts';
import { perform } from '../../src/complaint/perform.ts';
import { transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { testApp } from '../support/app.ts';
import { actor, aDispute } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';

const app = testApp();
let owner: AccountProfile;
let visitor: Visitor;
let second: string;
let foreign: string;

beforeAll(async () => {
  owner = await aRepresentative();
  visitor = await app.signInAs(owner);
  const organizationId = owner.organizationId ?? '';
  const facts = { name: 'North Campus', npi: null, hfsProviderId: '7654321' };
  second = await transaction((tx) =>
    createSite(tx, organizationId, { ...facts, providerTypeCode: '030', county: 'Cook' }),
  );
  foreign = (await aRepresentative()).organization?.sites[0]?.id ?? '';
});

const first = () => owner.organization?.sites[0]?.id ?? '';
const begun = async (siteId: string) => {
  const id = newId();
  const answer = await visitor.post('/complaints/new', { id, siteId });
  return { id, answer };
};
const complaint = async (id: string) => (await getComplaintById(actor(owner), id)).complaint;

describe('Beginning a complaint', () => {
  it('of an organization with one site asks nothing', async () => {
    const alone = await app.signInAs(await aRepresentative());
    const page = await alone.get('/complaints/new');
    expect(page.$('[name="siteId"]')).toHaveLength(0);
    expect((await alone.submit('/complaints/new', {})).location).toContain('/screening');
  });

  it('of one with several asks which, and says so when it is not said', async () => {
    const page = await visitor.get('/complaints/new');
    expect(page.$('input[name="siteId"]')).toHaveLength(2);
    const { answer } = await begun('');
    expect(answer.errors).toEqual(['Choose the site that the complaint is about']);
    const { id, answer: going } = await begun(second);
    expect(going.location).toBe(`/complaints/drafts/${id}/screening`);
    expect(await complaint(id)).toMatchObject({ siteId: second, providerTypeCode: '030' });
  });

  it('for a site of another organization, or of none, is refused', async () => {
    for (const siteId of [foreign, newId(), 'x']) {
      const { id, answer } = await begun(siteId);
      expect(answer.status).toBe(422);
      expect((await visitor.get(`/complaints/drafts/${id}`)).status).toBe(404);
    }
  });
});

describe('A draft', () => {
  it('is moved to another site from the check of the answers, which shows the provider', async () => {
    const { id } = await begun(first());
    const check = await visitor.get(`/complaints/drafts/${id}/check`);
    expect(check.text).toContain('NPI 1234567893');
    expect(check.$(`a[href="/complaints/drafts/${id}/site?from=check"]`)).toHaveLength(1);
    const answer = await visitor.submit(`/complaints/drafts/${id}/site`, { siteId: second });
    expect(answer.location).toBe(`/complaints/drafts/${id}/check`);
    expect((await visitor.get(answer.location)).text).toContain('Site North Campus');
    expect(await complaint(id)).toMatchObject({ siteId: second, providerTypeCode: '030' });
  });

  it('that is filed says on its page for which site', async () => {
    const id = await beginDraft(actor(owner), newId(), { siteId: second });
    const version = await saveDraft(id, actor(owner), 0, aDispute());
    const certification = [...CERTIFICATIONS];
    const { reference } = await perform('submit', id, actor(owner), { version, certification });
    const page = await visitor.get(`/complaints/${reference}`);
    expect(page.text).toMatch(
      /Filed for Prairie Grove Clinic North Campus HFS provider ID 7654321, Cook County/,
    );
  });

  it('is not moved to a site of another organization', async () => {
    const { id } = await begun(first());
    const answer = await visitor.submit(`/complaints/drafts/${id}/site`, { siteId: foreign });
    expect(answer.errors).toEqual(['Choose the site that the complaint is about']);
    expect(await complaint(id)).toMatchObject({ siteId: first() });
    await expect(
      asOwner(app.ownerUrl(), 'UPDATE complaint SET site_id = $1 WHERE id = $2', [foreign, id]),
    ).rejects.toThrow('complaint_site_id_organization_id_fkey');
  });

  it('is checked by the county of its site', async () => {
    const id = await beginDraft(actor(owner), newId(), { siteId: second });
    await saveDraft(id, actor(owner), 0, { ...aDispute(), mcoCode: 'COUNTYCARE' });
    expect((await visitor.get(`/complaints/drafts/${id}/check`)).text).not.toContain('Cook County only');
    await visitor.submit(`/complaints/drafts/${id}/site`, { siteId: first() });
    expect((await visitor.get(`/complaints/drafts/${id}/check`)).text).toContain('Cook County');
  });

  it('of a site that was closed cannot be filed until another is chosen', async () => {
    const organizationId = owner.organizationId ?? '';
    const closing = await transaction((tx) =>
      createSite(tx, organizationId, {
        name: 'Old Annex',
        npi: '1932104098',
        hfsProviderId: null,
        providerTypeCode: '010',
        county: 'Sangamon',
      }),
    );
    const id = await beginDraft(actor(owner), newId(), { siteId: closing });
    await saveDraft(id, actor(owner), 0, aDispute());
    await asOwner(app.ownerUrl(), 'UPDATE site SET closed_at = now() WHERE id = $1', [closing]);
    expect((await visitor.get(`/complaints/drafts/${id}`)).location).toBe(`/complaints/drafts/${id}/site`);
    const page = await visitor.get(`/complaints/drafts/${id}/site`);
    expect(page.text).toContain('This site was closed: choose another');
    expect(page.text).not.toContain('Old Annex');
    await visitor.submit(`/complaints/drafts/${id}/site`, { siteId: second });
    expect((await visitor.get(`/complaints/drafts/${id}`)).location).toContain('/check');
  });
});
