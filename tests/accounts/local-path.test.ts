import { describe, expect, it } from 'vitest';
import { ILLINOIS_COUNTIES } from '../../src/accounts/counties.ts';
import { localPath } from '../../src/accounts/local-path.ts';

describe('The page to go on to after signing in', () => {
  it.each(['/complaints', '/complaints/PC-2026-000123-K?tab=files', '/', '/casework?plan=AETNA&page=2'])(
    'is %s when that is asked for',
    (path) => {
      expect(localPath(path)).toBe(path);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example',
    'https:/evil.example',
    'evil.example',
    'javascript:alert(1)',
    ' /complaints',
    '',
  ])('is never elsewhere, as with %j', (path) => {
    expect(localPath(path)).toBeNull();
  });

  it.each([
    '/sign-in',
    '/sign-in?next=/sign-in',
    '/sign-out',
    '/register',
    '/password/new/x',
    '/session/extend',
  ])('is never %s, which would lead nowhere', (path) => {
    expect(localPath(path)).toBeNull();
  });
});

describe('The counties of Illinois', () => {
  it('are 102, each once, in the order of the alphabet', () => {
    const inOrder = [...ILLINOIS_COUNTIES].sort((one, other) => plain(one).localeCompare(plain(other), 'en'));
    expect(new Set(ILLINOIS_COUNTIES).size).toBe(102);
    expect(ILLINOIS_COUNTIES).toEqual(inOrder);
  });
});

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
