import { Temporal } from 'temporal-polyfill';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import {
  type ComplaintSeen,
  getComplaintById,
  readClocks,
  readHistory,
} from '../../src/complaint/complaints.queries.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import type { MoveDetails } from '../../src/complaint/move-details.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { setClock, today } from '../../src/platform/clock.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../src/platform/errors.ts';
import { useKeys } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { aClaimLine, actor, aDispute, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { useDatabase } from '../support/database.ts';
import { receiveMail, sentMail } from '../support/mail.ts';
import { aSupervisor } from '../support/personas.ts';

useDatabase();
const keys = useKeys();

let cast: Cast;
let filer: Actor;
let analyst: Actor;
let supervisor: Actor;
let liaison: Actor;

beforeAll(async () => {
  on('2026-04-10');
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  cast = await aCast();
  filer = actor(cast.representative);
  analyst = actor(cast.analyst);
  supervisor = actor(cast.supervisor);
  liaison = actor(cast.liaison);
});

beforeEach(() => on('2026-04-10'));

describe('A plan’s proposal', () => {
  it('answers every claim as its finding says, and what it comes to is kept in the clear', async () => {
    const complaint = await aDisputeOfThree();
    await perform('propose', complaint.complaintId, liaison, {
      version: complaint.version,
      ...aProposal('overturned'),
    });
    const { writing, facts } = await lastLine(complaint.complaintId, filer);
    expect(writing.rows?.map(({ answer, amountCents }) => [answer, amountCents])).toEqual([
      ['pay', 10_000],
      ['pay', 20_000],
      ['pay', 25_000],
    ]);
    expect(facts).toMatchObject({ position: 'overturned', proposedCents: 55_000 });
    expect((await complaintOf(complaint.complaintId)).proposedCents).toBe(55_000n);
  });

  it('answers a claim on its own where a row says so', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const [first, second, third] = await claimIds(complaintId);
    const rows = {
      [first]: { answer: 'pay', amount: '', payOn: '5/1/2026' },
      [second]: { answer: 'partly', amount: '$150.00', payOn: '' },
      [third]: { answer: 'uphold', amount: '', payOn: '' },
    } as const;
    await perform('propose', complaintId, liaison, { ...partly(version), rows, payOn: date('2026-05-15') });
    const { writing } = await lastLine(complaintId, filer);
    expect(writing.rows).toMatchObject([
      { claimId: first, amountCents: 10_000, payOn: '2026-05-01' },
      { claimId: second, amountCents: 15_000, payOn: '2026-05-15' },
      { claimId: third, amountCents: 0, payOn: null },
    ]);
  });

  it('that overturns in part says so of every claim, or is refused with each that it left out', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const [first, second, third] = await claimIds(complaintId);
    const rows = { [first]: { answer: 'pay', amount: '', payOn: '' } } as const;
    const given = { ...partly(version), rows, payOn: date('2026-05-15') };
    expect(await problemsOf(() => perform('propose', complaintId, liaison, given))).toEqual([
      `rows.${second}.answer`,
      `rows.${third}.answer`,
    ]);
  });

  it.each([
    [
      'an answer to a claim of another complaint',
      { '0198c0de-0000-7000-8000-000000000002': { answer: 'uphold', amount: '', payOn: '' } },
      ['rows'],
    ],
  ] as const)('with %s is refused', async (_, rows, fields) => {
    const { complaintId, version } = await aDisputeOfThree();
    const given = { version, ...aProposal('upheld'), rows };
    expect(await problemsOf(() => perform('propose', complaintId, liaison, given))).toEqual(fields);
  });

  it('that pays without a date of payment is refused', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const given = { version, ...aProposal('overturned'), payOn: undefined };
    expect(await problemsOf(() => perform('propose', complaintId, liaison, given))).toEqual(['payOn']);
  });
});

