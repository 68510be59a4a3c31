import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { expectHeading } from './support/controls.ts';
import { at, DEMO, signIn } from './support/people.ts';

const browser = useBrowser();
const ENDED = /your session has ended. What you saved is kept/;

/** The privacy officer's log, fifteen minutes of which can pass at once. */
async function awayFromPage(): Promise<{ page: Page; warning: Locator; stay: Locator }> {
  const page = await (await browser.context()).newPage();
  await page.clock.install();
  await signIn(page, DEMO.privacyOfficer);
  await page.goto(at('/administration/audit?action=auth.sign-in'));
  const warning = page.getByRole('dialog', { name: 'Are you still there?' });
  return { page, warning, stay: warning.getByRole('button', { name: 'Stay signed in' }) };
}

describe('The warning before a session ends', () => {
  it('comes two minutes before, counts down, takes the focus, and comes again as long after whoever stays', async () => {
    const { page, warning, stay } = await awayFromPage();
    await page.clock.fastForward('12:50');
    expect(await warning.isVisible()).toBe(false);
    await page.clock.fastForward('00:15');
    await warning.getByText('sign you out in 2 minutes').waitFor();
    expect(await stay.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.clock.fastForward('01:40');
    await warning.getByText(/sign you out in 1\d seconds/).waitFor();

    const extended = page.waitForResponse(at('/session/extend'));
    await stay.click();
    expect((await extended).status()).toBe(204);
    await warning.waitFor({ state: 'hidden' });
    await page.clock.fastForward('12:50');
    expect(await warning.isVisible()).toBe(false);
    await page.clock.fastForward('00:15');
    await warning.waitFor();
  });

  it('is answered by the Escape key too', async () => {
    const { page, warning } = await awayFromPage();
    await page.clock.fastForward('13:05');
    await warning.waitFor();
    const extended = page.waitForResponse(at('/session/extend'));
    await page.keyboard.press('Escape');
    expect((await extended).status()).toBe(204);
    await warning.waitFor({ state: 'hidden' });
  });

  it('says that the portal cannot be reached, and stays open to be answered again', async () => {
    const { page, warning, stay } = await awayFromPage();
    await page.clock.fastForward('13:05');
    await page.context().setOffline(true);
    await stay.click();
    await warning.getByRole('alert').getByText('We could not reach the portal.').waitFor();
    await page.context().setOffline(false);
    await stay.click();
    await warning.waitFor({ state: 'hidden' });
  });

  it.each(['to whoever comes too late to stay', 'to whoever does not come back'])(
    'is followed by plain words that it has ended, %s, and by the way back to the same page',
    async (who) => {
      const { page, warning, stay } = await awayFromPage();
      const before = page.url();
      await page.clock.fastForward('13:05');
      await warning.waitFor();
      await page.context().clearCookies();
      if (who.includes('too late')) await stay.click();
      else await page.clock.fastForward('02:30');
      await expectHeading(page, 'Sign in');
      await page.getByText(ENDED).waitFor();
      expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
      expect(new URL(page.url()).searchParams.get('next')).toBe(before.slice(at('').length));
    },
  );
});

describe('A form', () => {
  it('whose button is clicked again while it is on its way is sent once', async () => {
    const page = await (await browser.context()).newPage();
    await signIn(page, DEMO.representative);
    await page.goto(at('/complaints/new'));
    const { x, y } = await middleOf(page.getByRole('main').getByRole('button', { name: 'Start' }));
    const clickedTwice = Promise.withResolvers<void>();
    let sent = 0;
    await page.route(at('/complaints/new'), async (route) => {
      sent += 1;
      await clickedTwice.promise;
      await route.continue();
    });
    const first = page.waitForRequest(at('/complaints/new'));
    await page.mouse.click(x, y);
    await first;
    await page.mouse.click(x, y);
    clickedTwice.resolve();
    await expectHeading(page, 'What is your complaint about?');
    expect(sent).toBe(1);
  });
});

/** Where to click what cannot be asked for any more, because the page is about to be left. */
async function middleOf(control: Locator): Promise<{ x: number; y: number }> {
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (!box) throw new Error('The control is not shown');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
