import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import type { Performed } from '../../src/complaint/perform.ts';
import { testApp } from '../support/app.ts';
import { aClaimLine, actor, aDispute, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
const RIN = '412345678';
const parts = {
  claimLines: [aClaimLine({ rin: RIN, claimNumber: 'CLM-77-A' })],
  priorReview: { ...aDispute().document?.priorReview, trackingNumber: 'MT 900 1' },
};

let analyst: AccountProfile;
let visitor: Visitor;
let complaint: Performed;

beforeAll(async () => {
  analyst = await anAnalyst();
  const filer = actor(await aRepresentative());
  complaint = await aFiledComplaint(filer, aDispute(parts));
  await aFiledComplaint(filer);
  await aDraft(filer, aDispute(parts));
  visitor = await app.signInAs(analyst);
});

describe('Finding a complaint', () => {
  it.each([
    [RIN, 'RIN'],
    ['412 345 678', 'RIN'],
    ['clm77a', 'Claim number'],
    ['mt-9001', 'Tracking number'],
  ])('by %s finds the one that has it (as %s), and no draft', async (text, shared) => {
    const page = await find(text);
    expect(page.status).toBe(200);
    const links = page
      .$('tbody th a')
      .toArray()
      .map((link) => page.$(link).text());
    expect(links).toEqual([complaint.reference]);
    expect(page.$('tbody').text()).toContain(shared);
  });

  it('by its reference leads straight to it, however it is typed', async () => {
    const typed = (complaint.reference ?? '').toLowerCase().replaceAll('-', ' ');
    expect((await find(typed)).location).toBe(`/casework/complaints/${complaint.reference}`);
  });

  it('by a number that no complaint has says so', async () => {
    expect((await find('999999999')).text).toContain('No complaint has this number.');
  });

  it.each([
    ['', 'Enter a reference, RIN, claim number or tracking number'],
    ['---', 'Enter at least one letter or digit'],
    ['PC-2026-000001-0', 'Check the reference number: at least one character is mistyped'],
    ['412-34-5678', 'This looks like a Social Security number'],
  ])('by “%s” is refused: %s', async (text, words) => {
    const page = await find(text);
    expect(page.status).toBe(422);
    expect(page.errors[0]).toContain(words);
    expect(page.body).not.toContain('412-34-5678');
  });

  it('sends what was sought in a form alone: no address has it, nor can an address ask for it', async () => {
    const page = await find(RIN);
    expect(page.location).toBe('');
    const addresses = page
      .$('[href], [action], [formaction]')
      .toArray()
      .map((each) => JSON.stringify(each.attribs));
    expect(addresses.filter((address) => address.includes(RIN))).toEqual([]);
    const asked = await visitor.get(`/casework/search?text=${RIN}`);
    expect(asked.text).not.toContain(complaint.reference);
  });

  it('is in the log by whom and for what, but what was sought is kept as its keyed digest alone', async () => {
    await find(RIN);
    const { rows } = await asOwner(
      app.ownerUrl(),
      "SELECT * FROM audit_event WHERE action = 'search.identifier' ORDER BY id DESC LIMIT 1",
    );
    expect(rows[0]).toMatchObject({ actor_id: analyst.id, subject_type: 'search', subject_id: 'rin' });
    expect(rows[0].changes.rin.after).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
    expect(rows[0].changes.found.after).toBe('1');
    expect(JSON.stringify(rows[0])).not.toContain(RIN);
  });
});

function find(text: string): Promise<Page> {
  return visitor.post('/casework/search', { text });
}
