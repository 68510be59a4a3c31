import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_POLICY } from '../../src/complaint/policy.ts';
import { placeWords } from '../../src/information/place-words.ts';
import { questionWords } from '../../src/information/question-words.ts';
import {
  ANSWERS,
  type Answers,
  answersThatCount,
  type Question,
  readAnswers,
  whereToComplain,
} from '../../src/information/where-to-complain.ts';
import { whereToComplainView } from '../../src/information/where-to-complain.view.ts';

const CLAIM = {
  who: 'provider',
  coverage: 'managed-care',
  enrolled: 'yes',
  about: 'claim',
  asked: 'yes',
} as const;

describe('Where a complaint belongs', () => {
  it.each<[string, Answers, string]>([
    ['a member’s', { who: 'member' }, 'member'],
    ['somebody else’s', { who: 'other' }, 'somebody-else'],
    ['about fee-for-service', { who: 'provider', coverage: 'fee-for-service' }, 'fee-for-service'],
    ['about Medicare', { who: 'provider', coverage: 'medicare' }, 'medicare'],
    [
      'about the Medicare part of a plan for both',
      { who: 'provider', coverage: 'both', part: 'medicare' },
      'medicare',
    ],
    ['about other insurance', { who: 'provider', coverage: 'other-insurance' }, 'other-insurance'],
    ['about coverage that nobody looked up', { who: 'provider', coverage: 'unsure' }, 'find-coverage'],
    ['of a provider who is not enrolled', { ...CLAIM, enrolled: 'no' }, 'not-enrolled'],
    ['that the plan has not seen', { ...CLAIM, asked: 'no' }, 'plan-first'],
    ['about care that the plan was not asked for', { ...CLAIM, about: 'care', asked: 'no' }, 'plan-first'],
    ['about care that is needed now', { ...CLAIM, about: 'care' }, 'file-urgent'],
    ['about credentialing', { ...CLAIM, about: 'other' }, 'file-other'],
    ['about a claim, before the plan’s time ran out', { ...CLAIM, age: 'early' }, 'too-early'],
    ['about a claim, while the window is open', { ...CLAIM, age: 'open' }, 'file-claim'],
    ['about a claim, after the window closed', { ...CLAIM, age: 'late' }, 'too-late'],
    [
      'about the Medicaid part of a plan for both',
      { ...CLAIM, coverage: 'both', part: 'medicaid', age: 'open' },
      'file-claim',
    ],
  ])('%s: %o leads to %s', (_whose, answers, place) => {
    expect(whereToComplain(answers)).toEqual({ kind: 'place', place });
  });

  it('is reached from any answers in at most seven questions, each asked once', () => {
    const anyAnswers = fc.record({
      who: fc.constantFrom(...ANSWERS.who),
      coverage: fc.constantFrom(...ANSWERS.coverage),
      part: fc.constantFrom(...ANSWERS.part),
      enrolled: fc.constantFrom(...ANSWERS.enrolled),
      about: fc.constantFrom(...ANSWERS.about),
      asked: fc.constantFrom(...ANSWERS.asked),
      age: fc.constantFrom(...ANSWERS.age),
    });
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const counted = answersThatCount(answers);
        expect(whereToComplain(counted)).toEqual(whereToComplain(answers));
        expect(whereToComplain(counted).kind).toBe('place');
      }),
    );
  });

  it('forgets answers to questions that were not asked', () => {
    expect(answersThatCount({ who: 'provider', coverage: 'managed-care', part: 'medicare' })).toEqual({
      who: 'provider',
      coverage: 'managed-care',
    });
  });

  it('takes from an address only answers that exist', () => {
    const read = readAnswers({ who: 'provider', coverage: '<b>', asked: ['yes', 'no'], constructor: 'x' });
    expect(answersThatCount(read)).toEqual({ who: 'provider' });
  });
});

describe('The page of a question', () => {
  it('begins with who one is', () => {
    const view = viewOf({});
    expect(view).toMatchObject({ title: 'Who are you?', place: null, back: { href: '/' } });
    expect(view.answered.rows).toEqual([]);
    expect(view.errors).toEqual([]);
  });

  it('sent without an answer says what to do', () => {
    expect(viewOf({ asking: 'who' }).errors).toEqual([
      { field: 'who', text: 'Select who you are', href: '#who' },
    ]);
    expect(viewOf({ asking: 'who', who: 'provider' }).errors).toEqual([]);
  });

  it('keeps the answers so far, and lets each be changed', () => {
    const view = viewOf({ ...CLAIM });
    expect(view.kept).toEqual(Object.entries(CLAIM).map(([name, value]) => ({ name, value })));
    expect(view.answered.rows.at(-1)).toEqual({
      label: 'You asked the plan',
      value: 'Yes',
      change: { href: '/where-to-complain?who=provider&coverage=managed-care&enrolled=yes&about=claim' },
    });
    expect(view.back).toEqual({ text: 'Back', href: view.answered.rows.at(-1)?.change?.href });
  });

  it('tells the days of the policy in force', () => {
    const policy = { ...FIRST_POLICY.filing, opensAfter: 20, closesAfter: 45 };
    expect(whereToComplainView(CLAIM, policy).question?.choices.map((choice) => choice.text)).toEqual([
      'Less than 20 days ago',
      '20 to 45 days ago',
      'More than 45 days ago',
    ]);
    expect(placeWords('plan-first', policy).paragraphs.join(' ')).toContain('from day 20 to day 45');
  });
});

describe('The words', () => {
  const questions: Question[] = ['who', 'coverage', 'part', 'enrolled', 'about', 'asked', 'age'];

  it.each(questions)('for every answer to "%s" are there, with no day left open', (question) => {
    const { choices, ...words } = questionWords(question, FIRST_POLICY.filing);
    expect(choices.map((choice) => choice.value)).toEqual([...ANSWERS[question]]);
    for (const { text, value } of choices) expect(text).not.toBe(value);
    expect(JSON.stringify({ words, choices })).not.toMatch(/[{](?:opens|closes)[}]/);
  });
});

/** The page for a query, under the first policy. */
function viewOf(query: Record<string, string>) {
  return whereToComplainView(query, FIRST_POLICY.filing);
}
