import { fork } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../../src/complaint/actor.ts';
import { getComplaintById, readHistory } from '../../../src/complaint/complaints.queries.ts';
import { type AnswerGiven, answerAll, settleAnswers } from '../../../src/complaint/issues/answer-all.ts';
import { listAnswered } from '../../../src/complaint/issues/answers.queries.ts';
import { listIssueEvents } from '../../../src/complaint/issues/events.queries.ts';
import type { Issue } from '../../../src/complaint/issues/issue.queries.ts';
import type { Performed } from '../../../src/complaint/perform.ts';
import { setLinkSecret } from '../../../src/notices/link-token.ts';
import { prisma } from '../../../src/platform/database/database.ts';
import { loadInstallationKeys } from '../../../src/platform/encryption/installation-keys.queries.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { useKeyFile } from '../../attachments/drafts.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { actor, aPresentedComplaint } from '../../support/complaints.ts';
import { asOwner, useDatabase } from '../../support/database.ts';
import { receiveMail } from '../../support/mail.ts';
import { aLiaison } from '../../support/personas.ts';
import { anAnswer, anAskedIssue } from './support.ts';

const database = useDatabase();
const keyFile = useKeyFile();

let cast: Cast;
let analyst: Actor;

beforeAll(async () => {
  await loadInstallationKeys();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  cast = await aCast();
  analyst = actor(cast.analyst);
});

describe('An answer to all whose process is killed on the way', () => {
  it('is finished by the job: each complaint is answered once, and the issue and HFS are told once', async () => {
    const { given, issue, complaints } = await killedAfterTheFirst();
    expect(await statesOf(given)).toEqual(['answered', 'waiting', 'waiting']);
    expect(await eventsOf(issue)).toEqual([]);
    await Promise.all([settleAnswers(), settleAnswers()]);
    await settleAnswers();
    await expectAnsweredOnce(given, issue, complaints);
  }, 60_000);

  it('is finished by the same form sent again, with what waits and only that', async () => {
    const { given, issue, complaints } = await killedAfterTheFirst();
    await answerAll(actor(cast.liaison), issue.reference, given);
    await expectAnsweredOnce(given, issue, complaints);
    await settleAnswers();
    await expectAnsweredOnce(given, issue, complaints);
  }, 60_000);
});

describe('An answer to all', () => {
  it('of a liaison who is suspended on the way leaves the rest, says why, and tells of what was answered', async () => {
    const leaver = await aLiaison({ name: 'Lars Elm' });
    const complaints = await presented();
    const issue = await anAskedIssue(analyst, complaints);
    const given = answerTo(complaints);
    const release = await hold(complaints[1]);
    const answering = answerAll(actor(leaver), issue.reference, given);
    await firstIsAnswered(given);
    await asOwner(database.ownerUrl(), `UPDATE account SET status = 'suspended' WHERE id = $1::uuid`, [
      leaver.id,
    ]);
    await release();
    await answering;
    const outcome = await listAnswered(given.id);
    expect(outcome.map(({ state }) => state)).toEqual(['answered', 'left', 'left']);
    expect(outcome[1]?.reason).toBe('The account of whoever answered has been closed.');
    expect(await eventsOf(issue)).toEqual([expect.objectContaining({ facts: { answered: 1, left: 2 } })]);
    expect(await noticesOf(issue)).toBe(1);
  });

  it('whose database fails for one complaint answers the others, and that one with the next run', async () => {
    const complaints = await presented();
    const issue = await anAskedIssue(analyst, complaints);
    const given = answerTo(complaints);
    const release = await hold(complaints[1]);
    const answering = answerAll(actor(cast.liaison), issue.reference, given);
    await vi.waitUntil(() => cutConnectionsThatWait(), { timeout: 10_000 });
    await answering;
    await release();
    expect(await statesOf(given)).toEqual(['answered', 'waiting', 'answered']);
    expect(await eventsOf(issue)).toEqual([]);
    await settleAnswers();
    await expectAnsweredOnce(given, issue, complaints);
  });

  it('keeps what it says encrypted, and no longer than it waits', async () => {
    const { given } = await killedAfterTheFirst();
    const kept = await itemsOf(given);
    expect(kept.map((item) => item.given === null)).toEqual([true, false, false]);
    for (const item of kept)
      expect(Buffer.from(item.given ?? []).toString('latin1')).not.toContain('The edit was wrong');
    await settleAnswers();
    expect((await itemsOf(given)).every((item) => item.given === null)).toBe(true);
  }, 60_000);
});

/** A process answers three complaints, and dies while it waits for the second. */
async function killedAfterTheFirst() {
  const complaints = await presented();
  const issue = await anAskedIssue(analyst, complaints);
  const given = answerTo(complaints);
  const release = await hold(complaints[1]);
  const asked = {
    actor: actor(cast.liaison),
    issue: issue.reference,
    id: given.id,
    chosen: given.chosen,
  };
  const program = new URL('./answering-process.ts', import.meta.url);
  const child = fork(program, [database.ownerUrl(), keyFile.path(), JSON.stringify(asked)]);
  await firstIsAnswered(given);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  await cutConnectionsThatWait();
  await release();
  return { given, issue, complaints };
}

/** Holds a complaint, so that whoever moves it waits. Returns what lets go of it. */
async function hold(complaint: Performed | undefined): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: database.ownerUrl() });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM complaint WHERE id = $1::uuid FOR UPDATE', [complaint?.complaintId]);
  return () => client.end();
}

async function firstIsAnswered(given: AnswerGiven): Promise<void> {
  await vi.waitUntil(async () => (await statesOf(given))[0] === 'answered', { timeout: 30_000 });
}

/** Returns whether there were any. */
async function cutConnectionsThatWait(): Promise<boolean> {
  const { rowCount } = await asOwner(
    database.ownerUrl(),
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return Number(rowCount) > 0;
}

async function expectAnsweredOnce(given: AnswerGiven, issue: Issue, complaints: readonly Performed[]) {
  expect(await statesOf(given)).toEqual(['answered', 'answered', 'answered']);
  for (const { complaintId } of complaints) {
    const history = await readHistory(await getComplaintById(analyst, complaintId));
    const proposals = history.filter(({ move }) => move === 'propose');
    expect(proposals).toEqual([
      expect.objectContaining({ writing: expect.objectContaining({ words: anAnswer().words }) }),
    ]);
  }
  expect(await eventsOf(issue)).toEqual([expect.objectContaining({ facts: { answered: 3, left: 0 } })]);
  expect(await noticesOf(issue)).toBe(1);
}

async function presented(): Promise<Performed[]> {
  const complaints: Performed[] = [];
  for (let left = 3; left > 0; left -= 1)
    complaints.push(await aPresentedComplaint(actor(cast.representative), analyst));
  return complaints;
}

function answerTo(complaints: readonly Performed[]): AnswerGiven {
  const chosen = complaints.map(({ complaintId, version }) => ({ complaintId, version }));
  return { id: newId(), answer: anAnswer(), chosen };
}

async function statesOf({ id }: AnswerGiven): Promise<string[]> {
  return (await listAnswered(id)).map(({ state }) => state);
}

function itemsOf({ id: answerId }: AnswerGiven) {
  return prisma().issueAnswerItem.findMany({ where: { answerId }, orderBy: { position: 'asc' } });
}

async function eventsOf({ id }: Issue) {
  return (await listIssueEvents(id, 'staff')).filter(({ kind }) => kind === 'answer');
}

function noticesOf({ id }: Issue): Promise<number> {
  return prisma().notice.count({ where: { issueId: id, kind: 'staff-issue-news' } });
}