describe('The provider’s answer', () => {
  it('accepting closes the complaint as the plan found, and HFS cannot do it in their place', async () => {
    const { complaintId, version } = await aProposed('upheld');
    await expect(perform('accept', complaintId, analyst, { version })).rejects.toBeInstanceOf(Forbidden);
    const { status } = await perform('accept', complaintId, filer, { version });
    expect(status).toBe('closed');
    expect((await complaintOf(complaintId)).closureReasonCode).toBe('MCO_POSITION_ACCEPTED');
  });

  it('asking for a review names the claims whose answer is refused, and no others', async () => {
    const { complaintId, version } = await aProposed('upheld');
    const [first] = await claimIds(complaintId);
    const stranger = '0198c0de-0000-7000-8000-000000000002';
    const ask = (refused: string[]) =>
      perform('request-review', complaintId, filer, { version, refused, words: 'It came in time.' });
    expect(await problemsOf(() => ask([]))).toEqual(['refused']);
    expect(await problemsOf(() => ask([first, stranger]))).toEqual(['refused']);
    expect((await ask([first])).status).toBe('department_review');
    expect((await lastLine(complaintId, liaison)).writing.refused).toEqual([first]);
  });

  it('is not to be had before the plan has answered, as long as its time runs, and is once that is over', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const ask = () =>
      perform('request-review', complaintId, filer, { version, refused: [], words: 'No answer.' });
    await expect(ask()).rejects.toThrow('its time to answer is over');
    on('2026-05-10');
    await expect(ask()).rejects.toBeInstanceOf(Conflict);
    on('2026-05-11');
    expect((await ask()).status).toBe('department_review');
  });

  it('comes too late once the time for it has run out', async () => {
    const { complaintId, version } = await aProposed('upheld');
    on('2026-05-10');
    const [first] = await claimIds(complaintId);
    const ask = () =>
      perform('request-review', complaintId, filer, { version, refused: [first], words: 'Late.' });
    on('2026-05-11');
    await expect(ask()).rejects.toBeInstanceOf(Conflict);
  });
});

describe('An extension', () => {
  it('is asked for once in all, by either side, and granted by a supervisor', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const asked = await perform('request-extension', complaintId, filer, {
      version,
      words: 'We are on leave.',
    });
    const again = { version: asked.version, words: 'And we.' };
    await expect(perform('request-extension', complaintId, liaison, again)).rejects.toBeInstanceOf(Conflict);
    await expect(perform('grant-extension', complaintId, analyst, again)).rejects.toBeInstanceOf(Forbidden);
    const granted = await perform('grant-extension', complaintId, supervisor, again);
    expect(await dueOf(complaintId, 'propose')).toBe('2026-06-09');
    const third = { version: granted.version, words: 'Once more.' };
    await expect(perform('request-extension', complaintId, liaison, third)).rejects.toBeInstanceOf(Conflict);
    await expect(perform('grant-extension', complaintId, supervisor, third)).rejects.toBeInstanceOf(Conflict);
  });

  it('is not to be had once the time to answer has run out', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    on('2026-05-11');
    const late = { version, words: 'Too late.' };
    await expect(perform('request-extension', complaintId, liaison, late)).rejects.toThrow('not to be had');
  });
});

