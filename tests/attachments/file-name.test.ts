import { expect, it } from 'vitest';
import { cleanFileName } from '../../src/attachments/file-name.ts';

it.each([
  ['letter.pdf', 'letter.pdf'],
  ['Brief für Ünal.pdf', 'Brief für Ünal.pdf'],
  ['/etc/passwd', 'passwd'],
  ['C:\\Users\\me\\letter.pdf', 'letter.pdf'],
  ['../../letter.pdf', 'letter.pdf'],
  ['  two   spaces .pdf ', 'two spaces .pdf'],
  ['line\r\nbreak\u0000.pdf', 'linebreak.pdf'],
  ['annex\u202Efdp.exe', 'annexfdp.exe'],
  ['zero\u200Bwidth.pdf', 'zerowidth.pdf'],
  ['e\u0301.pdf', 'é.pdf'],
  ['', 'file'],
  ['..', 'file'],
  ['folder/', 'file'],
])('The name %j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});

it('A long name is cut, and keeps its ending', () => {
  const name = cleanFileName(`${'𝒂'.repeat(400)}.docx`);
  expect([...name]).toHaveLength(150);
  expect(name.endsWith('𝒂.docx')).toBe(true);
});
