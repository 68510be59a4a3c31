import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { newAlbum } from './support/album.ts';
import { expectHeading } from './support/controls.ts';
import { at, DEMO, signIn } from './support/people.ts';

const browser = useBrowser();
const keep = newAlbum('print');

describe('On paper', () => {
  it('a complaint is all there, without what only a screen needs', async () => {
    const page = await (await browser.context()).newPage();
    await signIn(page, DEMO.analyst);
    await page.goto(at('/casework?tab=open'));
    await page.getByRole('link', { name: /^PC-/ }).first().click();
    await expectHeading(page, /^PC-/);
    await page.emulateMedia({ media: 'print' });
    for (const part of [
      page.getByRole('navigation', { name: 'Main' }),
      page.getByRole('button', { name: 'Sign out' }),
      page.getByRole('link', { name: 'Close the complaint' }),
    ]) {
      expect(await part.isVisible()).toBe(false);
    }
    for (const heading of ['What it is about', 'What the plan was asked before', 'History', 'Clocks']) {
      expect(await page.getByRole('heading', { name: heading }).isVisible()).toBe(true);
    }
    await keep(page, 'complaint');
  });
});
