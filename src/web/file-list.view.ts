import type { Attachment } from '../attachments/attachments.queries.ts';
import { ACCEPTED_ENDINGS, KINDS_IN_WORDS } from '../attachments/file-kinds.ts';
import { type FileRow, fileRows } from '../attachments/file-rows.ts';
import { attachmentLimits, megabytes } from '../attachments/limits.ts';
import { SIDE_NAMES, type Side } from '../attachments/side.ts';
import type { FileField } from './fields.ts';
import type { FieldError } from './pages.ts';
import { FILES_FIELD } from './upload-into.ts';

/** A file with the address that removes it; null: it stays. */
export interface FileListed extends FileRow {
  readonly remove: string | null;
}

/** A complaint's files as a list, and the field that adds more. */
export interface FileListView {
  readonly files: readonly FileListed[];
  readonly upload: FileField;
  readonly uploadAction: string;
}

interface FileListOptions {
  /** Whose files are added. */
  readonly side: Side;
  readonly isRemovable: boolean;
}

/** @param base the address under which the files are uploaded and downloaded */
export function fileListView(
  attachments: readonly Attachment[],
  base: string,
  errors: readonly FieldError[],
  { side, isRemovable }: FileListOptions,
): FileListView {
  const rows = fileRows(attachments, base);
  return {
    files: rows.map((row, index) => {
      const attachment = attachments[index];
      const mayGo = isRemovable && attachment !== undefined && attachment.state !== 'refused';
      return { ...row, remove: mayGo ? `${base}/${attachment.id}/remove` : null };
    }),
    upload: {
      name: FILES_FIELD,
      label: attachments.length === 0 ? 'Choose files' : 'Choose more files',
      hint: 'You can choose several at once.',
      limits: limitsInWords(side),
      multiple: true,
      accept: ACCEPTED_ENDINGS.split(','),
      errors,
    },
    uploadAction: base,
  };
}

function limitsInWords(side: Side): string {
  const { fileLimit, complaintFilesLimit, complaintFileCountLimit } = attachmentLimits();
  const sizes = `up to ${megabytes(fileLimit)} each and ${megabytes(complaintFilesLimit)} together`;
  const count = `At most ${complaintFileCountLimit} files from ${SIDE_NAMES[side]}`;
  return `${KINDS_IN_WORDS}. ${count}, ${sizes}, those of messages included.`;
}
