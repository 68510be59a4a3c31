import { describe, expect, it } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { actor, aDispute, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Page } from '../support/visitor.ts';

const app = testApp();

const references = (page: Page) =>
  page
    .$('tbody th a')
    .toArray()
    .map((link) => page.$(link).text());

describe('My complaints', () => {
  it('says what to do when there is nothing yet', async () => {
    const page = await (await app.signInAs(await aRepresentative())).get('/complaints');
    expect(page.text).toContain('You have not filed a complaint yet');
    expect(page.$('main a[href="/complaints/new"]').length).toBe(1);
  });

  it('lists drafts first, with what they lack, and leads to the first step that lacks something', async () => {
    const account = await aRepresentative();
    const visitor = await app.signInAs(account);
    const { story: _story, priorReview: _review, ...rest } = aDispute().document ?? {};
    const draft = await aDraft(actor(account), { ...aDispute(), document: rest });
    const page = await visitor.get('/complaints');
    expect(page.text).toContain('Meridian Health Plan of Illinois: Denied: timely filing');
    expect(page.text).toContain('Still missing: What the plan was asked, What happened.');
    const resumed = await visitor.get(page.$('.drafts a').attr('href') ?? '');
    expect(resumed.location).toBe(`/complaints/drafts/${draft.id}/prior-review`);
  });

  it('leads a complete draft to the check of all answers', async () => {
    const account = await aRepresentative();
    const visitor = await app.signInAs(account);
    const { id } = await aDraft(actor(account));
    expect((await visitor.get('/complaints')).text).toContain('Complete: check it and file it.');
    expect((await visitor.get(`/complaints/drafts/${id}`)).location).toBe(`/complaints/drafts/${id}/check`);
  });

  it('leads a draft that comes too early to the page that names its first day', async () => {
    const account = await aRepresentative();
    const visitor = await app.signInAs(account);
    const filedOn = today().subtract({ days: 10 }).toString();
    const priorReview = { filedOn, trackingNumber: 'M-TRACK-77' };
    const { id } = await aDraft(actor(account), aDispute({ priorReview }));
    expect((await visitor.get(`/complaints/drafts/${id}`)).location).toBe(
      `/complaints/drafts/${id}/too-early`,
    );
    expect((await visitor.get('/complaints')).$('main a[href="/complaints/new"]').length).toBe(1);
  });

  it('shows five drafts, and all of them when asked', async () => {
    const account = await aRepresentative();
    const visitor = await app.signInAs(account);
    for (let count = 0; count < 6; count += 1) await aDraft(actor(account), {});
    const page = await visitor.get('/complaints');
    expect(page.$('.drafts__draft').length).toBe(5);
    const all = await visitor.get(page.$('a:contains("Show all drafts")').attr('href') ?? '');
    expect(all.$('.drafts__draft').length).toBe(6);
  });

  it('says of each complaint who has it, until when and under which rule', async () => {
    const account = await aRepresentative();
    const { reference } = await aFiledComplaint(actor(account));
    const page = await (await app.signInAs(account)).get('/complaints');
    const row = page.$(`tr:contains("${reference}")`).text().replace(/\s+/g, ' ');
    expect(row).toContain('HFS is checking it');
    expect(row).toContain('Denied: timely filing');
    expect(row).toContain('Present the complaint to the plan (89 Ill. Adm. Code 140.75(c))');
  });

  it('pages from the newest to the oldest and back, without a gap or a repetition', async () => {
    const account = await aRepresentative();
    const visitor = await app.signInAs(account);
    const { complaintId } = await aFiledComplaint(actor(account));
    await copyComplaint(complaintId, 59);
    const first = await visitor.get('/complaints?tab=all');
    const second = await visitor.get(first.$('a[rel=next]').attr('href') ?? '');
    const third = await visitor.get(second.$('a[rel=next]').attr('href') ?? '');
    const seen = [first, second, third].map(references);
    expect(seen.map((page) => page.length)).toEqual([25, 25, 10]);
    expect(new Set(seen.flat()).size).toBe(60);
    expect(third.$('a[rel=next]').length).toBe(0);
    const back = await visitor.get(third.$('a[rel=prev]').attr('href') ?? '');
    expect(references(back)).toEqual(seen[1]);
    const start = await visitor.get(back.$('a[rel=prev]').attr('href') ?? '');
    expect(references(start)).toEqual(seen[0]);
    expect(start.$('a[rel=prev]').length).toBe(0);
  });
});

/** Rows like one that was filed, with numbers of their own: sixty walks through the form would say no more. */
async function copyComplaint(id: string, times: number): Promise<void> {
  const copied =
    'status, version, organization_id, site_id, filed_by_id, representative_id, provider_type_code, mco_code, program_code, topic_code, is_urgent, policy_version, submitted_at, document';
  const sql = `INSERT INTO complaint (id, number, reference, ${copied})
    SELECT gen_random_uuid(), 1000 + copy, 'PC-COPY-' || copy, ${copied}
    FROM complaint, generate_series(1, $2::int) AS copy WHERE id = $1`;
  await asOwner(app.ownerUrl(), sql, [id, times]);
}
