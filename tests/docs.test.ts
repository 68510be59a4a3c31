import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lifecycleDiagram } from '../src/complaint/lifecycle-diagram.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

describe('The documentation', () => {
  it('draws the lifecycle as the table has it: paste what this test shows when it fails', () => {
    const drawn = /```mermaid\n(stateDiagram[\s\S]*?)\n```/.exec(read('docs/architecture.md'))?.[1];
    expect(drawn?.trim()).toBe(lifecycleDiagram().trim());
  });

  it('names every setting in the README that the program reads', () => {
    const settings = [...read('src/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      ([, name]) => name,
    );
    const readme = read('README.md');
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((name) => name && !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('links only to files that are there', () => {
    const pages = ['README.md', ...markdownIn('docs')];
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => path.join(path.dirname(page), target ?? ''))
        .filter((target) => !exists(target))
        .map((target) => `${page} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('has an entry in the architecture for every folder of src', () => {
    const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const architecture = read('docs/architecture.md');
    expect(folders.filter((folder) => !architecture.includes(`${folder}/`))).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function exists(file: string): boolean {
  try {
    return readdirSync(path.dirname(path.join(ROOT, file))).includes(path.basename(file));
  } catch {
    return false;
  }
}

function markdownIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file));
}
