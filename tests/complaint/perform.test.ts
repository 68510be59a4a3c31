import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById, readClocks, readHistory } from '../../src/complaint/complaints.queries.ts';
import { saveDraft } from '../../src/complaint/drafts.ts';
import { CERTIFICATIONS } from '../../src/complaint/move-details.ts';
import { perform } from '../../src/complaint/perform.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/platform/errors.ts';
import { useKeys } from '../support/app.ts';
import {
  actor,
  aDispute,
  aDraft,
  aFiledComplaint,
  aPresentedComplaint,
  aProposal,
} from '../support/complaints.ts';
import { asOwner, useDatabase } from '../support/database.ts';
import { receiveMail, sentMail } from '../support/mail.ts';
import { aLiaison, anAnalyst, aRepresentative, aSupervisor } from '../support/personas.ts';

const database = useDatabase();
const keys = useKeys();

let filer: Actor;
let analyst: Actor;
let supervisor: Actor;
let liaison: Actor;

beforeAll(async () => {
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  filer = actor(await aRepresentative());
  analyst = actor(await anAnalyst());
  supervisor = actor(await aSupervisor());
  liaison = actor(await aLiaison({ mcoCode: 'MERIDIAN' }));
});

const certification = [...CERTIFICATIONS];

describe('Filing', () => {
  it('A complete draft gets a reference with its check character, its clocks and a receipt by mail', async () => {
    const { complaintId, reference, status } = await aFiledComplaint(filer);
    const { complaint } = await getComplaintById(filer, complaintId);
    expect(reference).toMatch(/^PC-\d{4}-\d{6}-[0-9A-Z]$/);
    expect(status).toBe('submitted');
    expect((await readClocks(complaint)).map((clock) => clock.kind)).toEqual(['first_reply', 'present']);
    expect(complaint.dueClock).toBe('present');
    expect((await sentMail(await emailOf(filer))).map((mail) => mail.subject)).toContain(
      `We have your complaint ${reference}`,
    );
  });

  it('Sent twice at the same time, it is filed once', async () => {
    const { id, version } = await aDraft(filer);
    const results = await Promise.allSettled([
      perform('submit', id, filer, { version, certification }),
      perform('submit', id, filer, { version, certification }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await countHistory(id)).toBe(1);
  });

  it('A draft with something missing is refused, names every gap, and stays a draft', async () => {
    const { id, version } = await aDraft(filer, aDispute({ claimLines: [], story: {} }));
    const refusal = await perform('submit', id, filer, { version, certification }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Invalid);
    expect(refusal instanceof Invalid && refusal.problems.map((problem) => problem.field)).toEqual(
      expect.arrayContaining(['claimLines', 'whatHappened', 'resolutionSought']),
    );
    expect((await getComplaintById(filer, id)).complaint.status).toBe('draft');
  });
});

describe('Who may', () => {
  it('Somebody else’s complaint does not exist for another representative', async () => {
    const stranger = actor(await aRepresentative());
    const { complaintId, version } = await aFiledComplaint(filer);
    await expect(perform('withdraw', complaintId, stranger, { version })).rejects.toBeInstanceOf(NotFound);
  });

  it('A complaint that was not presented yet does not exist for the plan it names', async () => {
    const { complaintId, version } = await aFiledComplaint(filer);
    const answer = { version, ...aProposal('upheld') };
    await expect(perform('propose', complaintId, liaison, answer)).rejects.toBeInstanceOf(NotFound);
  });

  it('A presented complaint does not exist for another plan', async () => {
    const other = actor(await aLiaison({ mcoCode: 'BCCHP' }));
    const { complaintId, version } = await aPresentedComplaint(filer, analyst);
    const answer = { version, ...aProposal('upheld') };
    await expect(perform('propose', complaintId, other, answer)).rejects.toBeInstanceOf(NotFound);
  });

  it('Only a supervisor reopens, and the complaint goes back to where it was', async () => {
    const { complaintId, version } = await aPresentedComplaint(filer, analyst);
    const closed = await perform('close', complaintId, analyst, {
      version,
      closureReason: 'RESOLVED_BY_MCO',
      words: 'The plan will pay.',
    });
    const again = { version: closed.version, words: 'The payment did not come.' };
    await expect(perform('reopen', complaintId, analyst, again)).rejects.toBeInstanceOf(Forbidden);
    expect((await perform('reopen', complaintId, supervisor, again)).status).toBe('with_mco');
  });
});

describe('Two people on one complaint', () => {
  it('The second is told what the first changed, and nothing is written', async () => {
    const { complaintId, version } = await aFiledComplaint(filer);
    await perform('present', complaintId, analyst, { version, priorReviewConfirmed: true });
    const late = perform('withdraw', complaintId, filer, { version }).catch((error: unknown) => error);
    const refusal = await late;
    expect(refusal).toBeInstanceOf(Conflict);
    expect(refusal instanceof Conflict && refusal.changes.join()).toContain(
      'presented the complaint to Meridian',
    );
    expect(await countHistory(complaintId)).toBe(2);
  });

  it('Where the first left nothing to do, the second is told what came after what they saw, and not what they knew', async () => {
    const { complaintId, version } = await aFiledComplaint(filer);
    await perform('present', complaintId, supervisor, { version, priorReviewConfirmed: true });
    const late = perform('return', complaintId, analyst, {
      version,
      missing: ['document'],
      words: 'Add it.',
    });
    const refusal = await late.catch((error: unknown) => error);
    expect(refusal instanceof Conflict && refusal.changes).toEqual([
      expect.stringContaining('presented the complaint to Meridian'),
    ]);
  });

  it('What the other may not read disturbs nobody: the representative withdraws after a colleague was assigned', async () => {
    const { complaintId, version } = await aFiledComplaint(filer);
    await perform('assign', complaintId, supervisor, { version, assignee: analyst.accountId ?? '' });
    expect((await perform('withdraw', complaintId, filer, { version })).status).toBe('closed');
  });

  it('Moves sent at once are made one after the other: one wins, the others learn of it', async () => {
    const { complaintId, version } = await aFiledComplaint(filer);
    const results = await Promise.allSettled([
      perform('present', complaintId, analyst, { version, priorReviewConfirmed: true }),
      perform('withdraw', complaintId, filer, { version }),
      perform('close', complaintId, supervisor, {
        version,
        closureReason: 'FEE_FOR_SERVICE',
        words: 'Call.',
      }),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await countHistory(complaintId)).toBe(2);
  });

  it('Two windows on two steps of one draft lose nothing; on the same step the second is told', async () => {
    const { id, version } = await aDraft(filer);
    const story = { whatHappened: 'Told in the first window.', resolutionSought: 'Pay.' };
    await saveDraft(id, filer, version, { document: { story } });
    await saveDraft(id, filer, version, { topicCode: 'DENIAL_CODING' });
    const overwriting = saveDraft(id, filer, version, {
      document: { story: { whatHappened: 'Second window.' } },
    });
    await expect(overwriting).rejects.toBeInstanceOf(Conflict);
  });
});

describe('The outcome', () => {
  it('reaches the representative who filed, with its words; the plan reads only that it is closed', async () => {
    const { complaintId, version } = await aPresentedComplaint(filer, analyst);
    const details = { version, closureReason: 'RESOLVED_BY_MCO', words: 'The plan pays in full.' };
    await perform('close', complaintId, analyst, details);
    const forFiler = await readHistory(await getComplaintById(filer, complaintId));
    const forPlan = await readHistory(await getComplaintById(liaison, complaintId));
    expect(forFiler.at(-1)).toMatchObject({ move: 'close', writing: { words: 'The plan pays in full.' } });
    expect(forPlan.at(-1)).toMatchObject({ move: 'close', writing: {} });
  });

  it('is told by mail to nobody else with a link to the complaint’s own page, and without PHI', async () => {
    const { complaintId, version, reference } = await aFiledComplaint(filer);
    const details = { version, closureReason: 'NOT_REVIEWED_BY_MCO', words: 'Ask Wren Okafor’s plan first.' };
    await perform('close', complaintId, analyst, details);
    const told = (await sentMail()).filter((mail) => mail.subject === `Complaint ${reference} is closed`);
    expect(told.map((mail) => mail.to.address)).toEqual([await emailOf(filer)]);
    expect(told[0]?.text).toContain(`/complaints/${reference}`);
    expect(told[0]?.text).not.toMatch(/Okafor|205755710|CL260000001/);
  });
});

describe('A move that fails half-way', () => {
  it('leaves neither history nor audit nor notice nor a changed complaint', async () => {
    const { complaintId, version } = await aFiledComplaint(filer);
    await asOwner(
      database.ownerUrl(),
      `ALTER TABLE notice ADD CONSTRAINT no_more CHECK (kind <> 'complaint-returned')`,
    );
    const details = { version, missing: ['document' as const], words: 'Please add the letter.' };
    await expect(perform('return', complaintId, analyst, details)).rejects.toThrow();
    await asOwner(database.ownerUrl(), 'ALTER TABLE notice DROP CONSTRAINT no_more');
    const { complaint } = await getComplaintById(filer, complaintId);
    expect(complaint).toMatchObject({ status: 'submitted', version });
    expect(await countHistory(complaintId)).toBe(1);
    const audit = await asOwner(
      database.ownerUrl(),
      `SELECT count(*)::int AS found FROM audit_event WHERE complaint_id = $1 AND action = 'complaint.return'`,
      [complaintId],
    );
    expect(audit.rows[0]?.found).toBe(0);
  });
});

async function emailOf({ accountId }: Actor): Promise<string> {
  const found = await asOwner(database.ownerUrl(), 'SELECT email FROM account WHERE id = $1', [accountId]);
  return found.rows[0]?.email;
}

async function countHistory(complaintId: string): Promise<number> {
  const sql = 'SELECT count(*)::int AS found FROM history_entry WHERE complaint_id = $1';
  return (await asOwner(database.ownerUrl(), sql, [complaintId])).rows[0]?.found;
}
