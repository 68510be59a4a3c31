import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOfName } from '../../src/attachments/file-kinds.ts';
import { type FileProblem, problemWords } from '../../src/attachments/problems.ts';
import { createSniffer } from '../../src/attachments/sniff.ts';
import { docx, JPEG, OLE, PDF, PNG, TIFF_BIG, TIFF_LITTLE, xlsx, zip } from './sample-files.ts';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url));

describe('A file whose content is what its name says is taken', () => {
  const good: [string, Buffer][] = [
    ['letter.pdf', PDF],
    ['LETTER.PDF', PDF],
    ['scan.png', PNG],
    ['scan.jpg', JPEG],
    ['scan.jpeg', JPEG],
    ['fax.tif', TIFF_LITTLE],
    ['fax.tiff', TIFF_BIG],
    ['letter.docx', docx()],
    ['claims.xlsx', xlsx()],
    ['with-64-bit-records.xlsx', with64BitRecords(xlsx())],
    ['claims.csv', sample('claims-clean-25.csv')],
    ['remittance.pdf', sample('explanation-of-payment.pdf')],
    ['notes.txt', Buffer.from('Plain words,\r\n\twith a tab and a form feed.\f')],
    ['notes.txt', Buffer.from('Naïve — “quoted”, 25 ½ days', 'utf8')],
    ['notes.txt', Buffer.from('\ufeffwith a byte order mark', 'utf8')],
    ['notes.txt', Buffer.from('\ufeffUTF-16, as Excel writes “Unicode text”', 'utf16le')],
    ['notes.txt', Buffer.from('\ufeffUTF-16 the other way', 'utf16le').swap16()],
    ['notes.txt', Buffer.from([0x4e, 0x61, 0xef, 0x76, 0x65, 0x20, 0x93, 0x71, 0x94])],
    ['short.txt', Buffer.from('a')],
  ];
  it.each(good)('%s', (name, content) => {
    for (const size of [1, 5, 1000, content.length]) expect(sniff(name, content, size)).toBeNull();
  });
});

describe('A file whose name says one thing and whose content another is refused with a sentence', () => {
  const bad: [string, Buffer, FileProblem['kind'], RegExp][] = [
    ['letter.pdf', PNG, 'other-content', /name says PDF, but the content is a PNG image/],
    ['scan.png', JPEG, 'other-content', /name says PNG, but the content is a JPEG image/],
    ['scan.jpg', PDF, 'other-content', /content is a PDF/],
    ['letter.pdf', Buffer.from('MZ\x90\x00 a program'), 'other-content', /content is something else/],
    ['letter.pdf', Buffer.from('words'), 'other-content', /content is something else/],
    ['letter.pdf', Buffer.from(' \n%PDF-1.7'), 'other-content', /content is something else/],
    ['notes.txt', PDF, 'other-content', /name says TXT, but the content is a PDF/],
    ['claims.csv', xlsx(), 'other-content', /content is an Office document or a ZIP archive/],
    ['claims.xlsx', docx(), 'other-content', /name says XLSX/],
    ['letter.docx', xlsx(), 'other-content', /name says DOCX/],
    ['letter.docx', OLE, 'protected-or-old', /protected by a password/],
    [
      'letter.docx',
      zip([
        ['[Content_Types].xml', ''],
        ['run.exe', 'MZ'],
      ]),
      'other-content',
      /name says DOCX/,
    ],
    ['letter.docx', zip([['run.exe', 'MZ']]), 'damaged', /damaged/],
    ['letter.docx', docx().subarray(0, -10), 'damaged', /damaged/],
    ['letter.docx', Buffer.concat([docx(), Buffer.from('more')]), 'damaged', /damaged/],
    ['letter.docx', with64BitRecords(docx(), 'something else'), 'damaged', /damaged/],
    ['notes.txt', Buffer.from('with a \x00 in it'), 'not-text', /more than plain text/],
    ['notes.txt', Buffer.from('with an \x1b[31m escape'), 'not-text', /more than plain text/],
    ['claims.csv', randomBytes(5000), 'not-text', /more than plain text/],
    ['notes.txt', Buffer.from([0x61, 0x81, 0x62]), 'not-text', /more than plain text/],
    ['notes.txt', Buffer.from([0xff, 0xfe, 0x61]), 'not-text', /more than plain text/],
  ];
  it.each(bad)('%s: %#', (name, content, kind, words) => {
    for (const size of [1, 7, content.length]) {
      const problem = sniff(name, content, size);
      expect(problem?.kind).toBe(kind);
      expect(problem && problemWords(problem)).toMatch(words);
    }
  });

  it('as soon as it shows, not only at the end', () => {
    const sniffer = snifferFor('letter.pdf');
    expect(sniffer.add(PNG)?.kind).toBe('other-content');
    const text = snifferFor('claims.csv');
    expect(text.add(Buffer.from('good,so,far\n'))).toBeNull();
    expect(text.add(Buffer.from('bad\x00'))?.kind).toBe('not-text');
  });
});

