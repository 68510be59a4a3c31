import { load } from 'cheerio';
import express from 'express';
import session from 'express-session';
import request from 'supertest';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/platform/config.ts';
import { BootFailure } from '../../src/platform/errors.ts';
import { configureRendering, renderPage } from '../../src/web/rendering.ts';

const ADDRESS = 'help+portal@hfs.example';
const BASE = { idleSeconds: 900 };

afterAll(() => configureRendering({ ...BASE, isDemo: false }));

async function shown(page: 'errors/problem' | 'information/accessibility') {
  const app = express();
  app.use(session({ secret: 'a secret', resave: false, saveUninitialized: false }));
  app.use((_req, res) => {
    const view = { title: 'A page', paragraphs: [], actions: [], requestId: '0193-77' };
    renderPage(res, page, view);
  });
  return load((await request(app).get('/')).text);
}

describe('The address for help', () => {
  it('is a link in the footer of every page, beside the number of an error, and where access is spoken of', async () => {
    configureRendering({ ...BASE, isDemo: false, supportContact: ADDRESS });
    const error = await shown('errors/problem');
    const access = await shown('information/accessibility');
    expect(error(`.footer a[href="mailto:${ADDRESS}"]`).text()).toBe(ADDRESS);
    expect(error('main .fine-print').text()).toBe(
      `If you ask for help at ${ADDRESS}, give this number: 0193-77`,
    );
    expect(access(`main a[href="mailto:${ADDRESS}"]`)).toHaveLength(1);
  });

  it.each([
    [false, 'has no e-mail address for help yet'],
    [true, 'nobody can be written to'],
  ])('that was not set is not made up (demonstration: %s)', async (isDemo, words) => {
    configureRendering({ ...BASE, isDemo });
    const error = await shown('errors/problem');
    const access = await shown('information/accessibility');
    expect(error('a[href^="mailto:"]')).toHaveLength(0);
    expect(error('main .fine-print').text()).toBe('If you ask for help, give this number: 0193-77');
    expect(access('a[href^="mailto:"]')).toHaveLength(0);
    expect(access('main').text()).toContain(words);
  });

  it('is an e-mail address, or the portal does not start', () => {
    expect(loadConfig({ SUPPORT_CONTACT: ADDRESS, SESSION_SECRET: 's'.repeat(32) }).supportContact).toBe(
      ADDRESS,
    );
    expect(() => loadConfig({ SUPPORT_CONTACT: 'call us', SESSION_SECRET: 's'.repeat(32) })).toThrow(
      BootFailure,
    );
  });
});
