import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../../src/audit/audit.queries.ts';
import type { Actor } from '../../../src/complaint/actor.ts';
import { getComplaintById, readHistory } from '../../../src/complaint/complaints.queries.ts';
import { type AnswerGiven, answerAll } from '../../../src/complaint/issues/answer-all.ts';
import { previewAnswer } from '../../../src/complaint/issues/answer-preview.ts';
import { listAnswered } from '../../../src/complaint/issues/answers.queries.ts';
import { listIssueEvents } from '../../../src/complaint/issues/events.queries.ts';
import { unlinkComplaint } from '../../../src/complaint/issues/links.ts';
import { closeIssue } from '../../../src/complaint/issues/manage.ts';
import { type Performed, perform } from '../../../src/complaint/perform.ts';
import { setLinkSecret } from '../../../src/notices/link-token.ts';
import { today } from '../../../src/platform/clock.ts';
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { useKeys } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import {
  aClaimLine,
  actor,
  aDispute,
  aFiledComplaint,
  aPresentedComplaint,
  aProposal,
} from '../../support/complaints.ts';
import { useDatabase } from '../../support/database.ts';
import { receiveMail, sentMail } from '../../support/mail.ts';
import { aRepresentative } from '../../support/personas.ts';
import { anAnswer, anAskedIssue, anIssue } from './support.ts';

useDatabase();
const keys = useKeys();

let cast: Cast;
let filer: Actor;
let analyst: Actor;
let liaison: Actor;

beforeAll(async () => {
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  cast = await aCast();
  filer = actor(cast.representative);
  analyst = actor(cast.analyst);
  liaison = actor(cast.liaison);
});

describe('Looking through one answer to all', () => {
  it('says of each complaint what it would be paid, and of the others why they are not answered', async () => {
    const two = await aPresentedComplaint(filer, analyst, aDispute({ claimLines: twoClaims() }));
    const answered = await aPresentedComplaint(filer, analyst);
    await perform('propose', answered.complaintId, liaison, {
      version: answered.version,
      ...aProposal('upheld'),
    });
    const unseen = await aFiledComplaint(filer);
    const issue = await anAskedIssue(analyst, [two, answered, unseen]);
    const preview = await previewAnswer(liaison, issue.id, anAnswer());
    expect(preview.answers).toEqual([
      expect.objectContaining({
        reference: two.reference,
        version: two.version,
        claims: 2,
        disputedCents: 17_050,
        proposedCents: 17_050,
      }),
    ]);
    expect(preview.left).toEqual([
      expect.objectContaining({ reference: answered.reference, reason: 'It has been answered.' }),
    ]);
    expect(JSON.stringify(preview)).not.toContain(unseen.reference);
  });

  it('is a view of each that would be answered, and with it the plan has opened it', async () => {
    const [complaint] = await presented(1);
    const issue = await anAskedIssue(analyst, [complaint]);
    await previewAnswer(liaison, issue.id, anAnswer());
    const views = await listAuditEvents({ complaintId: complaint.complaintId, actorId: cast.liaison.id }, 5);
    expect(views.map(({ action }) => action)).toEqual(['complaint.view']);
    const { openedByPlanAt } = (await getComplaintById(analyst, complaint.complaintId)).complaint;
    expect(openedByPlanAt).not.toBeNull();
  });

  it('asks for the date of payment where something is paid, and for none where all is upheld', async () => {
    const [complaint] = await presented(1);
    const issue = await anAskedIssue(analyst, [complaint]);
    const unpaid = await previewAnswer(liaison, issue.id, anAnswer({ payOn: undefined }));
    expect(unpaid.problems).toEqual([{ field: 'payOn', text: 'Enter the date by which you pay' }]);
    const upheld = await previewAnswer(liaison, issue.id, anAnswer({ position: 'upheld', payOn: undefined }));
    expect(upheld.problems).toEqual([]);
    expect(upheld.answers[0]?.proposedCents).toBe(0);
  });
});

