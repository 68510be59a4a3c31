import type { FilingPolicy } from '../complaint/policy.ts';
import { today } from '../platform/clock.ts';
import { formatDate, formatDays, formatDistance } from '../platform/dates.ts';
import type { ChoiceField, DateField } from '../web/fields.ts';
import { parseDateFields, typedText } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import type { Button, SummaryList } from '../web/parts.ts';
import type { CheckVerdict } from './check.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'information/check': CheckView;
  }
}

export interface CheckView extends PageView {
  readonly issue: ChoiceField;
  readonly filedOn: DateField;
  readonly answeredOn: DateField;
  readonly answer: Answer | null;
}

interface Answer {
  readonly heading: string;
  readonly isOpen: boolean;
  readonly paragraphs: readonly string[];
  readonly dates: SummaryList | null;
  readonly actions: readonly Button[];
}

type Outcome = { readonly errors?: readonly FieldError[]; readonly verdict?: CheckVerdict };

export function checkView(query: unknown, policy: FilingPolicy, { errors, verdict }: Outcome): CheckView {
  return {
    title: 'May I file yet?',
    errors,
    issue: {
      name: 'issue',
      label: 'What is it about?',
      value: typedText(query, 'issue'),
      errors,
      choices: [
        { value: 'claim', text: 'A claim that the plan denied, or did not pay in full' },
        {
          value: 'care',
          text: 'Immediate access to care',
          hint: 'For example a prescription or an authorization.',
        },
        {
          value: 'other',
          text: 'Something else',
          hint: 'For example a roster, a contract or a provider portal.',
        },
      ],
    },
    filedOn: {
      name: 'filedOn',
      label: 'When did you bring it to the plan?',
      hint: 'The day on which you filed the dispute, or raised the issue. For example 9 24 2026.',
      value: parseDateFields(query, 'filedOn'),
      errors,
    },
    answeredOn: {
      name: 'answeredOn',
      label: 'When did the plan answer?',
      hint: 'Leave it empty if it did not.',
      value: parseDateFields(query, 'answeredOn'),
      errors,
      optional: true,
    },
    answer: verdict ? answerOf(verdict, policy) : null,
  };
}

const FILE: Button = { text: 'File a complaint', href: '/complaints/new' };

function answerOf(verdict: CheckVerdict, policy: FilingPolicy): Answer {
  if (verdict.kind === 'no-window') {
    const care =
      'HFS expedites it: you get a first reply within two business days. The plan’s time to answer need not have run out.';
    const other = 'There is no waiting time for this kind of issue, but the plan must have been asked.';
    return {
      heading: 'Yes, you can file today',
      isOpen: true,
      paragraphs: [verdict.issue === 'care' ? care : other],
      dates: null,
      actions: [FILE],
    };
  }
  const { heading, isOpen, paragraph } = WORDS[verdict.kind];
  return {
    heading: heading(verdict.from),
    isOpen,
    paragraphs: [paragraph],
    dates: {
      rows: [
        { label: 'First day', value: dayInWords(verdict.from) },
        { label: 'Last day', value: dayInWords(verdict.to) },
        ...('daysLeft' in verdict
          ? [{ label: 'Days left after today', value: formatDays(verdict.daysLeft) }]
          : []),
        { label: 'Rule', value: `${policy.source}: day ${policy.opensAfter} to day ${policy.closesAfter}` },
      ],
    },
    actions: isOpen ? [FILE] : [],
  };
}

function dayInWords(date: Parameters<typeof formatDate>[0]): string {
  return `${formatDate(date)} (${formatDistance(date, today())})`;
}

type Windowed = Exclude<CheckVerdict, { kind: 'no-window' }>;
type Words = { heading: (from: Windowed['from']) => string; isOpen: boolean; paragraph: string };

const WORDS: Readonly<Record<Windowed['kind'], Words>> = {
  'too-early': {
    heading: (from) => `Not yet: from ${formatDate(from)}`,
    isOpen: false,
    paragraph:
      'Until then it is the plan’s time to answer, even if it has answered already. HFS closes complaints that come earlier. You can write a draft meanwhile.',
  },
  open: {
    heading: () => 'Yes, you can file today',
    isOpen: true,
    paragraph: 'The plan has had its time, and the filing window is open.',
  },
  'open-late-after-answer': {
    heading: () => 'Yes, but HFS has to judge it',
    isOpen: true,
    paragraph:
      'The filing window is open, but more than 30 days have passed since the plan’s answer. HFS decides whether it takes the complaint.',
  },
  'too-late': {
    heading: () => 'No, the filing window is over',
    isOpen: false,
    paragraph: 'HFS can no longer take this dispute. Your contract with the plan says what else you can do.',
  },
};