describe('A decision of the Department', () => {
  it('is drafted, sent back, drafted again and issued by another than who drafted it, to both sides', async () => {
    const { complaintId, version } = await aReview();
    const draft = (from: number, by: Actor, words: string) =>
      perform('draft-decision', complaintId, by, { version: from, closureReason: 'DECIDED_IN_PART', words });
    const first = await draft(version, analyst, 'FIRST-DRAFT');
    const back = await perform('send-back', complaintId, supervisor, {
      version: first.version,
      words: 'CITE-IT',
    });
    await expect(
      perform('decide', complaintId, supervisor, { version: back.version }),
    ).rejects.toBeInstanceOf(Conflict);
    const own = await draft(back.version, supervisor, 'SECOND-DRAFT');
    expect(
      await problemsOf(() => perform('decide', complaintId, supervisor, { version: own.version })),
    ).toEqual(['version']);
    const second = actor(await aSupervisor());
    const { status } = await perform('decide', complaintId, second, { version: own.version });
    expect(status).toBe('closed');
    expect((await complaintOf(complaintId)).closureReasonCode).toBe('DECIDED_IN_PART');
    for (const side of [filer, liaison]) {
      const words = (await linesFor(complaintId, side)).map((line) => line.writing.words ?? '').join(' ');
      expect(words).toContain('SECOND-DRAFT');
      expect(words).not.toMatch(/FIRST-DRAFT|CITE-IT/);
    }
  });

  it('that was opened again is drafted anew: the draft of the one before cannot be issued a second time', async () => {
    const { complaintId, version } = await aReview();
    const drafted = await perform('draft-decision', complaintId, analyst, {
      version,
      closureReason: 'DECIDED_IN_PART',
      words: 'The plan pays one.',
    });
    const decided = await perform('decide', complaintId, supervisor, { version: drafted.version });
    const again = await perform('reopen', complaintId, supervisor, {
      version: decided.version,
      words: 'It was the wrong one.',
    });
    const second = actor(await aSupervisor());
    await expect(perform('decide', complaintId, second, { version: again.version })).rejects.toBeInstanceOf(
      Conflict,
    );
  });

  it('waits until both sides have sent what they have, or the time for it is over', async () => {
    const { complaintId, version } = await aReview({ isInformed: false });
    const given = { version, closureReason: 'DECIDED_FOR_MCO', words: 'The plan is right.' };
    const drafted = await perform('draft-decision', complaintId, analyst, given);
    const decide = () => perform('decide', complaintId, supervisor, { version: drafted.version });
    await expect(decide()).rejects.toBeInstanceOf(Conflict);
    on('2026-05-10');
    await expect(decide()).rejects.toBeInstanceOf(Conflict);
    on('2026-05-11');
    expect((await decide()).status).toBe('closed');
  });

  it('is not drafted as long as a place of its template stands open', async () => {
    const { complaintId, version } = await aReview();
    const given = {
      version,
      closureReason: 'DECIDED_FOR_MCO',
      words: 'Findings. [What the Department finds.] Decision. [What is decided.] [What is decided.]',
    };
    const drafting = () => perform('draft-decision', complaintId, analyst, given);
    expect(await problemsOf(drafting)).toEqual(['words']);
    const text = 'Write what stands in brackets yourself: [What the Department finds.] [What is decided.]';
    await expect(drafting()).rejects.toMatchObject({ problems: [{ field: 'words', text }] });
  });

  it('is not given by closing the complaint with its reason', async () => {
    const { complaintId, version } = await aReview();
    const given = { version, closureReason: 'DECIDED_FOR_PROVIDER', words: 'Short cut.' };
    expect(await problemsOf(() => perform('close', complaintId, analyst, given))).toEqual(['closureReason']);
  });

  it('is told to both sides by mail, and to no other plan', async () => {
    const { complaintId, version } = await aReview();
    const given = { version, closureReason: 'DECIDED_FOR_PROVIDER', words: 'The provider is right.' };
    const drafted = await perform('draft-decision', complaintId, analyst, given);
    await perform('decide', complaintId, supervisor, { version: drafted.version });
    const { reference } = await complaintOf(complaintId);
    const told = (await sentMail()).filter(({ subject }) => subject.includes(reference ?? '?'));
    const subjectsTo = (address: string) =>
      told.filter(({ to }) => to.address === address).map(({ subject }) => subject);
    expect(subjectsTo(cast.representative.email)).toContain(`Complaint ${reference} is closed`);
    expect(subjectsTo(cast.liaison.email)).toContain(`The Department has decided complaint ${reference}`);
    expect(subjectsTo(cast['other liaison'].email)).toEqual([]);
  });
});

