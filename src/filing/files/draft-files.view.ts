import type { Attachment } from '../../attachments/attachments.queries.ts';
import { type FileListView, fileListView } from '../../web/file-list.view.ts';
import type { ButtonRow } from '../../web/parts.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import type { StepFrame, StepView } from '../steps/frame.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/files': DraftFilesView;
  }
}

export interface DraftFilesView extends StepView {
  readonly list: FileListView;
  readonly onward: ButtonRow;
}

export function draftFilesView(
  draft: Draft,
  frame: StepFrame,
  attachments: readonly Attachment[],
): DraftFilesView {
  const href = draftHref(draft.id, 'check');
  const text = attachments.length === 0 ? 'Continue without documents' : 'Continue';
  return {
    ...frame,
    title: 'Add documents',
    list: fileListView(attachments, draftHref(draft.id, 'files'), frame.errors, {
      side: 'provider',
      isRemovable: true,
    }),
    onward: {
      buttons: [
        { text: frame.returnTo === 'check' ? 'Go back to your answers' : text, href },
        { text: 'Come back later', href: '/complaints', style: 'link' },
      ],
    },
  };
}
