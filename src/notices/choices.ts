import type { NoticeKind } from './letters.ts';

/** How an account wants a kind of mail: each at once, all of a day in one mail, or none. */
export const NOTICE_CHOICES = ['at_once', 'digest', 'off'] as const;
export type NoticeChoice = (typeof NOTICE_CHOICES)[number];

/** Who gets a kind of mail that can be chosen. */
export type NoticeAudience = 'filer' | 'staff' | 'plan';

interface Choosable {
  readonly audience: NoticeAudience;
  /** Whether it comes in any case, if only in the digest. */
  readonly mustCome?: true;
}

/** The kinds of mail that an account has a choice about, as its page lists them. All others come at once. */
const CHOOSABLE = {
  'complaint-closed': { audience: 'filer', mustCome: true },
  'complaint-returned': { audience: 'filer', mustCome: true },
  'complaint-filed': { audience: 'filer' },
  'complaint-presented': { audience: 'filer' },
  'complaint-answered': { audience: 'filer', mustCome: true },
  'complaint-asked': { audience: 'filer', mustCome: true },
  'complaint-unanswered': { audience: 'filer', mustCome: true },
  'complaint-review': { audience: 'filer', mustCome: true },
  'complaint-deadline-near': { audience: 'filer', mustCome: true },
  'complaint-deadline-missed': { audience: 'filer', mustCome: true },
  'complaint-news': { audience: 'filer' },
  'complaint-paid': { audience: 'filer' },
  'complaint-reopened': { audience: 'filer' },
  'complaint-message': { audience: 'filer' },
  'draft-reminder': { audience: 'filer' },
  'asked-reminder': { audience: 'filer', mustCome: true },
  'staff-complaint-assigned': { audience: 'staff' },
  'staff-complaint-moved': { audience: 'staff' },
  'staff-complaint-unassigned': { audience: 'staff' },
  'staff-extension-asked': { audience: 'staff' },
  'staff-extension-waits': { audience: 'staff', mustCome: true },
  'staff-decision-drafted': { audience: 'staff' },
  'staff-complaint-message': { audience: 'staff' },
  'staff-complaint-deadline-near': { audience: 'staff' },
  'staff-complaint-deadline-missed': { audience: 'staff', mustCome: true },
  'staff-urgent-half-time': { audience: 'staff', mustCome: true },
  'staff-issue-news': { audience: 'staff' },
  'plan-complaint-presented': { audience: 'plan', mustCome: true },
  'plan-complaint-asked': { audience: 'plan', mustCome: true },
  'plan-complaint-review': { audience: 'plan', mustCome: true },
  'plan-complaint-decided': { audience: 'plan', mustCome: true },
  'plan-complaint-deadline-near': { audience: 'plan', mustCome: true },
  'plan-complaint-deadline-missed': { audience: 'plan', mustCome: true },
  'plan-complaint-appointed': { audience: 'plan' },
  'plan-complaint-news': { audience: 'plan' },
  'plan-complaint-message': { audience: 'plan' },
  'plan-complaint-closed': { audience: 'plan' },
  'plan-complaint-reopened': { audience: 'plan' },
  'plan-issue-asked': { audience: 'plan', mustCome: true },
  'plan-issue-news': { audience: 'plan' },
} as const satisfies Partial<Record<NoticeKind, Choosable>>;

export type ChoosableKind = keyof typeof CHOOSABLE;

const RULES: Readonly<Record<ChoosableKind, Choosable>> = CHOOSABLE;

export function isChoosable(kind: string): kind is ChoosableKind {
  return Object.hasOwn(CHOOSABLE, kind);
}

/** The kinds that an audience can choose about. */
export function choosableKinds(audience: NoticeAudience): ChoosableKind[] {
  return Object.keys(CHOOSABLE)
    .filter(isChoosable)
    .filter((kind) => RULES[kind].audience === audience);
}

/** The ways in which a kind may come. */
export function choicesFor(kind: ChoosableKind): readonly NoticeChoice[] {
  return RULES[kind].mustCome ? ['at_once', 'digest'] : NOTICE_CHOICES;
}

/** How a mail comes, given what its recipient chose for its kind (null: nothing). What must come is never off. */
export function howItComes(kind: NoticeKind, chosen: NoticeChoice | null): NoticeChoice {
  if (chosen === null || !isChoosable(kind) || !choicesFor(kind).includes(chosen)) return 'at_once';
  return chosen;
}
