import type { Page } from 'playwright-core';
import { NARROW, NARROWEST, WIDE } from './browser.ts';

/** What can be read off a page without knowing what it is about. */
export interface PageFacts {
  readonly title: string;
  readonly headings: readonly string[];
  /** Ids that more than one element has. */
  readonly doubledIds: readonly string[];
  /** Links and labels to a place on the page that is not there. */
  readonly lostPlaces: readonly string[];
  /** Addresses within the portal to which its links lead. */
  readonly links: readonly string[];
  /** Where its forms and their buttons send what is typed. */
  readonly targets: readonly { readonly method: string; readonly path: string }[];
}

export function readFacts(page: Page): Promise<PageFacts> {
  return page.evaluate(() => {
    const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];
    const ids = all('[id]').map(({ id }) => id);
    const anchors = all<HTMLAnchorElement>('a[href]');
    const here = (href: string) => href.split('#')[0] === location.href.split('#')[0];
    const places = [
      ...anchors.filter(({ href, hash }) => hash !== '' && here(href)).map(({ hash }) => hash.slice(1)),
      ...all<HTMLLabelElement>('label[for]').map((label) => label.htmlFor),
      ...all('[aria-describedby], [aria-labelledby], [aria-controls]').flatMap((element) =>
        ['aria-describedby', 'aria-labelledby', 'aria-controls'].flatMap(
          (name) => element.getAttribute(name)?.split(' ') ?? [],
        ),
      ),
    ];
    const pathOf = (address: string) => new URL(address, location.href).pathname;
    return {
      title: document.title,
      headings: all('h1').map((heading) => heading.textContent.trim()),
      doubledIds: ids.filter((id, index) => ids.indexOf(id) !== index),
      lostPlaces: places.filter((id) => !document.getElementById(id)),
      links: anchors
        .filter(({ origin, href, hash }) => origin === location.origin && !(hash !== '' && here(href)))
        .map(({ pathname, search }) => pathname + search),
      targets: [
        ...all<HTMLFormElement>('form:has([type=submit]:not([formaction]))').map((form) => ({
          method: form.method.toUpperCase(),
          path: pathOf(form.getAttribute('action') ?? location.href),
        })),
        ...all<HTMLButtonElement>('button[formaction]').map((button) => ({
          method: button.form?.method.toUpperCase() ?? 'GET',
          path: pathOf(button.formAction),
        })),
      ],
    };
  });
}

/** What sticks out of narrow screens: it is cut off, or has to be scrolled to sideways; nothing is the aim. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of [NARROWEST, NARROW]) {
    await page.setViewportSize(size);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > size.width) faults.push(`scrolls sideways at ${size.width} pixels: it takes ${width}`);
    faults.push(...(await cutOff(page)).map((text) => `cut off at ${size.width} pixels: ${text}`));
  }
  await page.setViewportSize(WIDE);
  return faults;
}

/** The texts that reach beyond the screen's edge, where nobody can scroll to them. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isScrolledTo = (element: Element) => {
      for (let around: Element | null = element; around; around = around.parentElement) {
        const { overflowX, clipPath, position } = getComputedStyle(around);
        const isForReadersAlone = position === 'absolute' && clipPath !== 'none';
        if (/auto|scroll/.test(overflowX) || isForReadersAlone) return true;
      }
      return false;
    };
    const edge = document.documentElement.clientWidth + 1;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const words = text.textContent?.trim();
      if (!words || !text.parentElement) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const isBeyond = [...range.getClientRects()].some(({ right, width }) => width > 0 && right > edge);
      if (isBeyond && !isScrolledTo(text.parentElement)) found.push(words.slice(0, 60));
    }
    return found.slice(0, 3);
  });
}
