import { today } from '../platform/clock.ts';
import type { Transaction } from '../platform/database/database.ts';
import { daysBetween, formatDate, isAfter, isBefore } from '../platform/dates.ts';
import { Conflict, Invalid } from '../platform/errors.ts';
import { runOut } from './conditions.ts';
import { correctedColumns } from './corrected-columns.ts';
import { readFiledDocument } from './document.queries.ts';
import { readWriting } from './history.queries.ts';
import { complaintKey } from './keys.queries.ts';
import type { Move } from './lifecycle.ts';
import type { LogEntry } from './log.ts';
import type { MoveDetails } from './move-details.ts';
import type { ColumnsOfMove } from './move-effects.ts';
import type { MoveFacts } from './move-facts.ts';
import type { MoveWriting } from './move-writing.ts';
import { isRecountDue } from './passed-time.queries.ts';
import { paymentProblems } from './payment.ts';
import { paymentTerms } from './payment-terms.ts';
import type { ComplaintInHand } from './perform.queries.ts';
import type { Position } from './position.ts';
import { proposedTotal, readProposal } from './proposal.ts';
import type { Reference } from './reference.queries.ts';
import { standingOf } from './standing.ts';

/** What a move writes that follows from the complaint itself, beside what the person gave. */
export interface Prepared {
  readonly facts?: MoveFacts;
  readonly writing?: MoveWriting;
  readonly columns?: Partial<ColumnsOfMove>;
}

interface Circumstances {
  readonly tx: Transaction;
  readonly complaint: ComplaintInHand;
  readonly log: readonly LogEntry[];
  readonly reference: Reference;
}

/**
 * Works out what follows from the complaint.
 * @throws Invalid when what the person gave does not fit it
 */
export async function prepareMove(
  move: Move,
  details: MoveDetails,
  circumstances: Circumstances,
): Promise<Prepared> {
  if (move === 'lapse') return prepareLapse(circumstances);
  if (move === 'accept' || move === 'decide') return prepareEnd(move, circumstances);
  if ('rows' in details) return prepareProposal(details, circumstances);
  if ('refused' in details) return prepareReview(details, circumstances);
  if ('entry' in details) return prepareCorrection(details, circumstances);
  if ('amount' in details) return preparePayment(details, circumstances);
  return {};
}

/** Time closes nothing of which a deadline may yet be moved. */
async function prepareLapse({ tx, complaint }: Circumstances): Promise<Prepared> {
  if (await isRecountDue(tx, complaint.id)) throw new Conflict('Its deadlines are being counted anew.', []);
  return closedFor(complaint.status === 'returned' ? 'INCOMPLETE' : 'NO_REVIEW_REQUESTED');
}

/** What a move without details of its own brings: what the plan proposed, what was drafted. */
async function prepareEnd(move: 'accept' | 'decide', { tx, complaint }: Circumstances): Promise<Prepared> {
  if (move === 'accept') return closedFor(ACCEPTED_REASONS[lastPosition(complaint)]);
  const draft = complaint.history.findLast(({ move }) => move === 'draft-decision');
  if (!draft) throw new Error('There is no draft of a decision');
  const { words } = await readWriting(await complaintKey(tx, complaint.id), complaint.id, draft);
  const reason = factsOf(draft).closureReason;
  if (reason === undefined || words === undefined) throw new Error('The draft of the decision is not whole');
  return { ...closedFor(reason), writing: { words } };
}

const ACCEPTED_REASONS: Readonly<Record<Position, string>> = {
  overturned: 'RESOLVED_BY_MCO',
  partly_overturned: 'PARTLY_RESOLVED_BY_MCO',
  upheld: 'MCO_POSITION_ACCEPTED',
};

function closedFor(closureReason: string): Prepared {
  return { facts: { closureReason }, columns: { closureReasonCode: closureReason } };
}

