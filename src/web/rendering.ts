/// <reference types="express-session" />
/// <reference types="csrf-sync" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ejs from 'ejs';
import type { Request, Response } from 'express';
import type { Role } from '../complaint/actor.ts';
import { assetUrl } from './assets.ts';
import { fields } from './fields.ts';
import { navigationFor, ROLE_WORDS } from './navigation.ts';
import type { Pages, PageView, Shell } from './pages.ts';
import { withWholeReferences } from './whole-references.ts';

declare module 'express-session' {
  interface SessionData {
    flash: string;
  }
}

export interface RenderingSettings {
  readonly isDemo: boolean;
  /** An e-mail address; absent: nobody may be written to. */
  readonly supportContact?: string | null;
  /** How long a session may lie unused before it ends. */
  readonly idleSeconds: number;
}

const VIEWS_FOLDER = path.resolve(import.meta.dirname, '../../views');
/** All that a template can name: anything else is an error when it is rendered. */
const TEMPLATE_NAMES = ['view', 'shell', 'options', 'fields'];

let settings: RenderingSettings = { isDemo: false, idleSeconds: 15 * 60 };

/** Set once at boot. */
export function configureRendering(given: RenderingSettings): void {
  settings = given;
}

/**
 * Answers with a page: the template of that name, with its view, inside the layout.
 * The status is 422 when the view has errors and none is given; the title then begins with "Error: ".
 */
export function renderPage<T extends keyof Pages>(
  res: Response,
  template: T,
  view: Pages[T] & PageView,
  status?: number,
): void {
  const hasErrors = (view.errors ?? []).length > 0;
  const shell = shellFor(res, template, `${hasErrors ? 'Error: ' : ''}${view.title}`);
  const page = renderTemplate('_layout/page', { view, shell });
  res
    .status(status ?? (hasErrors ? 422 : 200))
    .type('html')
    .send(withWholeReferences(page));
}

/** Keeps one sentence for the next page that this session sees, and no longer. */
export function setFlash(req: Request, text: string): void {
  req.session.flash = text;
}

/** The text of one template. Templates are read once, and see `view`, `shell` and `options` alone. */
export function renderTemplate(
  name: string,
  locals: { view?: object; shell?: Shell; options?: object },
): string {
  return compiled(name)({ ...locals, fields });
}

const templates = new Map<string, ejs.TemplateFunction>();

function compiled(name: string): ejs.TemplateFunction {
  const known = templates.get(name);
  if (known) return known;
  const filename = path.join(VIEWS_FOLDER, `${name}.ejs`);
  const template = ejs.compile(readFileSync(filename, 'utf8'), {
    filename,
    root: VIEWS_FOLDER,
    cache: true,
    strict: true,
    rmWhitespace: true,
    destructuredLocals: TEMPLATE_NAMES,
  });
  templates.set(name, template);
  return template;
}

function shellFor(res: Response, template: string, title: string): Shell {
  const { req } = res;
  const here = currentPath(req);
  const account: { name: string; role: Role } | null = res.locals.account ?? null;
  const nonce: string = res.locals.nonce ?? '';
  return {
    template,
    title,
    nonce,
    get csrfToken() {
      return req.csrfToken?.() ?? '';
    },
    account: account && { name: account.name, roleWords: ROLE_WORDS[account.role] },
    navigation: navigationFor(account?.role ?? null, here),
    flash: takeFlash(req),
    path: here,
    isDemo: settings.isDemo,
    supportContact: settings.supportContact ?? null,
    idleSeconds: account && settings.idleSeconds,
    asset: assetUrl,
  };
}

/** Within a router that is mounted, `req.path` is only what follows the mount. */
function currentPath(req: Request): string {
  const whole = req.baseUrl + req.path;
  return whole.length > 1 ? whole.replace(/\/$/, '') : whole;
}

/** A page may be rendered before there is a session: when the request is refused on the way in. */
function takeFlash(req: Request): string | null {
  const session: Request['session'] | undefined = req.session;
  const text = session?.flash ?? null;
  if (text !== null) delete session?.flash;
  return text;
}
