import { describe, expect, it } from 'vitest';
import { withWholeReferences } from '../../src/web/whole-references.ts';

const REFERENCE = 'PC-2026-000029-J';
const WHOLE = `<span class="reference">${REFERENCE}</span>`;

describe('A reference number on a page', () => {
  it.each([
    [
      'in a sentence',
      `<p>Linked with ${REFERENCE}, ${REFERENCE}.</p>`,
      `<p>Linked with ${WHOLE}, ${WHOLE}.</p>`,
    ],
    [
      'as a link',
      `<a href="/complaints/${REFERENCE}">${REFERENCE}</a>`,
      `<a href="/complaints/${REFERENCE}">${WHOLE}</a>`,
    ],
    [
      'with seven digits',
      '<p>PC-2026-1000029-3</p>',
      '<p><span class="reference">PC-2026-1000029-3</span></p>',
    ],
  ])('%s, is kept on one line', (_where, html, whole) => {
    expect(withWholeReferences(html)).toBe(whole);
  });

  it.each([
    ['a title', `<title>Complaint ${REFERENCE}</title>`],
    ['a field', `<textarea name="words">See ${REFERENCE}</textarea><input value="${REFERENCE}">`],
    ['a choice', `<select><option value="1">${REFERENCE}</option></select>`],
    ['a script', `<script nonce="n">const a = "<p>${REFERENCE}</p>";</script>`],
  ])('in %s, is left as it is', (_where, html) => {
    expect(withWholeReferences(html)).toBe(html);
  });

  it('takes no time that grows with what people type', () => {
    const typed = `<p>${'PC-2026-'.repeat(50_000)}&lt;${'x'.repeat(100_000)}</p>`;
    expect(withWholeReferences(typed)).toBe(typed);
  });
});
