import { z } from 'zod';

/** The questions of "Where do I complain?", in the order in which they may be asked, and their answers. */
export const ANSWERS = {
  who: ['provider', 'member', 'other'],
  coverage: ['managed-care', 'both', 'fee-for-service', 'medicare', 'other-insurance', 'unsure'],
  part: ['medicaid', 'medicare'],
  enrolled: ['yes', 'no'],
  about: ['claim', 'care', 'other'],
  asked: ['yes', 'no'],
  age: ['early', 'open', 'late'],
} as const;

export type Question = keyof typeof ANSWERS;
export type Answers = { readonly [Each in Question]?: (typeof ANSWERS)[Each][number] | undefined };

export type Place =
  | 'member'
  | 'somebody-else'
  | 'fee-for-service'
  | 'medicare'
  | 'other-insurance'
  | 'find-coverage'
  | 'not-enrolled'
  | 'plan-first'
  | 'too-early'
  | 'too-late'
  | 'file-claim'
  | 'file-urgent'
  | 'file-other';

export type Advice = { kind: 'ask'; question: Question } | { kind: 'place'; place: Place };

/**
 * Where a complaint belongs, or what to ask next.
 * @see 89 Ill. Adm. Code 140.75; HFS provider notice of February 8, 2017
 */
export function whereToComplain(answers: Answers): Advice {
  if (!answers.who) return ask('who');
  if (answers.who === 'member') return place('member');
  if (answers.who === 'other') return place('somebody-else');
  return placeByCoverage(answers) ?? placeByIssue(answers);
}

/** The answers that lead to where the reader is: those to questions that were really asked. */
export function answersThatCount(answers: Answers): Answers {
  let counted: Answers = {};
  for (;;) {
    const advice = whereToComplain(counted);
    const answer = advice.kind === 'ask' ? answers[advice.question] : undefined;
    if (advice.kind === 'place' || answer === undefined) return counted;
    counted = { ...counted, [advice.question]: answer };
  }
}

const AnswersQuery = z.object({
  who: known(ANSWERS.who),
  coverage: known(ANSWERS.coverage),
  part: known(ANSWERS.part),
  enrolled: known(ANSWERS.enrolled),
  about: known(ANSWERS.about),
  asked: known(ANSWERS.asked),
  age: known(ANSWERS.age),
});

/** The answers among a query's values; whatever is not one of them is left out. */
export function readAnswers(query: Readonly<Record<string, unknown>>): Answers {
  return AnswersQuery.parse(query);
}

function known<const Value extends string>(values: readonly Value[]) {
  return z.enum(values).optional().catch(undefined);
}

function placeByCoverage({ coverage, part, enrolled }: Answers): Advice | null {
  if (!coverage) return ask('coverage');
  if (coverage === 'unsure') return place('find-coverage');
  if (coverage !== 'managed-care' && coverage !== 'both') return place(coverage);
  if (coverage === 'both' && !part) return ask('part');
  if (coverage === 'both' && part === 'medicare') return place('medicare');
  if (!enrolled) return ask('enrolled');
  return enrolled === 'no' ? place('not-enrolled') : null;
}

function placeByIssue({ about, asked, age }: Answers): Advice {
  if (!about) return ask('about');
  if (!asked) return ask('asked');
  if (asked === 'no') return place('plan-first');
  if (about === 'care') return place('file-urgent');
  if (about === 'other') return place('file-other');
  if (!age) return ask('age');
  if (age === 'early') return place('too-early');
  return place(age === 'late' ? 'too-late' : 'file-claim');
}

function ask(question: Question): Advice {
  return { kind: 'ask', question };
}

function place(name: Place): Advice {
  return { kind: 'place', place: name };
}
