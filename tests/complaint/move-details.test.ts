import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { MOVE_NAMES, MOVES, type Move, type MoveRow } from '../../src/complaint/lifecycle.ts';
import { CERTIFICATIONS, detailsSchema, WORDS_LIMIT } from '../../src/complaint/move-details.ts';

const FILLED: Record<Move, Record<string, unknown>> = {
  submit: { certification: [...CERTIFICATIONS] },
  present: { priorReviewConfirmed: 'yes' },
  return: { missing: ['document', 'tracking_number'], words: 'Send the denial letter.' },
  resubmit: { words: 'The letter is attached.' },
  recall: { words: 'Presented to the wrong plan.' },
  acknowledge: { contact: 'Mira Lund, 312-555-0101' },
  appoint: { liaison: '0198c0de-0000-7000-8000-000000000002' },
  'request-extension': { words: 'The records are with a vendor.' },
  'grant-extension': { words: 'Two weeks are reasonable.' },
  'refuse-extension': { words: 'The records were asked for in May.' },
  'not-ours': { words: 'The member left the plan in March.' },
  propose: {
    position: 'upheld',
    words: 'Filed after 180 days.',
    citation: 'Section 4',
    action: 'Nothing.',
    rows: { '0198c0de-0000-7000-8000-000000000002': { answer: 'uphold' } },
  },
  accept: {},
  'request-review': { words: 'The clock began in June.' },
  inform: { words: 'Nothing to add.' },
  'draft-decision': { closureReason: 'DECIDED_IN_PART', words: 'Each is right in part.' },
  'send-back': { words: 'Cite the rule.' },
  decide: {},
  'confirm-payment': {
    amount: '1,250.00',
    paidOn: { month: '5', day: '4', year: '2026' },
    paymentMethod: 'eft',
    trace: 'TRN0912',
  },
  'ask-representative': { words: 'Which claims were paid?' },
  'ask-plan': { words: 'Under which policy?' },
  answer: { words: 'Claims 1 and 2.' },
  lapse: {},
  'correct-date': {
    entry: '0198c0de-0000-7000-8000-000000000002',
    correctedOn: { month: '5', day: '4', year: '2026' },
    words: 'It was presented a day before.',
  },
  'shift-deadline': {},
  'undo-shift': {},
  recount: {},
  reply: {},
  assign: { assignee: '0198c0de-0000-7000-8000-000000000002' },
  close: { closureReason: 'RESOLVED_BY_MCO', words: 'The plan paid.' },
  withdraw: {},
  reopen: { words: 'Closed by mistake.' },
};

/** What is judged by the complaint itself, or may be left empty. */
const MAY_BE_EMPTY: readonly string[] = ['rows', 'payOn', 'refused', 'duplicateOf', 'referredTo'];

function messages(move: Move, sent: unknown): string[] {
  return issues(move, sent).map(({ message }) => message);
}

function issues(move: Move, sent: unknown): z.core.$ZodIssue[] {
  return detailsSchema(move).safeParse(sent).error?.issues ?? [];
}

describe('What a move is given', () => {
  it.each(MOVE_NAMES)('%s, with its form filled in and a version, is accepted', (move) => {
    expect(issues(move, { ...FILLED[move], version: '4' })).toEqual([]);
  });

  it.each(MOVE_NAMES)('%s, with an empty form, is refused with one message for each need', (move) => {
    const row: MoveRow = MOVES[move];
    const fields = issues(move, { version: '4' }).map((issue) => issue.path[0]);
    expect(fields).toEqual(row.needs.filter((need) => !MAY_BE_EMPTY.includes(need)));
  });

  it.each(MOVE_NAMES)('%s, whatever is missing, speaks to the person and not of types', (move) => {
    for (const message of messages(move, {})) expect(message).not.toMatch(/invalid|expected|undefined/i);
  });

  it.each(['', 'x', '-1', '1.5', undefined, null, -1, 1.5])(
    'a form that carries the version %j, whatever else it holds, is refused',
    (version) => {
      expect(messages('withdraw', { version })).toEqual([
        'Reload the page: the form does not say which state of the complaint it shows',
      ]);
    },
  );

  it('the version, sent as text by a form, is a number to the rules', () => {
    expect(detailsSchema('withdraw').parse({ version: '12' })).toEqual({ version: 12 });
    expect(detailsSchema('withdraw').parse({ version: 0 })).toEqual({ version: 0 });
  });

  it('fields that a move does not need, when they are sent with it, are dropped', () => {
    const sent = { version: 1, words: 'Paid.', closureReason: 'REFERRED', assignee: 'me', status: 'draft' };
    expect(detailsSchema('close').parse(sent)).toEqual({
      version: 1,
      words: 'Paid.',
      closureReason: 'REFERRED',
    });
  });
});

describe('Words', () => {
  it('written in a browser on Windows, with blank ends, are kept trimmed and with single line ends', () => {
    const parsed = detailsSchema('reopen').parse({ version: 1, words: '  One\r\nTwo \r\n' });
    expect(parsed.words).toBe('One\nTwo');
  });

  it('of blanks alone, in each form, are refused in that form’s own terms', () => {
    expect(messages('resubmit', { version: 1, words: ' \n ' })).toEqual(['Write your answer to HFS']);
    expect(messages('reopen', { version: 1, words: '' })).toEqual(['Write why the complaint is reopened']);
  });

  it('longer than the limit, by one character, are refused with the limit', () => {
    expect(messages('reopen', { version: 1, words: 'a'.repeat(WORDS_LIMIT + 1) })).toEqual([
      'Use at most 10,000 characters',
    ]);
  });
});

describe('Lists and choices', () => {
  it('one box checked, sent by the browser as a text, is a list of one', () => {
    const parsed = detailsSchema('return').parse({ version: 1, missing: 'member', words: 'Which?' });
    expect(parsed.missing).toEqual(['member']);
  });

  it('boxes checked twice or out of order, when kept, stand once and in the list’s order', () => {
    const missing = ['other', 'member', 'other', 'tracking_number'];
    const parsed = detailsSchema('return').parse({ version: 1, missing, words: 'Which?' });
    expect(parsed.missing).toEqual(['tracking_number', 'member', 'other']);
  });

  it('a box that is not in the list, sent all the same, is refused', () => {
    expect(messages('return', { version: 1, missing: ['money'], words: 'Which?' })).toEqual([
      'Choose what is missing from the list',
    ]);
  });

  it.each(CERTIFICATIONS)('filing with only "%s" confirmed is refused', (statement) => {
    expect(messages('submit', { version: 1, certification: statement })).toEqual([
      'Confirm all three statements',
    ]);
  });

  it('presenting with the confirmation sent as "no" is refused', () => {
    expect(messages('present', { version: 1, priorReviewConfirmed: 'no' })).toEqual([
      'Confirm that the plan had the issue before HFS did',
    ]);
  });

  it.each([
    ['propose', { position: 'paid', words: 'x', citation: 'x', action: 'x' }, 'Choose your finding'],
    [
      'propose',
      {
        position: 'upheld',
        words: 'x',
        citation: 'x',
        action: 'x',
        rows: { '------------------------------------': { answer: 'uphold' } },
      },
      'An answer is to a claim that is not in this complaint',
    ],
    ['assign', { assignee: 'me' }, 'Choose who works on it'],
    ['close', { closureReason: 'drop table', words: 'x' }, 'Choose a reason'],
  ] as const)('%s with a choice that is none is refused', (move, sent, message) => {
    expect(messages(move, { version: 1, ...sent })).toEqual([message]);
  });
});
