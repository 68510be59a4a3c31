import { daysBetween, formatDate, formatDays, formatDistance, parseDate } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import type { ButtonRow, SummaryList } from '../../web/parts.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import type { ClosedVerdict } from '../steps/filing-verdict.ts';
import { stepAfter } from '../steps/steps.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/window': WindowView;
  }
}

export interface WindowView extends PageView {
  readonly lead: string;
  readonly dates: SummaryList;
  readonly heading: string;
  readonly points: readonly string[];
  readonly kept: string;
  readonly rule: string;
  /** Whether a reminder comes, with the way to change that; null: none is meant to. */
  readonly reminder: string | null;
  readonly buttons: ButtonRow;
}

/** What becomes of the reminder of a draft that came too early; null: it has none. */
export type DraftReminderState = keyof typeof REMINDER_WORDS | null;

/** Why a dispute cannot be filed today, from when or until when it could, and what can be done. */
export function windowView(draft: Draft, verdict: ClosedVerdict, reminder: DraftReminderState): WindowView {
  const words = verdict.kind === 'too-early' ? tooEarly(draft, verdict) : tooLate(draft, verdict);
  return {
    ...words,
    reminder: reminder && REMINDER_WORDS[reminder].replace('{from}', formatDate(verdict.from)),
    back: { href: draftHref(draft.id, 'prior-review'), text: 'Back' },
    rule: draft.terms.policy.source,
  };
}

const REMINDER_WORDS = {
  waiting: 'We will remind you by e-mail on {from}, unless you change the dates or file before.',
  off: 'You will get no reminder on {from}: you have turned reminders of drafts off.',
  withdrawn: 'You will get no reminder on {from}: you have taken it back.',
} as const;

type Words = Omit<WindowView, 'back' | 'rule' | 'reminder'>;

function tooEarly(draft: Draft, { from, to }: ClosedVerdict): Words {
  const planName = draft.plan?.name ?? 'the plan';
  const { opensAfter } = draft.terms.policy;
  return {
    title: `You can file from ${formatDate(from)}`,
    lead: `Until then ${planName} has time to answer your dispute. HFS closes a complaint that comes sooner than ${formatDays(opensAfter)} after the dispute, even if the plan has answered already.`,
    dates: datesOf(draft, [
      ['First day to file with HFS', `${formatDate(from)} (${formatDistance(from, draft.terms.today)})`],
      ['Last day', formatDate(to)],
    ]),
    heading: 'What you can do now',
    points: [
      'Fill in the rest of the form, so that on the first day you only have to file it.',
      'If the date is wrong, correct it.',
      `If ${planName} resolves the dispute meanwhile, you need not file at all.`,
    ],
    kept: 'Nothing was filed. Your draft is kept, with all that you entered.',
    buttons: {
      buttons: [
        { text: 'Go on with the form', href: draftHref(draft.id, stepAfter(draft, 'prior-review')) },
        { text: 'Correct the date', href: draftHref(draft.id, 'prior-review'), style: 'secondary' },
        {
          text: 'Put both days into my calendar',
          href: draftHref(draft.id, 'filing-days.ics'),
          style: 'secondary',
        },
        { text: 'My complaints', href: '/complaints', style: 'link' },
      ],
    },
  };
}

function tooLate(draft: Draft, { to }: ClosedVerdict): Words {
  const planName = draft.plan?.name ?? 'the plan';
  const { closesAfter } = draft.terms.policy;
  return {
    title: `The time to file ended on ${formatDate(to)}`,
    lead: `HFS can take a dispute until ${formatDays(closesAfter)} after it was filed with the plan. It can no longer take this one.`,
    dates: datesOf(draft, [
      [
        'Last day to file with HFS',
        `${formatDate(to)} (${formatDays(daysBetween(to, draft.terms.today))} ago)`,
      ],
    ]),
    heading: 'Where else to go',
    points: [
      `Your contract with ${planName} says which further steps it offers, such as an appeal or arbitration, and by when.`,
      `If you filed a new dispute with ${planName} about these claims since then, enter its date and its tracking number.`,
      'If the issue is not a denied or underpaid claim, choose another topic: other topics have no such window.',
    ],
    kept: 'Nothing was filed. Your draft is kept.',
    buttons: {
      buttons: [
        { text: 'Correct the date', href: draftHref(draft.id, 'prior-review'), style: 'secondary' },
        { text: 'Change the topic', href: draftHref(draft.id, 'topic'), style: 'secondary' },
        { text: 'My complaints', href: '/complaints', style: 'link' },
      ],
    },
  };
}

function datesOf(draft: Draft, rows: readonly (readonly [string, string])[]): SummaryList {
  const filedOn = parseDate(draft.document.priorReview.filedOn ?? '');
  const filed = filedOn ? [['Filed with the plan', formatDate(filedOn)] as const] : [];
  return { rows: [...filed, ...rows].map(([label, value]) => ({ label, value })) };
}
