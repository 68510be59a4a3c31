import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { NARROW, WIDE } from '../../support/browser.ts';
import { judgePage } from './judge-page.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../.output/screenshots');

/** Keeps a picture of a page, on a screen and on a telephone, and finds no fault with it. */
export type Album = (page: Page, stage: string) => Promise<void>;

/** For stages that another journey keeps. */
export const NO_ALBUM: Album = async () => undefined;

/** An album of one journey, in the order in which its stages are kept; the pictures of an earlier run are gone. */
export function newAlbum(journey: string): Album {
  const folder = path.join(FOLDER, journey);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let stages = 0;
  return async (page, stage) => {
    stages += 1;
    const name = `${String(stages).padStart(2, '0')}-${stage}`;
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size);
      const file = path.join(folder, `${name}-${size.width}.png`);
      // To hide the caret or to stop animations, a style would be added that the page's policy refuses.
      await page.screenshot({ path: file, fullPage: true, caret: 'initial', animations: 'allow' });
    }
    expect(await judgePage(page), stage).toEqual([]);
  };
}
