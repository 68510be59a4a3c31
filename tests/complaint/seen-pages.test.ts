import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { receiveFile } from '../../src/attachments/receive-file.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById, getComplaintFor } from '../../src/complaint/complaints.queries.ts';
import { logAttempt } from '../../src/complaint/contact-log.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import { writeNote } from '../../src/complaint/notes.ts';
import { perform } from '../../src/complaint/perform.ts';
import { shareComplaint } from '../../src/complaint/sharing.ts';
import { sendMessage } from '../../src/messages/send-message.ts';
import { today } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/identifier.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { aClaimLine, actor, aDispute, aDraft, aProposal } from '../support/complaints.ts';
import { anAnalyst } from '../support/personas.ts';
import { cell, vectors } from './support/vectors.ts';

const app = testApp();

/** What is written into each part of a complaint, and stands nowhere else. */
const MARKS: Readonly<Record<string, string>> = {
  facts: 'Denied: timely filing',
  'members-and-claims': 'MARK-CLAIM-1',
  'prior-review': 'MARK of what the plan said before',
  story: 'MARK of the story',
  files: 'mark-of-a-file.txt',
  'representative-contact': 'Renata Alder',
  'provider-messages': 'MARK of a message to the provider',
  'plan-messages': 'MARK of a message to the plan',
  'internal-notes': 'MARK of a note of HFS',
  'plan-notes': 'MARK of a note of the plan',
  'contact-log': 'MARK of an attempt',
  assignee: 'Quirin Assigned',
  'retaliation-flag': 'fears that the plan will retaliate',
  proposal: 'MARK of the proposal',
  outcome: 'MARK of the outcome',
};

/** The pages of a complaint in each area, which together are all that somebody can read of it. */
const PAGES = {
  filer: ['', '/messages', '/sharing'].map((page) => `/complaints/:reference${page}`),
  staff: ['', '/provider/messages', '/plan/messages', '/notes', '/events', '/links'].map(
    (page) => `/casework/complaints/:reference${page}`,
  ),
  plan: ['', '/messages', '/notes', '/contacts', '/moves/confirm-payment'].map(
    (page) => `/mco/complaints/:reference${page}`,
  ),
} as const;

let cast: Cast;
let filer: Actor;
let staff: Actor;
let plan: Actor;
let assignee: string;
/** References of complaints that came so far, with all that was written into them. */
const reached = { filed: '', presented: '', closed: '', decided: '' };

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  plan = actor(cast.liaison);
  assignee = (await anAnalyst({ name: 'Quirin Assigned' })).id;
  for (const stage of ['filed', 'presented', 'closed', 'decided'] as const)
    reached[stage] = await reach(stage);
}, 60_000);

describe('What the pages of a complaint show', () => {
  it('the table names every part that is marked, and no other', () => {
    expect(vectors('who-sees-what').map((row) => row.part)).toEqual(Object.keys(MARKS));
  });

  it.each([
    ['filer', 'closed', 'representative', 'filer'],
    ['staff', 'closed', 'analyst', 'staff'],
    ['plan_before_presented', 'filed', 'liaison', 'plan'],
    ['plan_once_presented', 'closed', 'liaison', 'plan'],
    ['plan_after_department_decision', 'decided', 'liaison', 'plan'],
  ] as const)('%s, of one that is %s: what the table says', async (column, stage, person, area) => {
    const words = await wordsFor(person, area, reached[stage]);
    const shown = Object.keys(MARKS).filter((part) => words.includes(MARKS[part] ?? ''));
    const expected = vectors('who-sees-what').filter((row) => cell(row, column) === 'yes');
    expect(shown).toEqual(expected.map((row) => row.part));
  });

  it.each([
    ['other representative', 'filer'],
    ['colleague', 'filer'],
    ['other liaison', 'plan'],
  ] as const)('the %s, to whom it is not, reads nothing on any page', async (person, area) => {
    for (const reference of Object.values(reached)) expect(await wordsFor(person, area, reference)).toBe('');
  });

  it('a colleague with whom it is shared reads what the representative reads', async () => {
    const { id } = (await getComplaintById(staff, await idOf(reached.closed))).complaint;
    await shareComplaint(id, filer, cast.colleague.id);
    const theirs = await wordsFor('colleague', 'filer', reached.closed);
    const shown = Object.keys(MARKS).filter((part) => theirs.includes(MARKS[part] ?? ''));
    const expected = vectors('who-sees-what').filter((row) => cell(row, 'filer') === 'yes');
    expect(shown).toEqual(expected.map((row) => row.part));
  });

  it('the public reads none of it in the figures', async () => {
    const visitor = app.visitor();
    const words = (
      await Promise.all(
        ['/', '/statistics', '/api/statistics/v1/counts.csv'].map((path) => visitor.get(path)),
      )
    )
      .map(({ body }) => body)
      .join('');
    const shown = Object.entries(MARKS).filter(([part, mark]) => part !== 'facts' && words.includes(mark));
    expect(shown).toEqual([]);
  });
});