describe('One answer to all', () => {
  it('answers each complaint by itself: every representative gets a mail about their own alone', async () => {
    const one = await aRepresentative({ name: 'Ola Bay' });
    const other = await aRepresentative({ name: 'Ottoline Sorrel' });
    const own = await aPresentedComplaint(actor(one), analyst);
    const others = await aPresentedComplaint(actor(other), analyst);
    const issue = await anAskedIssue(analyst, [own, others]);
    await sentMail();
    await answerAll(liaison, issue.reference, given([own, others]));
    for (const [complaint, representative, foreign] of [
      [own, one, others],
      [others, other, own],
    ] as const) {
      const seen = await getComplaintById(actor(representative), complaint.complaintId);
      expect(seen.complaint.status).toBe('proposed');
      const history = await readHistory(seen);
      expect(history.at(-1)).toMatchObject({ move: 'propose', facts: { proposedCents: 12_050 } });
      expect(history.at(-1)?.writing).toMatchObject({ words: 'The edit was wrong, and is gone.' });
      expect(JSON.stringify(history)).not.toContain(issue.reference);
      const mail = (await sentMail(representative.email)).filter(({ subject }) =>
        subject.includes('answered'),
      );
      expect(mail).toHaveLength(1);
      expect(mail[0]?.text).toContain(complaint.reference);
      expect(mail[0]?.text).not.toContain(foreign.reference);
      expect(mail[0]?.text).not.toContain('SI-');
    }
  });

  it('leaves one that has moved on since it was looked through, says why, and answers the others', async () => {
    const [first, moved, last] = await presented(3);
    const issue = await anAskedIssue(analyst, [first, moved, last]);
    const answer = given([first, moved, last]);
    await perform('withdraw', moved.complaintId, filer, { version: moved.version });
    await answerAll(liaison, issue.reference, answer);
    const outcome = await listAnswered(answer.id);
    expect(outcome.map(({ state }) => state)).toEqual(['answered', 'left', 'answered']);
    expect(outcome[1]?.reason).toContain('Renata Alder withdrew the complaint.');
    const event = (await listIssueEvents(issue.id, 'staff')).at(-1);
    expect(event).toMatchObject({ kind: 'answer', facts: { answered: 2, left: 1 } });
  });

  it('leaves one that only changed since: nobody answers what they have not read', async () => {
    const [complaint] = await presented(1);
    const issue = await anAskedIssue(analyst, [complaint]);
    const { complaintId, version } = complaint;
    await perform('ask-plan', complaintId, analyst, { version, words: 'Which rule?' });
    const answer = given([complaint]);
    await answerAll(liaison, issue.reference, answer);
    const [outcome] = await listAnswered(answer.id);
    expect(outcome?.state).toBe('left');
    expect((await getComplaintById(analyst, complaintId)).complaint.status).toBe('with_mco');
  });

  it('leaves one that HFS took out of the issue meanwhile', async () => {
    const [stays, leaves] = await presented(2);
    const issue = await anAskedIssue(analyst, [stays, leaves]);
    const answer = given([stays, leaves]);
    await unlinkComplaint(analyst, issue.reference, leaves.complaintId);
    await answerAll(liaison, issue.reference, answer);
    const outcome = await listAnswered(answer.id);
    expect(outcome.map(({ state }) => state)).toEqual(['answered', 'left']);
    expect(outcome[1]?.reason).toBe('It belongs to this issue no more.');
  });

  it('sent by a double click answers each once', async () => {
    const complaints = await presented(3);
    const issue = await anAskedIssue(analyst, complaints);
    const answer = given(complaints);
    await Promise.all([1, 2, 3].map(() => answerAll(liaison, issue.reference, answer)));
    for (const { complaintId } of complaints) {
      const { complaint } = await getComplaintById(analyst, complaintId);
      expect(complaint.history.filter(({ move }) => move === 'propose')).toHaveLength(1);
    }
    const states = (await listAnswered(answer.id)).map(({ state }) => state);
    expect(states).toEqual(['answered', 'answered', 'answered']);
    const events = await listIssueEvents(issue.id, 'plan');
    expect(events.filter(({ kind }) => kind === 'answer')).toHaveLength(1);
  });

  it('while a colleague answers one of them by itself: that one has one answer, whoever was first', async () => {
    const complaints = await presented(2);
    const issue = await anAskedIssue(analyst, complaints);
    const [first] = complaints;
    const answer = given(complaints);
    const [, alone] = await Promise.allSettled([
      answerAll(liaison, issue.reference, answer),
      perform('propose', first?.complaintId ?? '', liaison, {
        version: first?.version ?? 0,
        ...aProposal('upheld'),
      }),
    ]);
    const [outcome] = await listAnswered(answer.id);
    expect(outcome?.state).toBe(alone.status === 'fulfilled' ? 'left' : 'answered');
    const { complaint } = await getComplaintById(analyst, first?.complaintId ?? '');
    expect(complaint.history.filter(({ move }) => move === 'propose')).toHaveLength(1);
  });

  it('reaches no complaint outside of the issue, whatever the form names', async () => {
    const [own, foreign] = await presented(2);
    const issue = await anAskedIssue(analyst, [own]);
    await expect(answerAll(liaison, issue.reference, given([own, foreign]))).rejects.toBeInstanceOf(NotFound);
    expect((await getComplaintById(analyst, own.complaintId)).complaint.status).toBe('with_mco');
  });

  it('is the plan’s alone: not HFS’s, not another plan’s, not before it was asked, not after it is closed', async () => {
    const [complaint] = await presented(1);
    const unasked = await anIssue(analyst, []);
    await expect(answerAll(liaison, unasked.reference, given([]))).rejects.toBeInstanceOf(NotFound);
    const issue = await anAskedIssue(analyst, [complaint]);
    const answer = given([complaint]);
    await expect(answerAll(analyst, issue.reference, answer)).rejects.toBeInstanceOf(Forbidden);
    await expect(answerAll(actor(cast['other liaison']), issue.reference, answer)).rejects.toBeInstanceOf(
      NotFound,
    );
    await closeIssue(analyst, issue.reference, { version: issue.version, words: 'Done.' });
    await expect(answerAll(liaison, issue.reference, answer)).rejects.toBeInstanceOf(Conflict);
  });

  it('The id of an answer to another issue is not taken again', async () => {
    const [one, other] = await presented(2);
    const answer = given([one]);
    await answerAll(liaison, (await anAskedIssue(analyst, [one])).reference, answer);
    const issue = await anAskedIssue(analyst, [other]);
    const again = { ...given([other]), id: answer.id };
    await expect(answerAll(liaison, issue.reference, again)).rejects.toBeInstanceOf(NotFound);
  });
});

async function presented<N extends number>(
  count: N,
): Promise<
  N extends 1 ? [Performed] : N extends 2 ? [Performed, Performed] : [Performed, Performed, Performed]
>;
async function presented(count: number): Promise<Performed[]> {
  const complaints: Performed[] = [];
  for (let left = count; left > 0; left -= 1) complaints.push(await aPresentedComplaint(filer, analyst));
  return complaints;
}

function given(complaints: readonly Performed[]): AnswerGiven {
  const chosen = complaints.map(({ complaintId, version }) => ({ complaintId, version }));
  return { id: newId(), answer: anAnswer(), chosen };
}

function twoClaims() {
  const serviceFrom = today().subtract({ days: 70 }).toString();
  return [
    aClaimLine(),
    aClaimLine({
      claimNumber: 'CL260000002',
      serviceFrom,
      serviceTo: serviceFrom,
      billedCents: 9_000,
      paidCents: 4_000,
    }),
  ];
}
