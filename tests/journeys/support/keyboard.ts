import type { Locator, Page } from 'playwright-core';
import { expectHeading } from './controls.ts';

type Role = Parameters<Page['getByRole']>[0];

const FARTHEST = 150;

/** Presses Tab until the control has the focus, as somebody without a mouse does, and sees that the focus shows. */
export async function tabTo(page: Page, role: Role, name: string | RegExp): Promise<void> {
  const control = page
    .getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    .first();
  for (let presses = 0; presses < FARTHEST; presses++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(control)) {
      if (!(await showsFocus(control))) throw new Error(`The focus does not show on ${role} ${name}`);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${role} ${name}`);
}

/** Passes over the head of a page by its first link. */
export async function skipToMain(page: Page): Promise<void> {
  await enter(page, 'link', 'Skip to main content');
}

/** Waits for a page, and passes over its head. */
export async function arrive(page: Page, heading: string): Promise<void> {
  await expectHeading(page, heading);
  await skipToMain(page);
}

export async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.type(text);
}

/** A date's three inputs, one after the other, from YYYY-MM-DD. The focus may be anywhere before them. */
export async function typeDate(page: Page, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await typeInto(page, 'Month', month);
  await typeInto(page, 'Day', day);
  await typeInto(page, 'Year', year);
}

/** Goes to a button or a link, and presses Enter on it. */
export async function enter(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** Goes into a group of radio buttons at its first one, and by arrow to the one that is meant. */
export async function arrowTo(page: Page, first: string | RegExp, wanted: string | RegExp): Promise<void> {
  await tabTo(page, 'radio', first);
  await page.keyboard.press('Space');
  const choice = page.getByRole('radio', { name: wanted }).first();
  for (let presses = 0; presses < FARTHEST && !(await choice.isChecked()); presses++) {
    await page.keyboard.press('ArrowDown');
  }
  if (!(await choice.isChecked())) throw new Error(`The arrows do not lead to ${wanted}`);
}

/** Goes to a list that opens, and types how a line of it begins. */
export async function pickByKeys(page: Page, name: string, beginning: string): Promise<void> {
  await tabTo(page, 'combobox', name);
  await page.keyboard.type(beginning);
  const list = page.getByRole('combobox', { name });
  const line = await list.evaluate((each: HTMLSelectElement) => each.selectedOptions[0]?.text ?? '');
  if (!line.startsWith(beginning)) throw new Error(`Typing ${beginning} leads to ${line}`);
}

export async function tick(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, 'checkbox', name);
  await page.keyboard.press('Space');
}

export function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** By an outline or a shadow, on the control itself or on the mark that its label draws. */
function showsFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const isMarked = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
      (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    return (
      isMarked(getComputedStyle(element)) ||
      labels.some(
        (label) => isMarked(getComputedStyle(label, '::before')) || isMarked(getComputedStyle(label)),
      )
    );
  });
}
