import type { ListedRoute } from '../../support/routes.ts';

/** Whether any route takes what is sent to a path. */
export function takes(routes: readonly ListedRoute[], method: string, path: string): boolean {
  return routes.some((route) => route.method === method && patternOf(route.path).test(path));
}

function patternOf(path: string): RegExp {
  const pattern = path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}/?$`);
}
