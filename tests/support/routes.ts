import type { Express, RequestHandler, Router } from 'express';
import { type Permission, permissionDemanded } from '../../src/accounts/access.ts';

/** A route as Express has it, with the whole of its path: `GET /complaints/:reference`. */
export interface ListedRoute {
  readonly method: string;
  readonly path: string;
  /** What its first handler demands; null: it lets everybody through without saying so. */
  readonly permission: Permission | null;
}

/** Every route of an app, in the order in which Express tries them. */
export function routesOf(app: Express): ListedRoute[] {
  return routesUnder('', app.router);
}

type Layer = Router['stack'][number];

/** Express names the path of a mounted router, and its layers have the handlers: they stand in the same order. */
function routesUnder(base: string, router: Router): ListedRoute[] {
  const listed = listRoutes(router);
  const layers = router.stack.filter((layer) => layer.route || isRouter(layer.handle));
  if (listed.length !== layers.length) throw new Error(`A route under ${base}/ has more than one path`);
  return layers.flatMap((layer, at) => {
    const { path, router: mounted } = listed[at] ?? {};
    if (typeof path !== 'string') throw new Error(`A route under ${base}/ has no plain path`);
    const whole = joined(base, path);
    return mounted ? routesUnder(whole, mounted) : routesAt(whole, layer);
  });
}

/** A route for each method. */
function routesAt(path: string, { route }: Layer): ListedRoute[] {
  const handlers = route?.stack ?? [];
  const methods = new Set(handlers.map(({ method = '' }) => method));
  if (methods.has('')) throw new Error(`${path} answers every method alike`);
  return [...methods].map((method) => ({
    method: method.toUpperCase(),
    path,
    permission: demanded(handlers.find((handler) => handler.method === method)?.handle),
  }));
}

function demanded(handle: RequestHandler | undefined): Permission | null {
  return handle ? permissionDemanded(handle) : null;
}

interface Listed {
  readonly path: unknown;
  readonly router: Router | undefined;
}

/** Public in Express 5.3, but not yet in its types. */
function listRoutes(router: Router): readonly Listed[] {
  if (!('listRoutes' in router) || typeof router.listRoutes !== 'function') {
    throw new Error('This Express does not list its routes');
  }
  return router.listRoutes();
}

function isRouter(handle: Layer['handle']): boolean {
  return 'stack' in handle && Array.isArray(handle.stack);
}

function joined(base: string, path: string): string {
  return path === '/' ? base || '/' : `${base === '/' ? '' : base}${path}`;
}
