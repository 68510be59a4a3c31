import { describe, expect, it } from 'vitest';
import { ROLES } from '../../src/complaint/actor.ts';
import { navigationFor } from '../../src/web/navigation.ts';

describe('The navigation', () => {
  it.each([null, ...ROLES])('for %s leads to help and to the public figures', (role) => {
    const addresses = navigationFor(role, '/').map(({ href }) => href);
    expect(addresses).toEqual(expect.arrayContaining(['/statistics', '/help']));
  });

  it.each([
    ['/complaints', '/complaints'],
    ['/complaints/PC-2026-000123-K', '/complaints'],
    ['/complaints/new', '/complaints/new'],
    ['/statistics/methodology', '/statistics'],
    ['/complaintsandmore', undefined],
    ['/', undefined],
  ])('for a representative at %s marks %s', (path, expected) => {
    expect(current('representative', path)).toBe(expected);
  });

  it('for a visitor marks the home page only there', () => {
    expect(current(null, '/')).toBe('/');
    expect(current(null, '/sign-in')).toBeUndefined();
  });

  it('shows nobody the work of another role', () => {
    expect(navigationFor('liaison', '/').map(({ href }) => href)).not.toContain('/casework');
    expect(navigationFor(null, '/').map(({ href }) => href)).not.toContain('/complaints');
  });
});

function current(role: Parameters<typeof navigationFor>[0], path: string): string | undefined {
  return navigationFor(role, path).find((link) => link.current)?.href;
}
