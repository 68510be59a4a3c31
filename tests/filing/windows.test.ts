import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { actor, aDraft } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { sentMail } from '../support/mail.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { CERTIFICATION, type DraftWalk, walkOf } from './walk.ts';

const app = testApp();
let visitor: Visitor;
let representative: AccountProfile;

beforeAll(async () => {
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
  representative = await aRepresentative();
  visitor = await app.signInAs(representative);
});
afterAll(() => setClock(null));

async function aWholeDraft(): Promise<DraftWalk> {
  return walkOf(visitor, (await aDraft(actor(representative))).id);
}

const versionOn = async (walk: DraftWalk, step: string) =>
  (await walk.get(step)).$('main input[name=version]').attr('value') ?? '';

describe('A complaint that is sent twice', () => {
  it('by a double click is filed once, and both lead to the same confirmation', async () => {
    const walk = await aWholeDraft();
    const version = await versionOn(walk, 'certify');
    const form = { version, ...CERTIFICATION };
    const [one, other] = await Promise.all([
      visitor.post(walk.href('certify'), form),
      visitor.post(walk.href('certify'), form),
    ]);
    expect(one.status).toBe(303);
    expect(one.location).toMatch(/^\/complaints\/PC-.*\/filed$/);
    expect(other.location).toBe(one.location);
    expect(await countOf('submit', walk.id)).toBe(1);
    const reference = one.location.split('/')[2];
    const letters = (await sentMail(representative.email)).filter(({ subject }) =>
      subject.includes(reference ?? '-'),
    );
    expect(letters).toHaveLength(1);
  });

  it('by sending the form again later leads there too', async () => {
    const walk = await aWholeDraft();
    const version = await versionOn(walk, 'certify');
    const first = await visitor.post(walk.href('certify'), { version, ...CERTIFICATION });
    const again = await visitor.post(walk.href('certify'), { version, ...CERTIFICATION });
    expect(again.location).toBe(first.location);
  });

  it('by the back button leads from every page of the draft to the complaint', async () => {
    const walk = await aWholeDraft();
    const filed = await walk.answer('certify', CERTIFICATION);
    const complaint = filed.location.replace(/\/filed$/, '');
    for (const step of ['screening', 'prior-review', 'claims', 'files', 'check', 'certify', 'too-early']) {
      expect((await walk.get(step)).location).toBe(complaint);
    }
    const saved = await visitor.post(walk.href('story'), { version: '9', whatHappened: 'Something else' });
    expect(saved.location).toBe(complaint);
    expect((await visitor.get(complaint)).text).toContain('The claim was denied as late.');
  });
});

describe('A draft in two windows', () => {
  it('on the same step: the second sees what the first saved, keeps what it typed, and decides', async () => {
    const walk = await aWholeDraft();
    const version = await versionOn(walk, 'story');
    await walk.answer('story', { whatHappened: 'Written in the first window.' });
    const seenBefore = await viewsOf(walk.id);
    const second = await visitor.post(walk.href('story'), {
      version,
      whatHappened: 'Written in the second window.',
      resolutionSought: 'Pay it.',
    });
    expect(second.status).toBe(409);
    expect(second.text).toContain('This page was saved in another window');
    expect(second.$('.summary').text()).toContain('Written in the first window.');
    expect(second.$('#whatHappened').text()).toBe('Written in the second window.');
    // What stands there now was shown, so it was seen.
    expect(await viewsOf(walk.id)).toBe(seenBefore + 1);
    const kept = { whatHappened: 'Written in the second window.', resolutionSought: 'Pay it.' };
    const fresh = second.$('main input[name=version]').attr('value') ?? '';
    expect((await visitor.post(walk.href('story'), { version: fresh, ...kept })).status).toBe(303);
    expect((await walk.get('check')).text).toContain('Written in the second window.');
  });

  it('on two steps: both are saved', async () => {
    const walk = await aWholeDraft();
    const version = await versionOn(walk, 'story');
    await walk.answer('prior-review', { trackingNumber: 'M-OTHER-1' });
    const saved = await visitor.post(walk.href('story'), {
      version,
      whatHappened: 'Second.',
      resolutionSought: 'Pay.',
    });
    expect(saved.status).toBe(303);
    const check = await walk.get('check');
    expect(check.text).toContain('M-OTHER-1');
    expect(check.text).toContain('Second.');
  });

  it('changed after it was confirmed: it is not filed before it is confirmed again', async () => {
    const walk = await aWholeDraft();
    const version = await versionOn(walk, 'certify');
    await walk.answer('story', { whatHappened: 'Changed meanwhile.' });
    const refused = await visitor.post(walk.href('certify'), { version, ...CERTIFICATION });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('The draft was changed in another window');
    expect(await countOf('submit', walk.id)).toBe(0);
    expect((await walk.answer('certify', CERTIFICATION)).location).toMatch(/filed$/);
  });
});

async function countOf(move: string, complaintId: string): Promise<number> {
  const sql = 'SELECT count(*)::int AS count FROM history_entry WHERE move = $1 AND complaint_id = $2';
  const { rows } = await asOwner(app.ownerUrl(), sql, [move, complaintId]);
  return rows[0].count;
}

async function viewsOf(complaintId: string): Promise<number> {
  const sql =
    "SELECT count(*)::int AS count FROM audit_event WHERE action = 'complaint.view' AND complaint_id = $1";
  return (await asOwner(app.ownerUrl(), sql, [complaintId])).rows[0].count;
}
