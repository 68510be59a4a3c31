import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Response, Router } from 'express';

const PUBLIC_FOLDER = path.resolve(import.meta.dirname, '../../public');
const A_YEAR = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';

const addresses = new Map<string, string>();

/**
 * The address of a static file with a fingerprint of its content, so that browsers may keep it for a year.
 * @param name `styles.css` (built), `images/…` or `scripts/…`.
 * @throws when there is no such file: run `npm install`, which builds the styles.
 */
export function assetUrl(name: string): string {
  const known = addresses.get(name);
  if (known) return known;
  const address = `/assets/${name}?v=${fingerprint(readFileSync(fileOf(name)))}`;
  addresses.set(name, address);
  return address;
}

/** Ten hexadecimal digits that change with the content. */
export function fingerprint(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}

/** Serves what `assetUrl` names; to be mounted at `/assets`, before sessions. */
export function assetsRouter(): Router {
  const options = { index: false, redirect: false, cacheControl: false, setHeaders: setCacheHeader } as const;
  const router = Router();
  router.use('/images', express.static(path.join(PUBLIC_FOLDER, 'images'), options));
  router.use('/scripts', express.static(path.join(PUBLIC_FOLDER, 'scripts'), options));
  router.use(express.static(path.join(PUBLIC_FOLDER, 'build'), options));
  return router;
}

function fileOf(name: string): string {
  const isSource = name.startsWith('images/') || name.startsWith('scripts/');
  return path.join(PUBLIC_FOLDER, isSource ? '' : 'build', name);
}

function setCacheHeader(res: Response): void {
  res.setHeader('Cache-Control', res.req.query.v ? A_YEAR : AN_HOUR);
}
