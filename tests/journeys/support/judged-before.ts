import type { Page } from 'playwright-core';

/**
 * Remembers what was judged, in two pieces: what is in `<main>`, and what is around it. The same page for another
 * reader has often the same `<main>`, in a frame that other pages of theirs have too: then it is judged already.
 */
export function judgedBefore(): (page: Page) => Promise<boolean> {
  const seen = new Set<string>();
  return async (page) => {
    const pieces = await piecesOf(page);
    const isKnown = pieces.every((piece) => seen.has(piece));
    for (const piece of pieces) seen.add(piece);
    return isKnown;
  };
}

/** The markup without what is new each time: the token, the nonce, and which link of the navigation is marked. */
function piecesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const body = document.body.cloneNode(true);
    if (!(body instanceof HTMLElement)) return [];
    for (const element of body.querySelectorAll('[name=_csrf], [nonce], [data-token], nav [aria-current]')) {
      for (const name of ['value', 'nonce', 'data-token', 'aria-current']) element.removeAttribute(name);
    }
    const main = body.querySelector('main');
    main?.remove();
    return [main?.outerHTML ?? '', body.outerHTML];
  });
}
