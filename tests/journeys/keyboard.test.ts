import { describe, expect, it } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { PASSWORD } from '../support/personas.ts';
import { newAlbum } from './support/album.ts';
import { expectHeading } from './support/controls.ts';
import { filedReference } from './support/filing-steps.ts';
import { arrowTo, enter, hasFocus, tabTo, tick, typeDate, typeInto } from './support/keyboard.ts';
import { at, DEMO } from './support/people.ts';

const browser = useBrowser();
const keep = newAlbum('keyboard');

describe('Without a mouse', () => {
  it('somebody skips the navigation, signs in, files a complaint and mends a mistake on the way', async () => {
    const page = await (await browser.context()).newPage();
    await page.goto(at('/'));
    await enter(page, 'link', 'Skip to main content');
    expect(await hasFocus(page.locator('main'))).toBe(true);

    await page.goto(at('/sign-in'));
    await typeInto(page, 'E-mail address', DEMO.representative);
    await typeInto(page, 'Password', PASSWORD);
    await page.keyboard.press('Enter');
    await expectHeading(page, 'My complaints');
    await enter(page, 'link', 'File a complaint');
    await expectHeading(page, 'File a complaint');
    await enter(page, 'button', 'Start');

    await expectHeading(page, 'What is your complaint about?');
    await enter(page, 'button', 'Save and continue');
    await page.getByRole('alert').waitFor();
    expect(await hasFocus(page.getByRole('alert'))).toBe(true);
    await tabTo(page, 'link', /^Say|^Choose|^Select/);
    await keep(page, 'mistake');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    expect(await page.getByRole('radio', { name: /^Medicaid managed care/ }).isChecked()).toBe(true);
    await enter(page, 'button', 'Save and continue');

    await expectHeading(page, 'Which plan is it about?');
    await arrowTo(page, /^Aetna/, /^Meridian/);
    await arrowTo(page, 'HealthChoice Illinois', 'HealthChoice Illinois');
    await keep(page, 'plan');
    await enter(page, 'button', 'Save and continue');

    await expectHeading(page, 'What is the topic?');
    await tabTo(page, 'searchbox', 'Find a topic');
    await page.keyboard.type('portal');
    await arrowTo(page, /^Provider portal/, /^Provider portal/);
    await keep(page, 'topic');
    await enter(page, 'button', 'Save and continue');

    await expectHeading(page, /What the plan was asked|What you asked the plan/);
    await typeDate(page, today().subtract({ days: 9 }).toString());
    await typeInto(page, 'With whom did you raise it?', 'Provider services');
    await arrowTo(page, 'Yes', 'No, not yet');
    await keep(page, 'prior-review');
    await enter(page, 'button', 'Save and continue');

    await expectHeading(page, 'Is it about particular members?');
    await enter(page, 'button', 'Save and continue');
    await expectHeading(page, 'What went wrong');
    await typeInto(page, 'What happened?', 'The plan’s portal ends our sessions while we write.');
    await typeInto(page, 'What would resolve it?', 'Mend the portal.');
    await enter(page, 'button', 'Save and continue');
    await expectHeading(page, 'Add documents');
    await enter(page, 'link', 'Continue without documents');

    await expectHeading(page, 'Check your answers');
    await enter(page, 'link', 'Continue');
    await expectHeading(page, 'Confirm and file');
    for (const statement of [
      /^I follow the HIPAA/,
      /^I know that HFS shares/,
      /^This complaint is about one/,
    ]) {
      await tick(page, statement);
    }
    await keep(page, 'confirm');
    await enter(page, 'button', 'File the complaint');
    expect(await filedReference(page)).toMatch(/^PC-/);
  });
});
