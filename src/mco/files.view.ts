import type { Attachment } from '../attachments/attachments.queries.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { type FileListView, fileListView } from '../web/file-list.view.ts';
import type { FieldError, PageView } from '../web/pages.ts';
import type { ButtonRow } from '../web/parts.ts';
import { complaintHref } from './load-complaint.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'mco/files': FilesView;
  }
}

export interface FilesView extends PageView {
  readonly messagesHref: string;
  readonly list: FileListView;
  readonly onward: ButtonRow;
}

export function filesView(
  { complaint }: InHand,
  attachments: readonly Attachment[],
  errors: readonly FieldError[],
): FilesView {
  const href = complaintHref(complaint);
  return {
    title: 'Add files for HFS and the provider',
    breadcrumbs: [
      { href: '/mco', text: 'Complaints' },
      { href, text: complaint.reference ?? '' },
    ],
    errors,
    messagesHref: `${href}/messages`,
    list: fileListView(attachments, `${href}/files`, errors, { side: 'mco', isRemovable: false }),
    onward: { buttons: [{ text: 'Back to the complaint', href, style: 'link' }] },
  };
}