describe('Macros are refused', () => {
  it.each([
    ['a macro project in Word', 'letter.docx', docx([['word/vbaProject.bin', 'x']])],
    ['a macro project in Excel', 'claims.xlsx', xlsx([['xl/vbaProject.bin', 'x']])],
    ['a macro sheet in Excel', 'claims.xlsx', xlsx([['xl/macrosheets/sheet1.xml', 'x']])],
    ['content types that speak of macros, first in the archive', 'letter.docx', docx([], macroTypes('Word'))],
    ['content types that speak of macros, last in the archive', 'claims.xlsx', xlsx([], macroTypes('Excel'))],
    ['the same, behind a large part', 'claims.xlsx', xlsx(largeParts(), macroTypes('Excel'))],
    ['the same, before a large part', 'letter.docx', docx(largeParts(), macroTypes('Word'))],
  ])('%s', (_which, name, content) => {
    for (const size of [999, content.length]) expect(sniff(name, content, size)?.kind).toBe('macros');
  });

  it('and a large document without any is taken', () => {
    expect(sniff('letter.docx', docx(largeParts()), 65_536)).toBeNull();
    expect(sniff('claims.xlsx', xlsx(largeParts()), 65_536)).toBeNull();
  });
});

it('No bytes make the sniffer throw', () => {
  const names = ['a.pdf', 'a.docx', 'a.xlsx', 'a.csv', 'a.txt', 'a.tif'];
  const heads = [
    Buffer.alloc(0),
    PDF,
    Buffer.from('PK\x03\x04'),
    docx().subarray(0, 200),
    Buffer.from([0xff, 0xfe]),
  ];
  const tails = [Buffer.alloc(0), docx().subarray(-60), Buffer.from('PK\x05\x06'.padEnd(22, '\0'))];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom(...heads),
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(...tails),
      fc.integer({ min: 1, max: 400 }),
      (name, head, body, tail, size) => {
        const verdict = sniff(name, Buffer.concat([head, body, tail]), size);
        expect(verdict === null || typeof problemWords(verdict) === 'string').toBe(true);
      },
    ),
  );
});

describe('A name that ends in nothing we take has no kind', () => {
  it.each([
    'run.exe',
    'letter.docm',
    'page.html',
    'drawing.svg',
    'archive.zip',
    'letter',
    'pdf',
    'a.pdf.js',
    '',
  ])('"%s"', (name) => expect(kindOfName(name)).toBeNull());
});

function macroTypes(program: string): string {
  return `<Types><Override ContentType="application/vnd.ms-${program}.document.macroEnabled.main+xml"/></Types>`;
}

function largeParts(): [string, Buffer][] {
  return [['media/scan.png', randomBytes(700_000)]];
}

/** As some Java programs write it: with further records between the directory and the end. */
function with64BitRecords(
  archive: Buffer,
  records = `PK\x06\x06${'\0'.repeat(52)}PK\x06\x07${'\0'.repeat(16)}`,
): Buffer {
  const end = archive.length - 22;
  return Buffer.concat([archive.subarray(0, end), Buffer.from(records), archive.subarray(end)]);
}

function snifferFor(name: string) {
  const kind = kindOfName(name);
  if (!kind) throw new Error(`${name} has no kind`);
  return createSniffer(kind);
}

function sniff(name: string, content: Buffer, size: number): FileProblem | null {
  const sniffer = snifferFor(name);
  for (let start = 0; start < content.length; start += size) {
    const problem = sniffer.add(content.subarray(start, start + size));
    if (problem) return problem;
  }
  return sniffer.end();
}
