import type { FilingPolicy } from '../complaint/policy.ts';
import type { ChoiceField } from '../web/fields.ts';
import { fieldError } from '../web/forms.ts';
import type { PageView } from '../web/pages.ts';
import type { SummaryList } from '../web/parts.ts';
import { type PlaceWords, placeWords } from './place-words.ts';
import { questionWords } from './question-words.ts';
import {
  type Answers,
  answersThatCount,
  type Question,
  readAnswers,
  whereToComplain,
} from './where-to-complain.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'information/where-to-complain': WhereToComplainView;
  }
}

export interface WhereToComplainView extends PageView {
  /** The next question, or null at the end. */
  readonly question: ChoiceField | null;
  readonly place: PlaceWords | null;
  readonly answered: SummaryList;
  /** The answers so far, which the form sends along. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
}

/**
 * The next question, or the place where the complaint belongs.
 * @param query the answers so far; `asking` names the question whose form was sent
 */
export function whereToComplainView(
  query: Readonly<Record<string, unknown>>,
  policy: FilingPolicy,
): WhereToComplainView {
  const answers = answersThatCount(readAnswers(query));
  const advice = whereToComplain(answers);
  const shared = {
    back: backFrom(answers),
    answered: answeredList(answers, policy),
    kept: keptAnswers(answers),
  };
  if (advice.kind === 'place') {
    const place = placeWords(advice.place, policy);
    return { ...shared, title: place.title, question: null, place };
  }
  const question = questionField(advice.question, policy, query.asking === advice.question);
  return { ...shared, title: question.label, errors: question.errors, question, place: null };
}

/** The field of one question, with its error when it was sent without an answer. */
export function questionField(question: Question, policy: FilingPolicy, isUnanswered: boolean): ChoiceField {
  const { text, hint, choices, missing } = questionWords(question, policy);
  const errors = isUnanswered ? [fieldError(question, missing)] : [];
  return { name: question, label: text, hint, choices, errors, isHeading: true, tiles: true };
}

function answeredList(answers: Answers, policy: FilingPolicy): SummaryList {
  const rows = keptAnswers(answers).map(({ name, value }) => {
    const { label, choices } = questionWords(name, policy);
    const answer = choices.find((choice) => choice.value === value)?.text ?? value;
    return { label, value: answer, change: { href: addressBefore(name, answers) } };
  });
  return { heading: 'Your answers', rows };
}

/** The page as it was before a question was answered. */
function addressBefore(question: Question, answers: Answers): string {
  const kept = keptAnswers(answers);
  const before = kept.slice(
    0,
    kept.findIndex(({ name }) => name === question),
  );
  const query = new URLSearchParams(before.map(({ name, value }) => [name, value]));
  return before.length > 0 ? `/where-to-complain?${query}` : '/where-to-complain';
}

function backFrom(answers: Answers): { href: string; text: string } {
  const last = keptAnswers(answers).at(-1);
  return { href: last ? addressBefore(last.name, answers) : '/', text: 'Back' };
}

const QUESTIONS = [
  'who',
  'coverage',
  'part',
  'enrolled',
  'about',
  'asked',
  'age',
] as const satisfies Question[];

/** The answers in the order of their questions. */
function keptAnswers(answers: Answers): { name: Question; value: string }[] {
  return QUESTIONS.flatMap((name) => {
    const value = answers[name];
    return value === undefined ? [] : [{ name, value }];
  });
}
