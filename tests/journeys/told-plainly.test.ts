import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { newAlbum } from './support/album.ts';
import { choose, expectHeading, follow, press } from './support/controls.ts';
import { at, DEMO, signIn } from './support/people.ts';

const browser = useBrowser();
const keep = newAlbum('told-plainly');
const MEGABYTE = 1024 * 1024;

const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-uploads-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function signedIn(email: string): Promise<Page> {
  const page = await (await browser.context()).newPage();
  await signIn(page, email);
  return page;
}

describe('What goes wrong is told in plain words', () => {
  it('a wrong password, in the same words as an unknown address', async () => {
    const page = await (await browser.context()).newPage();
    const answers: string[] = [];
    for (const email of [DEMO.analyst, 'nobody-knows@hfs.example']) {
      await page.goto(at('/sign-in'));
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('not the right password');
      await press(page, 'Sign in');
      await page.getByRole('alert').waitFor();
      expect(await page.getByLabel('E-mail address').inputValue()).toBe(email);
      answers.push(await page.getByRole('main').innerText());
    }
    expect(answers[0]).toBe(answers[1]);
    await keep(page, 'wrong-password');
  });

  it('files that are of no kind that is taken, or too large, each by its name', async () => {
    const page = await signedIn(DEMO.representative);
    await page.goto(at('/complaints/new'));
    await press(page, 'Start');
    await expectHeading(page, 'What is your complaint about?');
    await page.goto(page.url().replace('/screening', '/files'));
    await page
      .getByLabel('Choose files')
      .setInputFiles([
        fileOf('letter.exe', Buffer.from('MZ')),
        fileOf('scan.pdf', Buffer.alloc(26 * MEGABYTE, '%PDF-1.7 ')),
      ]);
    await press(page, 'Upload');
    await page.getByText('0 of 2 files added.').waitFor();
    expect(await page.locator('.uploads').getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^letter\.exe\s+.*PDF/),
      expect.stringMatching(/^scan\.pdf\s+.*25 MB/),
    ]);
    expect(await page.getByRole('heading', { name: 'Files added' }).count()).toBe(0);
    await keep(page, 'files-refused');
  });

  it('that somebody else was first, with what they changed and with all that was typed', async () => {
    const analyst = await signedIn(DEMO.analyst);
    const supervisor = await signedIn(DEMO.supervisor);
    await analyst.goto(at('/casework?tab=open&status=submitted'));
    await analyst.getByRole('link', { name: /^PC-/ }).first().click();
    await expectHeading(analyst, /^PC-/);
    const address = analyst.url();
    await follow(analyst, 'Return for information');
    await choose(analyst, 'A document', 'checkbox');
    await analyst.getByLabel('What the representative should do').fill('Please add the plan’s letter.');
    await supervisor.goto(`${address}/moves/present`);
    await choose(supervisor, /^The plan had the issue before HFS/, 'checkbox');
    await press(supervisor, 'Present to the plan');
    await supervisor.getByText('The complaint is with the plan.').waitFor();
    await press(analyst, 'Return for information');
    const told = analyst.getByRole('alert').filter({ hasText: 'This has changed meanwhile' });
    expect(await told.innerText()).toContain('Tomasz Zielinski presented the complaint');
    expect(await told.innerText()).not.toContain('filed the complaint');
    const typed = analyst.getByLabel('What the representative should do');
    expect(await typed.inputValue()).toBe('Please add the plan’s letter.');
    await keep(analyst, 'changed-meanwhile');
  });

  it('that the session has ended, to whoever sends a form after it', async () => {
    const page = await signedIn(DEMO.analyst);
    await page.goto(at('/casework/search'));
    await page.getByRole('main').getByRole('textbox').fill('046615719');
    await page.context().clearCookies();
    await press(page, 'Find');
    await expectHeading(page, 'Sign in to go on');
    await keep(page, 'session-ended');
    await follow(page, 'Sign in');
    await expectHeading(page, 'Sign in');
  });

  it('that the session is about to end, to whoever is away from the page: they stay, or what is shown goes with it', async () => {
    const page = await (await browser.context()).newPage();
    await page.clock.install();
    await signIn(page, DEMO.privacyOfficer);
    await page.clock.fastForward('13:30');
    const warning = page.getByRole('dialog', { name: 'Are you still there?' });
    await warning.waitFor();
    await keep(page, 'still-there');
    const extended = page.waitForResponse(at('/session/extend'));
    await warning.getByRole('button', { name: 'Stay signed in' }).click();
    expect((await extended).status()).toBe(204);
    await warning.waitFor({ state: 'hidden' });
    await page.context().clearCookies();
    await page.clock.fastForward('15:30');
    await expectHeading(page, 'Sign in');
  });
});
