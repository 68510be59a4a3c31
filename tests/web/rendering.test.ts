import { load } from 'cheerio';
import express, { type Express, type RequestHandler } from 'express';
import session from 'express-session';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import type { ProblemView } from '../../src/web/pages.ts';
import { configureRendering, renderPage, setFlash } from '../../src/web/rendering.ts';

const VIEW: ProblemView = { title: 'A page', paragraphs: [], actions: [], requestId: null };
const ERRORS = [{ field: 'plan', text: 'Select a plan', href: '#plan' }];

describe('A page', () => {
  it('stands in the layout, with its title and the name of the portal', async () => {
    const { status, $ } = await open(showing(VIEW));
    expect(status).toBe(200);
    expect($('title').text()).toBe('A page – Managed Care Complaint Portal');
    expect($('html').attr('lang')).toBe('en');
    expect($('main#main h1').text()).toBe('A page');
    expect($('a.usa-skipnav').attr('href')).toBe('#main');
    expect($('.error-summary, [role=status], .way-back')).toHaveLength(0);
  });

  it('with errors says so in its title, its status and a summary above the heading', async () => {
    const { status, $ } = await open(showing({ ...VIEW, errors: ERRORS }));
    expect(status).toBe(422);
    expect($('title').text()).toMatch(/^Error: A page/);
    expect($('.error-summary ~ .measure h1')).toHaveLength(1);
    expect($('.error-summary a').attr('href')).toBe('#plan');
  });

  it('with errors keeps the status it is given', async () => {
    const handler: RequestHandler = (_req, res) =>
      renderPage(res, 'errors/problem', { ...VIEW, errors: ERRORS }, 409);
    expect((await open(handler)).status).toBe(409);
  });

  it('shows the way back, or the way down', async () => {
    const back = await open(showing({ ...VIEW, back: { href: '/complaints', text: 'My complaints' } }));
    expect(back.$('a.back-link').attr('href')).toBe('/complaints');
    const down = await open(showing({ ...VIEW, breadcrumbs: [{ href: '/casework', text: 'Complaints' }] }));
    expect(down.$('nav[aria-label=Breadcrumbs] a').text()).toBe('Complaints');
    expect(down.$('nav[aria-label=Breadcrumbs] [aria-current=page]').text()).toBe('A page');
  });

  it('loads nothing that does not carry the nonce or a fingerprint', async () => {
    const { $ } = await open(showing(VIEW));
    for (const element of $('script, link[rel=stylesheet]').toArray())
      expect($(element).attr('nonce')).toBe('n0nce');
    const addresses = $('[src], link[href]')
      .toArray()
      .map((element) => $(element).attr('src') ?? $(element).attr('href'));
    for (const address of addresses) expect(address).toMatch(/^\/assets\/.+\?v=[0-9a-f]{10}$/);
  });

  it('breaks no reference number, and leaves its title a text', async () => {
    const { $ } = await open(showing({ ...VIEW, title: 'Complaint PC-2026-000029-J' }));
    expect($('h1 .reference').text()).toBe('PC-2026-000029-J');
    expect($('title').html()).toContain('Complaint PC-2026-000029-J');
  });

  it('shows text that people typed as text', async () => {
    const { $ } = await open(showing({ ...VIEW, title: '</title><script>alert(1)</script>' }));
    expect($('script:not([src])')).toHaveLength(0);
  });
});

describe('A visitor', () => {
  it('is offered to sign in and to register, and opens no session by looking', async () => {
    const answer = await request(appWith(showing(VIEW))).get('/help');
    const $ = load(answer.text);
    expect($('.header__account').text()).toMatch(/Register\s+Sign in/);
    expect($('.navigation [aria-current=page]').text()).toBe('Help');
    expect($('dialog')).toHaveLength(0);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('Somebody signed in', () => {
  it('sees their name and role, and signs out by a form with the token', async () => {
    const { $ } = await open(showing(VIEW), { name: 'Renata Alder', role: 'representative' });
    expect($('.header__person').text()).toContain('Renata Alder Provider representative');
    expect($('.header form[method=post]').attr('action')).toBe('/sign-out');
    expect($('.header input[name=_csrf]').val()).toBe('t0ken');
    expect($('.navigation a').first().attr('href')).toBe('/complaints');
  });

  it('is warned before the session ends', async () => {
    configureRendering({ isDemo: false, idleSeconds: 600 });
    const { $ } = await open(showing(VIEW), { name: 'Anselm Birch', role: 'analyst' });
    expect($('dialog').attr()).toMatchObject({ 'data-idle-seconds': '600', 'data-token': 't0ken' });
  });
});

describe('A demonstration', () => {
  it('says on every page that it is one, and a real portal does not', async () => {
    configureRendering({ isDemo: true, idleSeconds: 900 });
    const demo = (await open(showing(VIEW))).$;
    configureRendering({ isDemo: false, idleSeconds: 900 });
    const real = (await open(showing(VIEW))).$;
    expect(demo('.demo-notice').text()).toContain('made up');
    expect(demo('.identifier').text()).toContain('Not an official website');
    expect(real('.demo-notice')).toHaveLength(0);
    expect(real('.identifier').text()).toContain('Department of Healthcare and Family Services');
  });
});

describe('A message for the next page', () => {
  it('is shown once', async () => {
    const browser = request.agent(appWith(showing(VIEW)));
    await browser.post('/').expect(303);
    expect(
      load((await browser.get('/')).text)('[role=status]')
        .text()
        .trim(),
    ).toBe('Your draft was saved.');
    expect(load((await browser.get('/')).text)('[role=status]')).toHaveLength(0);
  });
});

describe('A refusal before there is a session', () => {
  it('is still a page', async () => {
    const app = express();
    app.use(showing({ ...VIEW, requestId: '0193-77' }));
    const answer = await request(app).get('/');
    expect(load(answer.text)('main').text()).toContain('0193-77');
  });
});

function showing(view: ProblemView): RequestHandler {
  return (_req, res) => renderPage(res, 'errors/problem', view);
}

async function open(handler: RequestHandler, account: object | null = null) {
  const { status, text } = await request(appWith(handler, account)).get('/');
  return { status, $: load(text) };
}

function appWith(handler: RequestHandler, account: object | null = null): Express {
  const app = express();
  app.use(session({ secret: 'a secret', resave: false, saveUninitialized: false }));
  app.use((req, res, next) => {
    Object.assign(res.locals, { account, nonce: 'n0nce' });
    req.csrfToken = () => 't0ken';
    next();
  });
  app.post('/', (req, res) => {
    setFlash(req, 'Your draft was saved.');
    res.redirect(303, '/');
  });
  app.use(handler);
  return app;
}
