import { describe, expect, it } from 'vitest';
import { useBrowser, watchFaults } from '../support/browser.ts';
import { judgePage } from './support/judge-page.ts';

const browser = useBrowser();

const GOOD = `<!doctype html><html lang="en"><head><title>Help – Managed Care Complaint Portal</title></head>
<body><main><h1>Help</h1><p>How the portal works.</p></main></body></html>`;

/** What is wrong, and the word by which it is told. */
const FAULTS = [
  ['<img src="data:,">', 'image-alt'],
  ['<p style="color: #888; background: #999">Pale</p>', 'color-contrast'],
  ['<input type="text">', 'label'],
  ['<h1>More help</h1>', 'h1: ["Help","More help"]'],
  ['<p id="a">A</p><p id="a">B</p>', 'two elements have the id a'],
  ['<a href="#nowhere">Further down</a>', '#nowhere, which is not there'],
  ['<div style="width: 600px">Wide</div>', 'scrolls sideways at 375 pixels: it takes 6'],
  [
    '<div style="overflow: hidden"><p style="width: 600px; white-space: nowrap">A label that ends where nobody can read it on a telephone</p></div>',
    'cut off at 375 pixels: A label that ends',
  ],
] as const;

describe('The judge of pages', () => {
  it('finds no fault with a plain page, and every fault of a bad one', async () => {
    const page = await (await browser.context()).newPage();
    await page.setContent(GOOD);
    expect(await judgePage(page)).toEqual([]);
    await page.setContent(GOOD.replace('</main>', `${FAULTS.map(([markup]) => markup).join('')}</main>`));
    const told = (await judgePage(page)).join('\n');
    for (const [, words] of FAULTS) expect(told).toContain(words);
  });

  it('hears of what a page’s policy refuses, of scripts that throw and of parts that do not come', async () => {
    const page = await (await browser.context()).newPage();
    const faults = watchFaults(page);
    await page.setContent(`<meta http-equiv="Content-Security-Policy" content="style-src 'none'">
      <p style="color: red">Red</p><script>throw new Error('broken')</script><img src="http://127.0.0.1:9/x.png">`);
    const told = faults.take().join('\n');
    expect(told).toMatch(/console: .*Content Security Policy/);
    expect(told).toContain('script: broken');
    expect(told).toContain('request: http://127.0.0.1:9/x.png');
  });
});
