import type { Page } from 'playwright-core';

/** A form that asks something, by its number among the forms of `<main>`. */
export interface EmptyForm {
  readonly number: number;
  readonly action: string;
}

const ASKS = 'input:not([type=hidden]):not([type=submit]), select, textarea';

/**
 * The forms of a page that send what was typed, and ask for something that is not optional; not those that only seek or
 * filter, or have nothing but a button.
 */
export function emptyForms(page: Page): Promise<EmptyForm[]> {
  return page.evaluate((asks) => {
    const isOptional = (control: Element) => {
      const group = control.closest('fieldset')?.querySelector('legend .optional');
      return Boolean(group ?? document.querySelector(`label[for="${control.id}"] .optional`));
    };
    const forms = [...document.querySelectorAll<HTMLFormElement>('main form')];
    return forms.flatMap((form, number) =>
      form.method === 'post' && [...form.querySelectorAll(asks)].some((control) => !isOptional(control))
        ? [{ number, action: new URL(form.getAttribute('action') ?? '', location.href).pathname }]
        : [],
    );
  }, ASKS);
}

/** Empties a form and sends it. Returns the status, and what is wrong with the way in which the errors are told. */
export async function sendEmpty(page: Page, number: number): Promise<{ status: number; faults: string[] }> {
  const answered = page.waitForResponse((response) => response.request().isNavigationRequest());
  const loaded = page.waitForEvent('load');
  await page.evaluate(
    ({ asks, at }) => {
      const form = document.querySelectorAll<HTMLFormElement>('main form')[at];
      for (const control of form?.querySelectorAll(asks) ?? []) {
        if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type))
          control.checked = false;
        else if ('value' in control) control.value = '';
      }
      form?.requestSubmit();
    },
    { asks: ASKS, at: number },
  );
  const status = (await answered).status();
  await loaded;
  return { status, faults: status === 422 ? await summaryFaults(page) : [] };
}

/** The summary has the focus, the title says so, and each line leads to a control that names its error. */
function summaryFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const summary = document.querySelector('.error-summary');
    const lines = [...(summary?.querySelectorAll<HTMLAnchorElement>('a') ?? [])];
    const faults: string[] = [];
    if (!document.title.startsWith('Error: ')) faults.push(`the title is "${document.title}"`);
    if (!summary?.contains(document.activeElement)) faults.push('the summary has not the focus');
    if (lines.length === 0) faults.push('the summary names no error');
    for (const line of lines) {
      const control = document.getElementById(line.hash.slice(1));
      if (!control) faults.push(`"${line.textContent}" leads to ${line.hash}, which is not there`);
    }
    return faults;
  });
}
