import { type LetterPlace, letterPlace, type NoticeKind } from './letters.ts';
import { linkToken } from './link-token.ts';

/** What the path of a letter's link is made of. */
export interface LetterSubject {
  readonly complaint: { readonly id: string; readonly reference: string | null } | null;
  readonly link: { readonly id: string; readonly purpose: keyof typeof LINK_PATHS } | null;
  readonly issue?: { readonly reference: string } | null | undefined;
}

const COMPLAINT_PATHS = {
  filer: '/complaints/',
  draft: '/complaints/',
  staff: '/casework/complaints/',
  plan: '/mco/complaints/',
} as const satisfies Partial<Record<LetterPlace, string>>;

const ISSUE_PATHS = {
  'plan-issue': '/mco/issues/',
  'staff-issue': '/casework/issues/',
} as const satisfies Partial<Record<LetterPlace, string>>;

const LINK_PATHS = {
  confirm_email: '/register/confirm/',
  reset_password: '/password/new/',
  accept_invitation: '/password/new/',
} as const;

/** Where the link of a letter leads, below the portal's address. */
export function letterPath(kind: NoticeKind, { complaint, link, issue = null }: LetterSubject): string {
  if (letterPlace(kind) !== 'account-link') return openPath(kind, complaint, issue) ?? '/sign-in';
  if (!link) throw new Error('A letter with an account link has none');
  return LINK_PATHS[link.purpose] + linkToken(link.id);
}

/** The same where the path is no secret: for pages that list letters. Null: there is nothing to lead to any more. */
export function openPath(
  kind: NoticeKind,
  complaint: LetterSubject['complaint'],
  issue: LetterSubject['issue'] = null,
): string | null {
  const place = letterPlace(kind);
  if (place === 'plan-issue' || place === 'staff-issue') return ISSUE_PATHS[place] + (issue?.reference ?? '');
  if (place === 'account-link' || place === 'sign-in') return null;
  if (place === 'begin') return '/complaints/new';
  if (place === 'hand-over') return '/organization/complaints';
  if (place === 'organization') return '/organization';
  if (place === 'draft' && complaint && complaint.reference === null) {
    return `/complaints/drafts/${complaint.id}`;
  }
  return COMPLAINT_PATHS[place] + (complaint?.reference ?? '');
}
