/** What we take: each kind with the name endings that say so, and how its content is told. */
const FILE_KINDS = [
  { name: 'PDF', endings: ['pdf'], mediaType: 'application/pdf', content: 'pdf' },
  { name: 'PNG', endings: ['png'], mediaType: 'image/png', content: 'png' },
  { name: 'JPEG', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], mediaType: 'image/jpeg', content: 'jpeg' },
  { name: 'TIFF', endings: ['tif', 'tiff'], mediaType: 'image/tiff', content: 'tiff' },
  {
    name: 'DOCX',
    endings: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: 'zip',
    mainPart: 'word/document.xml',
  },
  {
    name: 'XLSX',
    endings: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: 'zip',
    mainPart: 'xl/workbook.xml',
  },
  { name: 'CSV', endings: ['csv'], mediaType: 'text/csv', content: 'text' },
  { name: 'TXT', endings: ['txt'], mediaType: 'text/plain', content: 'text' },
] as const;

export type FileKind = (typeof FILE_KINDS)[number];

/** Contents that we can tell by their first bytes, whether we take them or not. */
export type Signature = Exclude<FileKind['content'], 'text'> | 'ole';

/** The kinds, for a sentence: "PDF, PNG, … or TXT". */
export const KINDS_IN_WORDS = FILE_KINDS.map((kind) => kind.name)
  .join(', ')
  .replace(/, (\w+)$/, ' or $1');

/** For a file field's `accept`. */
export const ACCEPTED_ENDINGS = FILE_KINDS.flatMap((kind) => kind.endings.map((ending) => `.${ending}`)).join(
  ',',
);

/** The kind that a file's name claims, or null if it claims none that we take. */
export function kindOfName(fileName: string): FileKind | null {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return FILE_KINDS.find((kind) => kind.endings.some((own) => own === ending)) ?? null;
}

const SIGNATURES: readonly (readonly [Signature, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
];

/** How many of a file's first bytes tell its signature. */
export const SIGNATURE_BYTES = 8;

/** What a file's first bytes say it is, or null if they say nothing that we know. */
export function signatureOf(head: Buffer): Signature | null {
  const found = SIGNATURES.find(([, bytes]) => bytes.every((byte, position) => head[position] === byte));
  return found?.[0] ?? null;
}