/** The words of every page that opens; empty: none does. */
async function wordsFor(person: keyof Cast, area: keyof typeof PAGES, reference: string): Promise<string> {
  const visitor = await app.signInAs(cast[person]);
  const pages = await Promise.all(
    PAGES[area].map((path) => visitor.get(path.replace(':reference', reference))),
  );
  return pages
    .filter(({ status }) => status === 200)
    .map(({ $ }) => $('main').text().replace(/\s+/g, ' '))
    .join(' ');
}

async function idOf(reference: string): Promise<string> {
  return (await getComplaintFor(staff, reference)).complaint.id;
}

/** A complaint with a mark in every part that it can have at that stage. */
async function reach(stage: keyof typeof reached): Promise<string> {
  const { id, version } = await aDraft(filer, markedDispute());
  const target = { complaintId: id, side: 'provider', openIn: ['draft'], actor: filer } as const;
  await receiveFile(target, MARKS.files ?? '', Readable.from([Buffer.from('A letter.')]));
  const certification = ['hipaa', 'name_shared', 'one_topic_one_plan'] as const;
  const filed = await perform('submit', id, filer, { version, certification: [...certification] });
  const assigned = await perform('assign', id, staff, { version: filed.version, assignee });
  await writeTo(id, staff, 'provider');
  await writeNote(await seen(id, staff), staff, { id: newId(), words: MARKS['internal-notes'] ?? '' });
  if (stage === 'filed') return filed.reference ?? '';
  const presented = await perform('present', id, staff, {
    version: assigned.version,
    priorReviewConfirmed: true,
  });
  await writeTo(id, staff, 'plan');
  await writeNote(await seen(id, plan), plan, { id: newId(), words: MARKS['plan-notes'] ?? '' });
  await logAttempt(await seen(id, plan), plan, {
    id: newId(),
    on: today(),
    how: 'phone',
    withWhom: 'The front desk',
    referenceNumber: undefined,
    outcome: MARKS['contact-log'] ?? '',
  });
  const proposed = await perform('propose', id, plan, {
    version: presented.version,
    ...aProposal('upheld', MARKS.proposal),
  });
  if (stage === 'presented') return filed.reference ?? '';
  const words = MARKS.outcome ?? '';
  if (stage === 'closed') {
    await perform('close', id, staff, {
      version: proposed.version,
      closureReason: 'MCO_POSITION_ACCEPTED',
      words,
    });
    return filed.reference ?? '';
  }
  await decide(id, proposed.version, words);
  return filed.reference ?? '';
}

async function decide(id: string, version: number, words: string): Promise<void> {
  const { claimLines } = await readFiled((await seen(id, staff)).complaint);
  const refused = claimLines.map((line) => line.id);
  const asked = await perform('request-review', id, filer, {
    version,
    refused,
    words: 'We do not accept it.',
  });
  const half = await perform('inform', id, filer, { version: asked.version, words: 'All is sent.' });
  const whole = await perform('inform', id, plan, { version: half.version, words: 'All is sent.' });
  const draft = { version: whole.version, closureReason: 'DECIDED_FOR_MCO', words };
  const drafted = await perform('draft-decision', id, staff, draft);
  await perform('decide', id, actor(cast.supervisor), { version: drafted.version });
}

function markedDispute() {
  const { document, ...rest } = aDispute({
    claimLines: [aClaimLine({ claimNumber: MARKS['members-and-claims'] ?? '' })],
  });
  const story = {
    whatHappened: MARKS.story ?? '',
    resolutionSought: 'Pay the claim.',
    fearsRetaliation: 'yes',
  } as const;
  const priorReview = { ...document?.priorReview, answer: MARKS['prior-review'] ?? '' };
  return { ...rest, document: { ...document, story, priorReview } };
}

function seen(id: string, who: Actor) {
  return getComplaintById(who, id);
}

async function writeTo(id: string, who: Actor, channel: 'provider' | 'plan'): Promise<void> {
  await sendMessage(await seen(id, who), channel, who, {
    id: newId(),
    words: MARKS[`${channel}-messages`] ?? '',
  });
}
