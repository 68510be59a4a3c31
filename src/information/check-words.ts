import type { CheckVerdict, Issue } from './check-question.ts';

interface AnswerWords {
  /** `{from}` stands for the first day. */
  readonly heading: string;
  readonly isOpen: boolean;
  readonly paragraph: string;
}

type Said = Exclude<CheckVerdict['kind'], 'no-window'> | Exclude<Issue, 'claim'>;

/** What each verdict means: of a disputed claim by its window, of the others by what they are about. */
export const ANSWER_WORDS: Readonly<Record<Said, AnswerWords>> = {
  'too-early': {
    heading: 'Not yet: from {from}',
    isOpen: false,
    paragraph:
      'Until then it is the plan’s time to answer, even if it has answered already. HFS closes complaints that come earlier. You can write a draft meanwhile.',
  },
  open: {
    heading: 'Yes, you can file today',
    isOpen: true,
    paragraph: 'The plan has had its time, and the filing window is open.',
  },
  'open-late-after-answer': {
    heading: 'Yes, but HFS has to judge it',
    isOpen: true,
    paragraph:
      'The filing window is open, but the plan’s answer is no longer fresh. HFS decides whether it takes the complaint.',
  },
  'too-late': {
    heading: 'No, the filing window is over',
    isOpen: false,
    paragraph: 'HFS can no longer take this dispute. Your contract with the plan says what else you can do.',
  },
  care: {
    heading: 'Yes, you can file today',
    isOpen: true,
    paragraph:
      'HFS expedites it: you get a first reply within two business days. The plan’s time to answer need not have run out.',
  },
  other: {
    heading: 'Yes, you can file today',
    isOpen: true,
    paragraph: 'There is no waiting time for this kind of issue, but the plan must have been asked.',
  },
};
