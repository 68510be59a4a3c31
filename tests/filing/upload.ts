import { load } from 'cheerio';
import type { Page, Visitor } from '../support/visitor.ts';

/** Sends files as the page's form does, with a fresh token before them. */
export async function uploadTo(
  visitor: Visitor,
  href: string,
  files: readonly (readonly [name: string, content: Buffer])[],
  fields: Readonly<Record<string, string>> = {},
  control = 'files',
): Promise<Pick<Page, 'status' | 'location' | '$' | 'errors'> & Page> {
  let sending = visitor.agent.post(href).field('_csrf', await visitor.token());
  for (const [name, value] of Object.entries(fields)) sending = sending.field(name, value);
  for (const [name, content] of files) sending = sending.attach(control, content, name);
  const { status, headers, text } = await sending;
  const $ = load(text ?? '');
  const spaced = (words: string) => words.replace(/\s+/g, ' ').trim();
  return {
    status,
    headers,
    $,
    body: text ?? '',
    location: headers.location ?? '',
    text: spaced($('main').text()),
    title: $('title').text(),
    errors: $('.error-summary__list li')
      .toArray()
      .map((line) => spaced($(line).text())),
  };
}
