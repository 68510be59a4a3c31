import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../../src/accounts/accounts.queries.ts';
import { removePerson } from '../../../src/accounts/organization/people.ts';
import { listAuditEvents } from '../../../src/audit/audit.queries.ts';
import { getComplaintById } from '../../../src/complaint/complaints.queries.ts';
import { perform } from '../../../src/complaint/perform.ts';
import { shareComplaint } from '../../../src/complaint/sharing.ts';
import { pool } from '../../../src/platform/database/database.ts';
import { testApp } from '../../support/app.ts';
import { actor, aDraft, aFiledComplaint } from '../../support/complaints.ts';
import { sentMail } from '../../support/mail.ts';
import { aColleague, anAnalyst, aRepresentative } from '../../support/personas.ts';
import type { Fields, Visitor } from '../../support/visitor.ts';

const app = testApp();
const FORM = 'form[action$="/hand-over"]';
const PAGE = '/organization/complaints';
let administrator: AccountProfile;
let leaver: AccountProfile;
let successor: AccountProfile;
let complaint: { id: string; reference: string; version: number };
let visitor: Visitor;

beforeEach(async () => {
  administrator = await aRepresentative();
  leaver = await aColleague(administrator, { name: 'Lea Sorrel' });
  successor = await aColleague(administrator, { name: 'Sol Rowan' });
  const filed = await aFiledComplaint(actor(leaver));
  complaint = { id: filed.complaintId, reference: filed.reference ?? '', version: filed.version };
  visitor = await app.signInAs(administrator);
});

const handOver = (fields: Fields = {}) =>
  visitor.submit(
    PAGE,
    { complaints: complaint.id, to: successor.id, reason: 'Lea has left.', ...fields },
    FORM,
  );
const subjects = async ({ email }: AccountProfile) => (await sentMail(email)).map(({ subject }) => subject);

describe('The complaints of an organization', () => {
  it('are listed to its administrator without anything that is in them, and cannot be opened', async () => {
    const page = await visitor.get(PAGE);
    expect(page.text).toContain(complaint.reference);
    expect(page.text).toContain('Lea Sorrel');
    expect(page.body).not.toMatch(/Okafor|205755710|Meridian|CL260000001/);
    expect((await visitor.get(`/complaints/${complaint.reference}`)).status).toBe(404);
    expect((await visitor.get(`${PAGE}?person=${successor.id}`)).text).not.toContain(complaint.reference);
  });

  it('are listed to no other', async () => {
    const other = await app.signInAs(await aRepresentative());
    expect((await other.get(PAGE)).text).not.toContain(complaint.reference);
    expect((await other.get(`${PAGE}?person=${leaver.id}`)).text).not.toContain(complaint.reference);
    expect((await (await app.signInAs(leaver)).get(PAGE)).status).toBe(403);
  });
});

describe('Handing a complaint over', () => {
  it('gives it to another, tells both, and stands in its history with the reason', async () => {
    await removePerson(actor(administrator), leaver.id);
    expect((await handOver()).location).toBe(PAGE);
    expect(await subjects(successor)).toContain(`Complaint ${complaint.reference} is yours now`);
    expect(await subjects(leaver)).toContain(`Complaint ${complaint.reference} is with a colleague now`);
    const theirs = await app.signInAs(successor);
    const page = await theirs.get(`/complaints/${complaint.reference}`);
    expect(page.text).toContain('handed the complaint over from Lea Sorrel to Sol Rowan');
    expect(page.text).toContain('Lea has left.');
    expect(page.text).toContain('Filed by Lea Sorrel');
    const staff = await app.signInAs(await anAnalyst());
    expect((await staff.get(`/casework/complaints/${complaint.reference}`)).text).toContain('Lea has left.');
    const [event] = await listAuditEvents({ action: 'complaint.hand-over' }, 1);
    expect(event?.changes).toEqual({ representativeId: { before: leaver.id, after: successor.id } });
    await perform('withdraw', complaint.id, actor(successor), { version: complaint.version });
  });

  it('keeps the reason as ciphertext, and what was handed over for good', async () => {
    await handOver();
    const { rows } = await pool().query('SELECT words FROM hand_over WHERE complaint_id = $1', [
      complaint.id,
    ]);
    expect(rows[0].words.includes('Lea has left')).toBe(false);
    await expect(pool().query('UPDATE hand_over SET to_id = from_id')).rejects.toThrow('permission denied');
  });

  it('takes it from who had it, and from those with whom they shared it', async () => {
    await shareComplaint(complaint.id, actor(leaver), administrator.id);
    expect((await getComplaintById(actor(administrator), complaint.id)).isRepresentative).toBe(false);
    await handOver();
    for (const account of [leaver, administrator]) {
      await expect(getComplaintById(actor(account), complaint.id)).rejects.toThrow();
    }
  });

  it('is done for drafts too, and for many at once: for all of them, or for none', async () => {
    const draft = await aDraft(actor(leaver));
    const foreign = await aFiledComplaint(actor(await aRepresentative()));
    const mixed = await handOver({ complaints: [complaint.id, foreign.complaintId] });
    expect(mixed.status).toBe(404);
    expect((await getComplaintById(actor(leaver), complaint.id)).isRepresentative).toBe(true);
    expect((await handOver({ complaints: [complaint.id, draft.id] })).location).toBe(PAGE);
    expect(await subjects(successor)).toContain('A draft is yours now');
    const theirs = await app.signInAs(successor);
    expect((await theirs.get(`/complaints/drafts/${draft.id}/check`)).status).toBe(200);
  });

  it('says beside each field what is missing, and keeps what was typed', async () => {
    const page = await handOver({ complaints: [], to: '', reason: '' });
    expect(page.errors).toEqual([
      'Choose at least one complaint',
      'Choose who stands for the complaints from now on',
      'Write why they are handed over',
    ]);
    const kept = await handOver({ to: '', reason: 'On leave.' });
    expect(kept.$('textarea').text()).toContain('On leave.');
    expect(kept.$(`input[value="${complaint.id}"]`).attr('checked')).toBe('checked');
  });

  it('is to nobody of another organization, nor to who was removed', async () => {
    const foreign = await aRepresentative();
    await removePerson(actor(administrator), successor.id);
    for (const to of [foreign.id, successor.id]) {
      expect((await handOver({ to })).errors).toEqual(['Choose who stands for the complaints from now on']);
    }
  });

  it('is an administrator’s, and of their own organization', async () => {
    const fields = { complaints: complaint.id, to: successor.id, reason: 'Mine.' };
    const other = await app.signInAs(await aRepresentative());
    expect((await other.post(`${PAGE}/hand-over`, fields)).status).toBe(404);
    const member = await app.signInAs(successor);
    expect((await member.post(`${PAGE}/hand-over`, fields)).status).toBe(403);
    await expect(getComplaintById(actor(successor), complaint.id)).rejects.toThrow();
  });
});

describe('News of a complaint whose representative was removed', () => {
  it('is told to the administrators, who can hand it over, and not to who has left', async () => {
    await removePerson(actor(administrator), leaver.id);
    const before = (await sentMail(leaver.email)).length;
    const staff = actor(await anAnalyst());
    await perform('return', complaint.id, staff, {
      version: complaint.version,
      missing: ['document'],
      words: 'Add the letter.',
    });
    expect(await sentMail(leaver.email)).toHaveLength(before);
    const letter = (await sentMail(administrator.email)).at(-1);
    expect(letter?.subject).toBe(`Complaint ${complaint.reference} has news, and nobody to read it`);
    expect(letter?.text).toContain('/organization/complaints');
  });
});