describe('A payment', () => {
  const payment = { paymentMethod: 'eft', trace: 'TRN-0912' } as const;

  it('is confirmed once it is made, also after the complaint is closed, and payments add up', async () => {
    const { complaintId, version } = await aProposed('overturned');
    const accepted = await perform('accept', complaintId, filer, { version });
    const first = await perform('confirm-payment', complaintId, liaison, {
      ...payment,
      version: accepted.version,
      amount: 30_000,
      paidOn: today(),
    });
    await perform('confirm-payment', complaintId, liaison, {
      ...payment,
      version: first.version,
      amount: 25_000,
      paidOn: today(),
    });
    const { proposedCents, recoveredCents, status } = await complaintOf(complaintId);
    expect({ proposedCents, recoveredCents, status }).toEqual({
      proposedCents: 55_000n,
      recoveredCents: 55_000n,
      status: 'closed',
    });
    expect((await lastLine(complaintId, filer)).writing.payment).toMatchObject({ trace: 'TRN-0912' });
  });

  it('that lies ahead, or that nobody promised, is refused', async () => {
    const promised = await aProposed('overturned');
    const given = { ...payment, version: promised.version, amount: 100, paidOn: today().add({ days: 1 }) };
    expect(await problemsOf(() => perform('confirm-payment', promised.complaintId, liaison, given))).toEqual([
      'paidOn',
    ]);
    const upheld = await aProposed('upheld');
    const other = { ...given, version: upheld.version, paidOn: today() };
    await expect(perform('confirm-payment', upheld.complaintId, liaison, other)).rejects.toBeInstanceOf(
      Conflict,
    );
  });
});

describe('A question that HFS asks one side', () => {
  it('is read and answered by that side, and by HFS, and is nothing to the other', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const asked = await perform('ask-plan', complaintId, analyst, { version, words: 'QUESTION' });
    const elsewhere = { version: asked.version, words: 'Nobody asked me.' };
    await expect(perform('answer', complaintId, filer, elsewhere)).rejects.toBeInstanceOf(Conflict);
    await perform('answer', complaintId, liaison, { version: asked.version, words: 'ANSWER' });
    const wordsFor = async (side: Actor) =>
      (await linesFor(complaintId, side)).map(({ writing }) => writing.words ?? '').join(' ');
    expect(await wordsFor(liaison)).toMatch(/QUESTION ANSWER/);
    expect(await wordsFor(analyst)).toMatch(/QUESTION ANSWER/);
    expect(await wordsFor(filer)).not.toMatch(/QUESTION|ANSWER/);
  });
});

describe('What was presented', () => {
  it('is taken back as long as the plan has not opened it, and is gone for the plan', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const { status } = await perform('recall', complaintId, analyst, { version, words: 'The wrong plan.' });
    expect(status).toBe('submitted');
    await expect(getComplaintById(liaison, complaintId)).rejects.toBeInstanceOf(NotFound);
    expect(await dueOf(complaintId, 'present')).toBe('2026-04-24');
  });

  it('goes back to HFS when it is not the plan’s, which still sees what it said', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const back = await perform('not-ours', complaintId, liaison, {
      version,
      words: 'They left us in March.',
    });
    expect(back.status).toBe('submitted');
    expect((await lastLine(complaintId, liaison)).writing.words).toBe('They left us in March.');
    const again = await perform('present', complaintId, analyst, {
      version: back.version,
      priorReviewConfirmed: true,
    });
    expect(again.status).toBe('with_mco');
  });
});

describe('A date that was entered wrongly', () => {
  it('is corrected by a supervisor, and every deadline follows', async () => {
    const { complaintId, version } = await aDisputeOfThree();
    const [, presented] = (await complaintOf(complaintId)).history;
    const given = { version, entry: presented?.id ?? '', words: 'It was presented a day later.' };
    on('2026-04-14');
    const ahead = { ...given, correctedOn: date('2026-04-15') };
    expect(await problemsOf(() => perform('correct-date', complaintId, supervisor, ahead))).toEqual([
      'correctedOn',
    ]);
    const before = { ...given, correctedOn: date('2026-04-09') };
    expect(await problemsOf(() => perform('correct-date', complaintId, supervisor, before))).toEqual([
      'correctedOn',
    ]);
    await perform('correct-date', complaintId, supervisor, { ...given, correctedOn: date('2026-04-13') });
    expect(await dueOf(complaintId, 'propose')).toBe('2026-05-13');
  });

  it('is not corrected to one that would have ended the representative’s time before they knew', async () => {
    const presented = await aDisputeOfThree();
    const { complaintId } = presented;
    on('2026-05-08');
    const proposal = { version: presented.version, ...aProposal('upheld') };
    const { version } = await perform('propose', complaintId, liaison, proposal);
    const entry = (await complaintOf(complaintId)).history.at(-1)?.id ?? '';
    on('2026-05-20');
    const given = { version, entry, words: 'It came earlier.' };
    const early = { ...given, correctedOn: date('2026-04-14') };
    expect(await problemsOf(() => perform('correct-date', complaintId, supervisor, early))).toEqual([
      'correctedOn',
    ]);
    await perform('correct-date', complaintId, supervisor, { ...given, correctedOn: date('2026-05-01') });
    expect(await dueOf(complaintId, 'request_review')).toBe('2026-05-31');
  });
});