async function prepareProposal(
  { position, rows, payOn }: MoveDetails<'propose'>,
  { tx, complaint }: Circumstances,
): Promise<Prepared> {
  const { claimLines } = await readFiledDocument(tx, complaint);
  const read = readProposal({ position, rows, payOn }, claimLines, today());
  if (read.problems.length > 0) throw new Invalid([...read.problems]);
  const proposedCents = proposedTotal(read.rows);
  return {
    facts: { proposedCents },
    writing: { rows: read.rows },
    columns: { proposedCents: BigInt(proposedCents) },
  };
}

/** Nothing named means all of it; what the plan never proposed cannot be refused row by row. */
async function prepareReview(
  { refused }: MoveDetails<'request-review'>,
  { tx, complaint }: Circumstances,
): Promise<Prepared> {
  if (complaint.status !== 'proposed') return {};
  const proposal = complaint.history.findLast(({ move }) => move === 'propose');
  const key = await complaintKey(tx, complaint.id);
  const { rows = [] } = proposal ? await readWriting(key, complaint.id, proposal) : {};
  const known = new Set(rows.map(({ claimId }) => claimId));
  if (refused.some((id) => !known.has(id)))
    throw new Invalid([{ field: 'refused', text: 'Choose rows of this proposal' }]);
  if (rows.length > 0 && refused.length === 0)
    throw new Invalid([
      { field: 'refused', text: 'Choose at least one claim whose answer you do not accept' },
    ]);
  return { facts: { refusedCount: refused.length }, writing: { refused } };
}

/** Payments add up to what was recovered. */
async function preparePayment(
  details: MoveDetails<'confirm-payment'>,
  circumstances: Circumstances,
): Promise<Prepared> {
  const problems = paymentProblems(details, await paymentTerms(details.amount, circumstances));
  if (problems.length > 0) throw new Invalid(problems);
  const { recoveredCents } = circumstances.complaint;
  return { columns: { recoveredCents: (recoveredCents ?? 0n) + BigInt(details.amount) } };
}

/** A date stays between those of the moves before and after it. */
function prepareCorrection(
  { entry, correctedOn }: MoveDetails<'correct-date'>,
  { complaint, log, reference }: Circumstances,
): Prepared {
  const place = complaint.history.findIndex(({ id }) => id === entry);
  const named = complaint.history[place];
  const inLog = named && log.findIndex(({ id }) => id === entry);
  if (named === undefined || inLog === undefined || inLog < 0)
    throw new Invalid([{ field: 'entry', text: 'Choose a move of this complaint' }]);
  const earliest = log[inLog - 1]?.on;
  const latest = log[inLog + 1]?.on ?? today();
  const before = log[inLog]?.on ?? today();
  if (earliest && isBefore(correctedOn, earliest))
    throw refuseDate(
      `The move before it was made on ${formatDate(earliest)}: enter that date, or a later one`,
    );
  if (isAfter(correctedOn, latest))
    throw refuseDate(`What came after it was on ${formatDate(latest)}: enter that date, or an earlier one`);
  if (daysBetween(before, correctedOn) === 0) throw refuseDate('This is the date that it has already');
  const corrected = log.map((each) => (each.id === entry ? { ...each, on: correctedOn } : each));
  const over = runOut(standingOf(complaint, reference, corrected).clocks);
  if (over && !runOut(standingOf(complaint, reference, log).clocks))
    throw refuseDate(
      `With this date, the representative’s time would have been over since ${formatDate(over.dueOn)}, and the complaint would be closed: enter a later date`,
    );
  return {
    facts: {
      entry,
      correctedOn: correctedOn.toString(),
      before: before.toString(),
      after: correctedOn.toString(),
    },
    columns: correctedColumns(complaint.history, named, correctedOn),
  };
}

function refuseDate(text: string): Invalid {
  return new Invalid([{ field: 'correctedOn', text }]);
}

function lastPosition({ history }: ComplaintInHand): Position {
  const proposal = history.findLast(({ move }) => move === 'propose');
  const position = proposal && factsOf(proposal).position;
  if (!position) throw new Error('There is no proposal to accept');
  return position;
}

function factsOf({ facts }: { readonly facts: unknown }): MoveFacts {
  // Written by factsOfMove alone, from details that were parsed.
  return facts as MoveFacts;
}
