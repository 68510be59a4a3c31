import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { perform } from '../../src/complaint/perform.ts';
import { sendMessage } from '../../src/messages/send-message.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { oweMorningMail } from '../../src/notices/morning-mail.ts';
import { saveChoices } from '../../src/notices/preferences.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { prisma, transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { useKeys } from '../support/app.ts';
import { actor, aFiledComplaint, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { receiveMail, sentMail } from '../support/mail.ts';
import { aLiaison, anAnalyst, aRepresentative, aSupervisor } from '../support/personas.ts';
import { watch } from './support/passing-time.ts';

const database = useDatabase();
const keys = useKeys();
const stored = watch(database.ownerUrl);

let filer: Actor;
let supervisor: Actor;
let liaison: Actor;

beforeAll(async () => {
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  filer = actor(await aRepresentative());
  supervisor = actor(await aSupervisor());
  await aSupervisor({ name: 'Soren Beech' });
  liaison = actor(await aLiaison());
});
afterAll(() => setClock(null));
afterEach(() => setClock(null));

describe('Of what somebody outside of HFS does, by mail hears', () => {
  it('whoever has the complaint, and nobody else at HFS', async () => {
    const { id, version } = await presentedTo(actor(await anAnalyst()));
    await perform('not-ours', id, liaison, { version, words: 'Another plan’s member.' });
    expect(await staffNotices(id)).toEqual(['staff-complaint-moved to Anselm Birch']);
  });

  it('each supervisor, once whoever has it has left, and not who left', async () => {
    const leaver = actor(await anAnalyst({ name: 'Lena Aspen' }));
    const { id, version } = await presentedTo(leaver);
    await suspend(leaver);
    await perform('propose', id, liaison, { version, ...aProposal('upheld') });
    expect(await staffNotices(id)).toEqual([
      'staff-complaint-unassigned to Soren Beech',
      'staff-complaint-unassigned to Sunniva Cedar',
    ]);
    const [mail] = (await sentMail()).filter(({ subject }) => subject.includes('nobody at HFS'));
    expect(mail?.text).toContain('assigned to nobody who works at HFS');
  });

  it('each supervisor, while nobody has it and HFS has to go on', async () => {
    const { complaintId: id, version } = await aPresentedComplaint(filer, supervisor);
    await perform('not-ours', id, liaison, { version, words: 'Another plan’s member.' });
    expect(await staffNotices(id)).toEqual([
      'staff-complaint-unassigned to Soren Beech',
      'staff-complaint-unassigned to Sunniva Cedar',
    ]);
  });

  it('nobody at HFS, while nobody has it and the other side goes on', async () => {
    const { complaintId: id, version } = await aPresentedComplaint(filer, supervisor);
    await perform('propose', id, liaison, { version, ...aProposal('upheld') });
    expect(await staffNotices(id)).toEqual([]);
  });

  it('of a message, each supervisor once whoever has the complaint has left', async () => {
    const leaver = actor(await anAnalyst({ name: 'Liv Aspen' }));
    const { id } = await presentedTo(leaver);
    await suspend(leaver);
    await sendMessage(await getComplaintById(filer, id), 'provider', filer, {
      id: newId(),
      words: 'Any news?',
    });
    expect(await staffNotices(id)).toEqual([
      'staff-complaint-unassigned to Soren Beech',
      'staff-complaint-unassigned to Sunniva Cedar',
    ]);
  });
});

describe('A supervisor who has the complaint', () => {
  it('gets one mail for one request for an extension: the one that says what is asked', async () => {
    const { id, version } = await presentedTo(supervisor);
    await perform('request-extension', id, liaison, { version, words: 'Records are still to come.' });
    expect(await staffNotices(id)).toEqual([
      'staff-extension-asked to Soren Beech',
      'staff-extension-asked to Sunniva Cedar',
    ]);
  });
});

describe('What the plan is to be told of a complaint that HFS takes back', () => {
  it('is not sent: not with the digest of the next morning, nor by itself', async () => {
    const inDigest = actor(await aLiaison({ name: 'Dag Elder' }));
    await transaction((tx) =>
      saveChoices(tx, inDigest.accountId ?? '', new Map([['plan-complaint-presented', 'digest']])),
    );
    setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
    const taken = await aPresentedComplaint(filer, supervisor);
    const stays = await aPresentedComplaint(filer, supervisor);
    const { complaintId: id, version } = taken;
    await perform('recall', id, supervisor, { version, words: 'The wrong plan.' });
    expect(await planNotices(id)).toEqual(['cancelled', 'cancelled']);
    setClock(Temporal.Instant.from('2026-10-06T13:00:00Z'));
    await oweMorningMail();
    const mails = (await sentMail()).map(({ text }) => text).filter((text) => text.includes('/mco/'));
    expect(mails.some((text) => text.includes(taken.reference ?? '?'))).toBe(false);
    expect(mails.some((text) => text.includes(stays.reference ?? '?'))).toBe(true);
    const digests = (await sentMail()).filter(({ subject }) => subject === 'Your daily digest: 1 notice');
    expect(digests).toHaveLength(1);
  });

  it('comes anew once it is presented again, and the representative’s mail is sent all the same', async () => {
    const { complaintId: id, version } = await aPresentedComplaint(filer, supervisor);
    const back = await perform('recall', id, supervisor, { version, words: 'Too early.' });
    await perform('present', id, supervisor, { version: back.version, priorReviewConfirmed: true });
    expect((await planNotices(id)).toSorted()).toEqual(['cancelled', 'cancelled', 'owed', 'owed']);
    const to = await prisma().notice.findMany({
      where: { complaintId: id, recipientId: filer.accountId ?? '' },
    });
    expect(to.every(({ state }) => state === 'owed')).toBe(true);
  });
});

/** A complaint with the plan, which somebody at HFS has. */
async function presentedTo(assignee: Actor): Promise<{ id: string; version: number }> {
  const { complaintId: id, version: filed } = await aFiledComplaint(filer);
  const assigned = await perform('assign', id, supervisor, {
    version: filed,
    assignee: assignee.accountId ?? '',
  });
  const { version } = await perform('present', id, supervisor, {
    version: assigned.version,
    priorReviewConfirmed: true,
  });
  return { id, version };
}

async function suspend({ accountId }: Actor): Promise<void> {
  await asOwner(database.ownerUrl(), `UPDATE account SET status = 'suspended' WHERE id = $1::uuid`, [
    accountId,
  ]);
}

async function staffNotices(id: string): Promise<string[]> {
  const all = await stored.notices(id, 'staff-%');
  return all.filter((notice) => !notice.startsWith('staff-complaint-assigned')).toSorted();
}

async function planNotices(complaintId: string): Promise<string[]> {
  const notices = await prisma().notice.findMany({ where: { complaintId, kind: { startsWith: 'plan-' } } });
  return notices.map(({ state }) => state);
}