describe('Of two who move a complaint at once', () => {
  it('one wins, and the other is told; nothing is written twice', async () => {
    const { complaintId, version } = await aProposed('upheld');
    const [first] = await claimIds(complaintId);
    const results = await Promise.allSettled([
      perform('accept', complaintId, filer, { version }),
      perform('request-review', complaintId, filer, { version, refused: [first], words: 'No.' }),
      perform('close', complaintId, analyst, {
        version,
        closureReason: 'RESOLVED_BY_MCO',
        words: 'It pays.',
      }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { history, version: now } = await complaintOf(complaintId);
    expect(now).toBe(version + 1);
    expect(history.at(-1)?.version).toBe(now);
    expect(new Set(history.map((entry) => entry.version)).size).toBe(history.length);
  });
});

function on(day: string): void {
  setClock(Temporal.Instant.from(`${day}T16:00:00Z`));
}

function date(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

function aDisputeOfThree(): Promise<Performed> {
  const claimLines = [10_000, 20_000, 25_000].map((billedCents, place) =>
    aClaimLine({ billedCents, claimNumber: `CL26000000${place}` }),
  );
  return aPresentedComplaint(filer, analyst, aDispute({ claimLines }));
}

async function aProposed(position: 'overturned' | 'upheld'): Promise<Performed> {
  const { complaintId, version } = await aDisputeOfThree();
  return perform('propose', complaintId, liaison, { version, ...aProposal(position) });
}

/** A review for which both sides have sent what they have, unless it says otherwise. */
async function aReview({ isInformed = true } = {}): Promise<Performed> {
  const { complaintId, version } = await aProposed('upheld');
  const [first] = await claimIds(complaintId);
  const asked = await perform('request-review', complaintId, filer, {
    version,
    refused: [first],
    words: 'No.',
  });
  if (!isInformed) return asked;
  const half = await perform('inform', complaintId, filer, { version: asked.version, words: 'All sent.' });
  return perform('inform', complaintId, liaison, { version: half.version, words: 'All sent.' });
}

function partly(version: number): MoveDetails<'propose'> {
  return { version, ...aProposal('upheld'), position: 'partly_overturned' };
}

async function complaintOf(complaintId: string): Promise<ComplaintSeen['complaint']> {
  return (await getComplaintById(analyst, complaintId)).complaint;
}

async function claimIds(complaintId: string): Promise<[string, string, string]> {
  const { claimLines } = await readFiled(await complaintOf(complaintId));
  const [first = '', second = '', third = ''] = claimLines.map(({ id }) => id);
  return [first, second, third];
}

async function linesFor(complaintId: string, side: Actor) {
  return readHistory(await getComplaintById(side, complaintId));
}

async function lastLine(complaintId: string, side: Actor) {
  const last = (await linesFor(complaintId, side)).at(-1);
  if (!last) throw new Error('Nothing happened yet');
  return last;
}

async function dueOf(complaintId: string, kind: string): Promise<string | undefined> {
  const clocks = await readClocks(await complaintOf(complaintId));
  return clocks.findLast((clock) => clock.kind === kind)?.dueOn.toString();
}

async function problemsOf(act: () => Promise<unknown>): Promise<string[]> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Invalid) return error.problems.map(({ field }) => field);
    throw error;
  }
  return [];
}
