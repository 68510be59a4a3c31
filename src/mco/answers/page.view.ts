import { ANSWER_CHOICES, FINDING_CHOICES } from '../../complaint/answers-import/words.ts';
import type { FileField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Alert, ButtonRow, SummaryList } from '../../web/parts.ts';
import { SHEET_FIELD } from '../../web/receive-sheet.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mco/answers': AnswersView;
  }
}

/** With the headings: as many as a thread reads in a moment, and a person still looks over. */
export const ROWS_LIMIT = 5_000;

export interface AnswersView extends PageView {
  readonly waiting: Alert | null;
  readonly count: string;
  /** Null: there is nothing to answer. */
  readonly downloads: ButtonRow | null;
  readonly columns: SummaryList;
  readonly file: FileField;
  readonly buttons: ButtonRow;
}

interface Given {
  readonly count: number;
  readonly countText: string;
  /** Rows of a file that was sent before. */
  readonly rowsWaiting: number;
  readonly errors: readonly FieldError[];
}

export function answersView({ count, countText, rowsWaiting, errors }: Given): AnswersView {
  return {
    title: 'Answer many complaints at once',
    errors,
    waiting: rowsWaiting === 0 ? null : WAITING,
    count:
      count === 0
        ? 'No complaint waits for your answer.'
        : `${countText} ${count === 1 ? 'complaint waits' : 'complaints wait'} for your answer.`,
    downloads: count === 0 ? null : DOWNLOADS,
    columns: COLUMNS,
    file: {
      name: SHEET_FIELD,
      label: 'The filled file',
      limits: `Excel (.xlsx) or text (.csv), up to 5 MB and ${ROWS_LIMIT.toLocaleString('en-US')} rows. More rows: send them in parts.`,
      accept: ['.xlsx', '.csv'],
      errors,
    },
    buttons: { buttons: [{ text: 'Check the file' }] },
  };
}

const WAITING: Alert = {
  type: 'info',
  text: 'A file that you sent is not finished. What of it can be answered stays until you do; what cannot, another file replaces.',
  links: [{ href: '/mco/answers/check', text: 'Go on with that file' }],
};

const DOWNLOADS: ButtonRow = {
  buttons: [
    { text: 'Download for Excel (.xlsx)', href: '/mco/answers/to-answer.xlsx', style: 'primary' },
    { text: 'Download as text (.csv)', href: '/mco/answers/to-answer.csv', style: 'secondary' },
  ],
};

const COLUMNS: SummaryList = {
  rows: [
    {
      label: 'Finding',
      value: `${FINDING_CHOICES}. One for the complaint: in its first row, or alike in all.`,
    },
    {
      label: 'Answer',
      value: `${ANSWER_CHOICES}, for each claim. Empty: as the finding says, unless it is overturned in part.`,
    },
    { label: 'Amount', value: 'What you will pay, in dollars. Empty: all that is in dispute.' },
    {
      label: 'Payment date',
      value: 'By when, like 12/31/2026. One date holds for every claim of the complaint.',
    },
    {
      label: 'Reason, Rule, Action',
      value: 'Why, under which rule or section, and what you will do. One of each for the complaint.',
    },
  ],
};
