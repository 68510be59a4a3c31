import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Something that holds controls: a page, or a group in it. */
export type Place = Page | Locator;

/** Chooses one of several, or ticks a box, as people do: by its words. */
export async function choose(
  place: Place,
  words: string | RegExp,
  role: 'radio' | 'checkbox' = 'radio',
): Promise<void> {
  const control = place.getByRole(role, { name: words });
  const id = await control.getAttribute('id');
  // The control itself is drawn by its label.
  await place.locator(`label[for="${id}"]`).click();
  expect(await control.isChecked()).toBe(true);
}

/** Chooses the line of a list that begins with these words. */
export async function pick(list: Locator, beginning: string): Promise<void> {
  const lines = await list.getByRole('option').allInnerTexts();
  const line = lines.find((each) => each.startsWith(beginning));
  if (line === undefined) throw new Error(`No line "${beginning}" among ${lines.join(' | ')}`);
  await list.selectOption({ label: line });
}

/** Fills in a date's three inputs, from YYYY-MM-DD. */
export async function fillDate(place: Place, legend: string | RegExp, date: string): Promise<void> {
  const group = place.getByRole('group', { name: legend });
  const [year = '', month = '', day = ''] = date.split('-');
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Year').fill(year);
}

/** Presses a button of the page itself. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('button', { name }).click();
}

/** Follows a link of the page itself. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).click();
}

/** Waits until the page with this heading is there. */
export async function expectHeading(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
