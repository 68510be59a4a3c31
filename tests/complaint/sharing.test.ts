import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { removePerson } from '../../src/accounts/organization/people.ts';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { perform } from '../../src/complaint/perform.ts';
import { endShare, shareComplaint } from '../../src/complaint/sharing.ts';
import { isStillSeen } from '../../src/complaint/still-seen.queries.ts';
import { pool } from '../../src/platform/database/database.ts';
import { testApp } from '../support/app.ts';
import { actor, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { sentMail } from '../support/mail.ts';
import { aColleague, anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';

const app = testApp();
let owner: AccountProfile;
let colleague: AccountProfile;
let complaint: { id: string; reference: string; version: number };
let visitor: Visitor;
let theirs: Visitor;

beforeEach(async () => {
  owner = await aRepresentative();
  colleague = await aColleague(owner);
  const filed = await aFiledComplaint(actor(owner));
  complaint = { id: filed.complaintId, reference: filed.reference ?? '', version: filed.version };
  visitor = await app.signInAs(owner);
  theirs = await app.signInAs(colleague);
});

const address = () => `/complaints/${complaint.reference}`;
const share = (to: AccountProfile = colleague) =>
  visitor.submit(`${address()}/sharing`, { colleague: to.id }, 'form[action$="/sharing"]');

describe('Sharing a complaint', () => {
  it('with a colleague lets them read it and work on it, and tells them by mail', async () => {
    expect((await theirs.get(address())).status).toBe(404);
    expect((await share()).location).toBe(`${address()}/sharing`);
    const page = await theirs.get(address());
    expect(page.status).toBe(200);
    expect(page.text).toContain('Representative Renata Alder');
    expect((await theirs.get('/complaints')).text).toContain(`Shared by ${owner.name}`);
    const letters = await sentMail(colleague.email);
    expect(letters.at(-1)?.subject).toBe(`Complaint ${complaint.reference} is shared with you`);
    const [event] = await listAuditEvents({ action: 'complaint.share' }, 1);
    expect(event).toMatchObject({ actorId: owner.id, complaintId: complaint.id });
  });

  it('stands in the history that the provider and HFS read, with its end', async () => {
    await share();
    await endShare(complaint.id, actor(owner), colleague.id);
    const staff = await app.signInAs(await anAnalyst());
    for (const page of [await visitor.get(address()), await staff.get(`/casework${address()}`)]) {
      expect(page.text).toContain('Renata Alder shared the complaint with Corin Maple');
      expect(page.text).toContain('Renata Alder ended what Corin Maple sees of the complaint');
    }
  });

  it('leaves withdrawing and sharing on to the representative', async () => {
    await share();
    expect((await theirs.get(address())).text).not.toContain('Withdraw the complaint');
    expect((await theirs.get(`${address()}/sharing`)).status).toBe(403);
    expect((await theirs.get(`${address()}/moves/withdraw`)).location).toBe(address());
    const third = await aColleague(owner);
    await expect(shareComplaint(complaint.id, actor(colleague), third.id)).rejects.toThrow(
      'Only the representative',
    );
    await expect(endShare(complaint.id, actor(colleague), colleague.id)).rejects.toThrow(
      'Only the representative',
    );
    await expect(
      perform('withdraw', complaint.id, actor(colleague), { version: complaint.version }),
    ).rejects.toThrow('Only the representative');
    const staff = actor(await anAnalyst());
    const { version } = await perform('return', complaint.id, staff, {
      version: complaint.version,
      missing: ['document'],
      words: 'Add the letter.',
    });
    const answered = await perform('resubmit', complaint.id, actor(colleague), {
      version,
      words: 'Here it is.',
    });
    expect(answered.status).toBe('submitted');
  });

  it('is with a colleague who can sign in, and with nobody of another organization', async () => {
    const foreign = await aRepresentative();
    const removed = await aColleague(owner);
    await removePerson(actor(owner), removed.id);
    for (const who of [foreign, removed, owner]) {
      expect((await share(who)).errors).toEqual(['Choose a colleague']);
    }
    expect(
      (await visitor.submit(`${address()}/sharing`, { colleague: 'x' }, 'form[action$="/sharing"]')).status,
    ).toBe(422);
    const other = await app.signInAs(foreign);
    for (const form of ['/sharing', '/sharing/end']) {
      expect((await other.post(address() + form, { colleague: foreign.id })).status).toBe(404);
    }
  });

  it('twice shares it once; a draft is shared with nobody', async () => {
    await Promise.all([1, 2].map(() => shareComplaint(complaint.id, actor(owner), colleague.id)));
    const { rows } = await pool().query('SELECT 1 FROM complaint_share WHERE complaint_id = $1', [
      complaint.id,
    ]);
    expect(rows).toHaveLength(1);
    const draft = await aDraft(actor(owner));
    await expect(shareComplaint(draft.id, actor(owner), colleague.id)).rejects.toThrow('file it first');
  });
});

describe('Sight that was given', () => {
  it('ends with the share, at once and in the middle of a download', async () => {
    await share();
    expect(await isStillSeen(actor(colleague), complaint.id)).toBe(true);
    const ending = await visitor.submit(`${address()}/sharing`, {}, 'form[action$="/end"]');
    expect(ending.location).toBe(`${address()}/sharing`);
    expect(await isStillSeen(actor(colleague), complaint.id)).toBe(false);
    expect((await theirs.get(address())).status).toBe(404);
    expect((await theirs.get('/complaints')).text).not.toContain(complaint.reference);
  });

  it('ends with the removal, and does not come back with an invitation', async () => {
    await share();
    await removePerson(actor(owner), colleague.id);
    expect(await isStillSeen(actor(colleague), complaint.id)).toBe(false);
    const { rows } = await pool().query('SELECT ended_at FROM complaint_share WHERE account_id = $1', [
      colleague.id,
    ]);
    expect(rows).toEqual([{ ended_at: expect.any(Date) }]);
  });

  it('once ended is written for good', async () => {
    await share();
    await endShare(complaint.id, actor(owner), colleague.id);
    const again = 'UPDATE complaint_share SET ended_at = NULL, ended_by_id = NULL WHERE complaint_id = $1';
    await expect(pool().query(again, [complaint.id])).rejects.toThrow('append-only');
    await expect(pool().query('DELETE FROM complaint_share')).rejects.toThrow('permission denied');
  });
});
