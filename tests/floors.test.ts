import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = path.resolve(import.meta.dirname, '../src');

/** From the ground up. Areas on one floor, but for the pages, may import each other downwards only. */
const FLOORS: readonly (readonly string[])[] = [
  ['platform'],
  ['audit', 'notices'],
  ['complaint'],
  ['attachments'],
  ['messages'],
  ['web'],
  ['accounts'],
  ['filing', 'casework', 'mco', 'statistics', 'administration', 'information'],
  ['demo', 'app.ts'],
  ['portal.ts', 'commands'],
  ['main.ts'],
];

interface Import {
  readonly from: string;
  readonly to: string;
  /** Gone when the program runs. */
  readonly isType: boolean;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
  .map((file) => file.replaceAll(path.sep, '/'));

/** They hand the connections to a store that a library brings: sessions, rate limits, and the health check. */
const STORES = ['web/session.ts', 'web/rate-limits.ts', 'web/health.ts'];

const imports = files.flatMap((file) => importsOf(file));

describe('The floors of the house', () => {
  it('An import leads to its own area or to a lower floor, never up or across', () => {
    const wrong = imports.filter(
      ({ from, to }) => areaOf(from) !== areaOf(to) && floorOf(to) >= floorOf(from),
    );
    expect(wrong).toEqual([]);
  });

  it('Every file stands on a floor', () => {
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
  });

  it('Only the database folder and the files of queries touch Prisma or pg', () => {
    const outside = files.filter(
      (file) => !file.startsWith('platform/') && !file.endsWith('.queries.ts') && !STORES.includes(file),
    );
    const touching = outside.filter((file) =>
      /\b(prisma|pool)\(\)|from '(pg|@prisma\/[^']+)'|\btx\.[a-z]\w*\.(find|create|update|delete|count|upsert|groupBy)|\$(query|execute)Raw/.test(
        source(file),
      ),
    );
    expect(touching).toEqual([]);
  });

  it('No two files import each other, directly or by a way round', () => {
    const ways = new Map(
      files.map((file) => [
        file,
        imports.filter(({ from, isType }) => from === file && !isType).map(({ to }) => to),
      ]),
    );
    expect(files.filter((file) => leadsBack(file, ways))).toEqual([]);
  });

  it('A page area that looks around finds only lower floors', () => {
    const pages = FLOORS.find((floor) => floor.includes('casework')) ?? [];
    const across = imports.filter(
      ({ from, to }) =>
        pages.includes(areaOf(from)) && pages.includes(areaOf(to)) && areaOf(from) !== areaOf(to),
    );
    expect(pages).toContain('filing');
    expect(across).toEqual([]);
  });
});

function source(file: string): string {
  return readFileSync(path.join(SOURCE, file), 'utf8');
}

function importsOf(file: string): Import[] {
  const found = source(file).matchAll(
    /(?:^|\n)(?:import|export)\s(type\s)?[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/g,
  );
  return [...found].map(([, type, statically, dynamically]) => ({
    from: file,
    to: path.posix.normalize(path.posix.join(path.posix.dirname(file), statically ?? dynamically ?? '')),
    isType: type !== undefined,
  }));
}

function areaOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function floorOf(file: string): number {
  return FLOORS.findIndex((floor) => floor.includes(areaOf(file)));
}

function leadsBack(start: string, ways: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const next = [...(ways.get(start) ?? [])];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (file === start) return true;
    if (seen.has(file)) continue;
    seen.add(file);
    next.push(...(ways.get(file) ?? []));
  }
  return false;
}
