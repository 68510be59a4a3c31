import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { newId } from '../../src/platform/identifier.ts';
import { testApp } from '../support/app.ts';
import { aClaimLine, actor, aDispute, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { aColleague, aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
let owner: AccountProfile;
let visitor: Visitor;
let filed: string;

const OTHER_CLAIM = { claimNumber: 'CL-OTHER-1', rin: '448127418' };

beforeAll(async () => {
  owner = await aRepresentative();
  visitor = await app.signInAs(owner);
  filed = (await aFiledComplaint(actor(owner))).reference ?? '';
});

async function checkPage(of: AccountProfile, who: Visitor, changes = aDispute()): Promise<Page> {
  const { id } = await aDraft(actor(of), changes);
  return who.get(`/complaints/drafts/${id}/check`);
}

const warning = (page: Page) => page.$('.usa-alert--warning').text().replace(/\s+/g, ' ');

describe('What may have been filed already', () => {
  it('is shown before filing, with a link, by its claim number however it is written', async () => {
    const again = aClaimLine({ claimNumber: 'cl-260000001', rin: '448127418' });
    const page = await checkPage(owner, visitor, aDispute({ claimLines: [again] }));
    expect(warning(page)).toContain('This may have been filed already');
    expect(warning(page)).toContain('the same claim number. HFS is checking it.');
    expect(page.$(`main a[href="/complaints/${filed}"]`).length).toBe(1);
    expect(page.$('a:contains("Continue")').length).toBe(1);
  });

  it('is shown by the same member on the same day', async () => {
    const page = await checkPage(
      owner,
      visitor,
      aDispute({ claimLines: [aClaimLine({ claimNumber: 'CL-OTHER-1' })] }),
    );
    expect(warning(page)).toContain('the same member on the same day');
  });

  it('is not another day of the member, another member, or another plan', async () => {
    const otherDay = aClaimLine({
      claimNumber: 'CL-OTHER-1',
      serviceFrom: '2026-01-05',
      serviceTo: '2026-01-05',
    });
    for (const changes of [
      aDispute({ claimLines: [otherDay] }),
      aDispute({ claimLines: [aClaimLine(OTHER_CLAIM)] }),
      { ...aDispute(), mcoCode: 'BCCHP' },
    ]) {
      expect(warning(await checkPage(owner, visitor, changes))).not.toContain('filed already');
    }
  });

  it('is told to a colleague by its reference and who stands for it, without a link', async () => {
    const colleague = await aColleague(owner);
    const page = await checkPage(colleague, await app.signInAs(colleague));
    expect(warning(page)).toContain(`${filed}: the same claim number. ${owner.name}`);
    expect(page.$(`main a[href="/complaints/${filed}"]`).length).toBe(0);
  });

  it('is nothing of another organization', async () => {
    const other = await aRepresentative();
    expect(warning(await checkPage(other, await app.signInAs(other)))).not.toContain('filed already');
  });
});

describe('Another complaint like one', () => {
  it('begins with its plan and topic, and asks for the rest', async () => {
    const begun = await visitor.submit(`/complaints/${filed}`, {}, 'form[action="/complaints/new"]');
    const resumed = await visitor.follow(begun);
    expect(resumed.location).toMatch(/\/prior-review$/);
    const id = resumed.location.split('/')[3];
    const check = await visitor.get(`/complaints/drafts/${id}/check`);
    expect(check.text).toContain('Meridian Health Plan of Illinois');
    expect(check.text).toContain('Denied: timely filing');
    expect(check.text).not.toContain('Okafor');
    expect(check.text).not.toContain('M-TRACK-77');
  });

  it('is begun once by a form that is sent twice', async () => {
    const id = newId();
    const first = await visitor.post('/complaints/new', { id, like: filed });
    const second = await visitor.post('/complaints/new', { id, like: filed });
    expect([first.location, second.location]).toEqual(Array(2).fill(`/complaints/drafts/${id}`));
  });

  it('cannot be like another’s', async () => {
    const other = await app.signInAs(await aRepresentative());
    expect((await other.post('/complaints/new', { id: newId(), like: filed })).status).toBe(404);
  });
});
