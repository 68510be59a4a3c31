import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { compile } from 'sass';
import { fingerprint } from '../web/assets.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const USWDS = path.join(ROOT, 'node_modules/@uswds/uswds');
const BUILD = path.join(ROOT, 'public/build');

/** A file that the styles name, as `$theme-font-path` and `$theme-image-path` write it. */
const FILE_ADDRESS = /url\("?((?:fonts|img)\/[^")]+)"?\)/g;

/**
 * Compiles `public/styles/styles.scss` with USWDS into `public/build/styles.css`, and copies there the fonts and
 * icons that it names, and no other. Their addresses get a fingerprint, so that browsers may keep them.
 * @returns the size of the styles, in bytes
 */
export function buildStyles(): { plain: number; compressed: number } {
  const { css } = compile(path.join(ROOT, 'public/styles/styles.scss'), {
    loadPaths: [path.join(USWDS, 'packages')],
    style: 'compressed',
    quietDeps: true,
  });
  rmSync(BUILD, { recursive: true, force: true });
  mkdirSync(BUILD, { recursive: true });
  const finished = css.replaceAll(
    FILE_ADDRESS,
    (_all, name: string) => `url(${name}?v=${copyFromUswds(name)})`,
  );
  writeFileSync(path.join(BUILD, 'styles.css'), finished);
  return { plain: Buffer.byteLength(finished), compressed: gzipSync(finished).byteLength };
}

/** Copies one file of USWDS and tells its fingerprint. */
function copyFromUswds(name: string): string {
  const source = path.join(USWDS, 'dist', name);
  const target = path.join(BUILD, name);
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(source, target);
  return fingerprint(readFileSync(source));
}

if (import.meta.main) {
  const { plain, compressed } = buildStyles();
  console.log(`public/build/styles.css: ${plain} bytes, ${compressed} compressed`);
}
