import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../support/accessibility.ts';
import { type PageFacts, readFacts, sidewaysFaults } from '../../support/page-facts.ts';

const NAME = ' – Managed Care Complaint Portal';

/** What is wrong with a page as it stands, whatever it is about; nothing is the aim. */
export async function judgePage(page: Page): Promise<string[]> {
  return [...markupFaults(await readFacts(page)), ...(await appearanceFaults(page))];
}

/** What can be told from the markup alone. */
export function markupFaults({ title, headings, doubledIds, lostPlaces }: PageFacts): string[] {
  const isNamed = title.endsWith(NAME) && title.length > NAME.length;
  return [
    ...(isNamed ? [] : [`the title is "${title}"`]),
    ...(headings.length === 1 && headings[0] ? [] : [`h1: ${JSON.stringify(headings)}`]),
    ...doubledIds.map((id) => `two elements have the id ${id}`),
    ...lostPlaces.map((id) => `something points to #${id}, which is not there`),
  ];
}

/** What only shows once the page is laid out and painted. */
export async function appearanceFaults(page: Page): Promise<string[]> {
  return [...(await accessibilityFaults(page)), ...(await sidewaysFaults(page))];
}
