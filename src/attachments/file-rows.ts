import { dayOf } from '../complaint/presentation/moments.ts';
import { formatShortDate } from '../platform/dates.ts';
import type { Attachment } from './attachments.queries.ts';
import { megabytes } from './limits.ts';

/** A file in a list of files, for `_parts/complaint-files`. */
export interface FileRow {
  readonly name: string;
  /** Absent: it may not be downloaded. */
  readonly href?: string;
  readonly hint: string;
  readonly tag?: { readonly text: string; readonly tone: 'neutral' | 'attention' | 'urgent' };
}

/**
 * A complaint's files as a list shows them.
 * @param base the address under which they are downloaded, such as `/mco/complaints/PC-…/files`
 */
export function fileRows(attachments: readonly Attachment[], base: string): FileRow[] {
  return attachments.map((attachment) => ({
    name: attachment.fileName,
    hint: [
      sizeText(attachment.byteCount),
      kindOf(attachment.fileName),
      SIDES[attachment.side],
      `added ${formatShortDate(dayOf(attachment.receivedAt))}`,
    ]
      .filter((part) => part)
      .join(' · '),
    ...(attachment.state === 'released' ? { href: `${base}/${attachment.id}` } : STATES[attachment.state]),
  }));
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 100_000 ? `${Math.ceil(bytes / 1024)} KB` : megabytes(bytes);
}

function kindOf(fileName: string): string {
  return /\.([a-z0-9]{2,4})$/i.exec(fileName)?.[1]?.toUpperCase() ?? '';
}

const SIDES: Readonly<Record<string, string>> = {
  provider: 'from the provider',
  mco: 'from the plan',
  hfs: 'from HFS',
};

const STATES = {
  waiting: { tag: { text: 'Being scanned', tone: 'neutral' } },
  refused: { tag: { text: 'Refused: malware', tone: 'urgent' } },
} as const;
