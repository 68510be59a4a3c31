import type { Server } from 'node:http';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { asOwner } from '../support/database.ts';
import { aRepresentative, PASSWORD } from '../support/personas.ts';

const app = testApp();
let server: Server;
let origin = '';

beforeAll(async () => {
  server = app.express().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.close();
});

describe('A browser that follows a redirect as soon as it has the headers', () => {
  it('finds itself signed in, however slowly sessions are stored', async () => {
    const { email } = await aRepresentative();
    const page = await fetch(`${origin}/sign-in`);
    const _csrf = load(await page.text())('input[name=_csrf]').attr('value') ?? '';
    await asOwner(app.ownerUrl(), SLOW_SESSIONS);
    const signedIn = await fetch(`${origin}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookieOf(page) },
      body: new URLSearchParams({ _csrf, email, password: PASSWORD, next: '/account' }),
    });
    expect(signedIn.headers.get('location')).toBe('/account');
    const next = await fetch(`${origin}/account`, {
      redirect: 'manual',
      headers: { cookie: cookieOf(signedIn) },
    });
    expect(next.status).toBe(200);
    expect(await next.text()).toContain(email);
  });
});

const SLOW_SESSIONS = `
  CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_sleep(0.3); RETURN NEW; END $$;
  CREATE TRIGGER session_takes_long BEFORE INSERT OR UPDATE ON session FOR EACH ROW EXECUTE FUNCTION take_long();
`;

function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
