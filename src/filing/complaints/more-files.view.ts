import type { Attachment } from '../../attachments/attachments.queries.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { type ComplaintHead, complaintHead } from '../../complaint/presentation/complaint-head.ts';
import { type FileListView, fileListView } from '../../web/file-list.view.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { Button, ButtonRow } from '../../web/parts.ts';
import { complaintHref } from './load-complaint.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/more-files': MoreFilesView;
  }
}

export interface MoreFilesView extends PageView {
  readonly head: ComplaintHead;
  readonly list: FileListView;
  readonly onward: ButtonRow;
}

export function moreFilesView(
  { complaint, seen }: InHand,
  attachments: readonly Attachment[],
  errors: readonly FieldError[],
): MoreFilesView {
  const href = complaintHref(complaint);
  return {
    title: 'Add documents to your complaint',
    breadcrumbs: [
      { href: '/complaints', text: 'My complaints' },
      { href, text: complaint.reference ?? '' },
    ],
    errors,
    head: complaintHead(complaint, seen.party),
    list: fileListView(attachments, `${href}/files`, errors, { side: 'provider', isRemovable: false }),
    onward: { buttons: complaint.status === 'returned' ? [answer(href), back(href)] : [back(href)] },
  };
}

function answer(href: string): Button {
  return { text: 'Go on to your answer', href: `${href}/moves/resubmit` };
}

function back(href: string): Button {
  return { text: 'Back to the complaint', href, style: 'link' };
}
