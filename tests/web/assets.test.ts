import express from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { assetsRouter, assetUrl } from '../../src/web/assets.ts';

const app = express().use('/assets', assetsRouter());

describe('A static file', () => {
  it.each([
    ['styles.css', 'text/css'],
    ['images/mark.svg', 'image/svg+xml'],
    ['scripts/page.js', 'text/javascript'],
    ['fonts/public-sans/PublicSans-Regular.woff2', 'font/woff2'],
  ])('%s may be kept for a year at its address', async (name, type) => {
    const answer = await request(app).get(assetUrl(name)).expect(200);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('without its fingerprint is asked for again after an hour', async () => {
    const answer = await request(app).get('/assets/styles.css').expect(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=3600');
  });

  it('that is not there has no address', () => {
    expect(() => assetUrl('images/absent.svg')).toThrow(/ENOENT/);
  });

  it.each(['/assets/../package.json', '/assets/%2e%2e/package.json', '/assets/styles.scss'])(
    'outside of what is public is not served: %s',
    async (address) => {
      await request(app).get(address).expect(404);
    },
  );
});

describe('The styles', () => {
  it('name their fonts and icons with fingerprints, and each is served', async () => {
    const { text } = await request(app).get(assetUrl('styles.css'));
    const names = [...new Set([...text.matchAll(/url\(([^)"]+)\)/g)].map(([, name]) => name))];
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      expect(name).toMatch(/^(?:fonts|img)\/.+\?v=[0-9a-f]{10}$/);
      await request(app).get(`/assets/${name}`).expect(200);
    }
  });

  it('name the font as the page announces it', async () => {
    const { text } = await request(app).get(assetUrl('styles.css'));
    expect(text).toContain(assetUrl('fonts/public-sans/PublicSans-Regular.woff2').replace('/assets/', ''));
  });
});
