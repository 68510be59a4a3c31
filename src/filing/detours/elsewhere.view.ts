import type { Link, PageView } from '../../web/pages.ts';
import type { ButtonRow } from '../../web/parts.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/elsewhere': ElsewhereView;
  }
}

export interface ElsewhereView extends PageView {
  readonly lead: string;
  readonly paragraphs: readonly string[];
  /** Whom to call; null: nobody. */
  readonly call: { readonly who: string; readonly number: string; readonly href: string } | null;
  readonly link: Link | null;
  readonly kept: string;
  readonly buttons: ButtonRow;
}

export const ELSEWHERE = ['fee-for-service', 'medicare-only', 'not-sure'] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

export function elsewhereView(which: Elsewhere, draft: Draft): ElsewhereView {
  const screening = draftHref(draft.id, 'screening');
  return {
    ...WORDS[which],
    back: { href: screening, text: 'Back' },
    kept: 'Nothing was filed. Your draft is kept under My complaints.',
    buttons: {
      buttons: [
        {
          text: which === 'not-sure' ? 'Choose again' : 'Change my answer',
          href: screening,
          style: 'secondary',
        },
        { text: 'My complaints', href: '/complaints', style: 'link' },
      ],
    },
  };
}

type Words = Pick<ElsewhereView, 'title' | 'lead' | 'paragraphs' | 'call' | 'link'>;

const WORDS: Readonly<Record<Elsewhere, Words>> = {
  'fee-for-service': {
    title: 'Fee-for-service issues go to HFS by telephone',
    lead: 'HFS pays these claims itself, so there is no health plan to complain about.',
    paragraphs: [
      'Have the member’s RIN, the date of service and the claim’s document control number at hand.',
    ],
    call: { who: 'HFS, provider services', number: '877-782-5565', href: 'tel:+18777825565' },
    link: null,
  },
  'medicare-only': {
    title: 'Medicare decides on this, not Medicaid',
    lead: 'If Medicaid has no part in the payment, HFS cannot act on it.',
    paragraphs: [
      'If the member is in a Medicare Advantage plan, ask that plan. If the member has Original Medicare, ask the Medicare Administrative Contractor that paid or denied the claim.',
      'If the member has both, and the question is about the Medicaid part, change your answer to Medicaid managed care.',
    ],
    call: { who: 'Medicare', number: '1-800-633-4227', href: 'tel:+18006334227' },
    link: null,
  },
  'not-sure': {
    title: 'How to find out',
    lead: 'What counts is how the member was covered on the date of service.',
    paragraphs: [
      'Look the member up in MEDI, the eligibility system of HFS, for the date of service.',
      'If it names a managed care organization, choose Medicaid managed care. If it names none, choose Medicaid fee-for-service.',
      'If you cannot look it up, ask HFS. You need the member’s RIN and the date of service.',
    ],
    call: { who: 'HFS, provider services', number: '877-782-5565', href: 'tel:+18777825565' },
    link: { href: '/where-to-complain', text: 'Where do I complain?' },
  },
};
