import type { Server } from 'node:http';
import { load } from 'cheerio';
import type { Express } from 'express';
import supertest from 'supertest';

/** A page as a browser has it: its status, its address, and its elements by CSS selector. */
export interface Page {
  readonly status: number;
  /** Where a redirect leads; empty when there is none. */
  readonly location: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly $: ReturnType<typeof load>;
  /** The text of `<main>`, with single spaces. */
  readonly text: string;
  readonly title: string;
  /** The lines of the error summary. */
  readonly errors: readonly string[];
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One browser: it keeps its cookies, and sends forms as a person does, with the token of a page it has fetched. */
export interface Visitor {
  get(path: string): Promise<Page>;
  /**
   * Fetches a page, fills in the first form of its `<main>` (or the one `form` selects) and sends it. What `fields`
   * leaves out is sent as the page has it.
   */
  submit(path: string, fields: Fields, form?: string): Promise<Page>;
  /** Sends fields to an address, with a fresh token and nothing else. */
  post(path: string, fields?: Fields): Promise<Page>;
  /** Follows a redirect, as browsers do at once. */
  follow(page: Page): Promise<Page>;
  /** A token for requests that are made by hand with `agent`. */
  token(): Promise<string>;
  readonly agent: ReturnType<typeof supertest.agent>;
}

let visitors = 0;

/**
 * A browser for an app, or for a server that listens. Each comes from an address of its own, so that limits by address
 * do not add up over a test file.
 */
export function newVisitor(app: Express | Server): Visitor {
  visitors += 1;
  const address = `10.0.${Math.floor(visitors / 250)}.${(visitors % 250) + 1}`;
  const agent = supertest.agent(app).set('X-Forwarded-For', address);

  let known: string | null = null;

  async function get(path: string): Promise<Page> {
    return pageOf(await agent.get(path));
  }

  async function send(path: string, fields: Fields): Promise<Page> {
    return pageOf(await agent.post(path).type('form').send(encode(fields)));
  }

  async function token(): Promise<string> {
    const account = await get('/account');
    const page = account.status === 200 ? account : await get('/sign-in');
    known = tokenIn(page);
    return known;
  }

  /** A session keeps its token: another is fetched only when the one that is known is refused. */
  async function post(path: string, fields: Fields = {}): Promise<Page> {
    const first = known;
    const answer = await send(path, { _csrf: first ?? (await token()), ...fields });
    if (first === null || answer.status !== 403 || (await token()) === first) return answer;
    return send(path, { _csrf: known ?? '', ...fields });
  }

  return {
    agent,
    get,
    token,
    post,
    follow: (page) => get(page.location),
    submit: async (path, fields, selector = 'main form') => {
      const page = await get(path);
      const form = page.$(selector).first();
      if (form.length === 0)
        throw new Error(`${path} (${page.status}) has no form ${selector}: ${page.text}`);
      return send(form.attr('action') || path, { ...prefilled(page, selector), ...fields });
    },
  };
}

/** What is not asked for is not parsed: most answers are looked at for their status alone. */
function pageOf(response: supertest.Response): Page {
  const body = response.text ?? '';
  let parsed: Page['$'] | null = null;
  const $ = () => {
    parsed ??= load(body);
    return parsed;
  };
  return {
    status: response.status,
    location: response.headers.location ?? '',
    headers: response.headers,
    body,
    get $() {
      return $();
    },
    get text() {
      return spaced($()('main').text());
    },
    get title() {
      return $()('title').text();
    },
    get errors() {
      return $()('.error-summary__list li')
        .toArray()
        .map((line) => spaced($()(line).text()));
    },
  };
}

function tokenIn(page: Page): string {
  const token = page.$('input[name=_csrf]').first().attr('value');
  if (!token) throw new Error(`A page (${page.status}) without a token: ${page.text}`);
  return token;
}

/** What a form holds before anybody types: hidden fields, values and the choices made. */
function prefilled(page: Page, selector: string): Record<string, string | string[]> {
  const held: Record<string, string | string[]> = {};
  for (const { name, value } of page.$(selector).first().serializeArray()) {
    const earlier = held[name];
    held[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  // Cheerio takes the first line of every group of a list for chosen.
  for (const option of page.$(selector).first().find('select option[selected]').toArray()) {
    const name = page.$(option).closest('select').attr('name');
    if (name) held[name] = page.$(option).attr('value') ?? '';
  }
  return held;
}

function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** For supertest's `parse`: the bytes of an answer, as they come. */
export function bytesOf(
  res: { on(event: string, take: (piece: Buffer) => void): unknown },
  done: (error: Error | null, body: Buffer) => void,
): void {
  const pieces: Buffer[] = [];
  res.on('data', (piece: Buffer) => pieces.push(piece));
  res.on('end', () => done(null, Buffer.concat(pieces)));
}
