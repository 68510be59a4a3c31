import '../support/environment.ts';

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import { createApp } from '../../src/app.ts';
import { seedReference } from '../../src/complaint/seed-reference.queries.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { closeDatabase, connectDatabase, pool } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/embedded.ts';
import { migrate } from '../../src/platform/database/migrations.ts';
import { loadInstallationKeys } from '../../src/platform/encryption/installation-keys.queries.ts';
import { setKeyProvider } from '../../src/platform/encryption/key-provider.ts';
import { openKeyProvider } from '../../src/platform/encryption/open-key-provider.ts';
import { listen } from '../../src/web/listen.ts';
import { actor, aDraft, aPresentedComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { receiveMail } from '../support/mail.ts';
import { aLiaison, anAnalyst, aRepresentative } from '../support/personas.ts';
import { freePort } from '../support/process.ts';
import { newVisitor } from '../support/visitor.ts';
import { writeManyComplaints } from './many-complaints.queries.ts';
import { type MoveTimes, measureMoves } from './moves.ts';

/** Bounded: so many complaints, so many requests a page, one at a time, on this machine alone. */
const COMPLAINTS = 10_000;
const ROUNDS = 15;
const REQUESTS_A_ROUND = 10;
const MEDIAN_LIMIT_MILLISECONDS = 25;
/** Of a move, beside its commit. */
const MOVE_LIMIT_MILLISECONDS = 15;

interface Measured {
  readonly name: string;
  readonly url: string;
  readonly cookie: string;
  /** Whether the median's bound holds for it. */
  readonly isBound: boolean;
  readonly milliseconds: number[];
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-bench-'));
chmodSync(folder, 0o755);
const server = await startEmbeddedServer({ dataDir: folder });
try {
  await prepare();
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const app = createApp({
    baseUrl,
    sessionSecret: 'the secret of sessions while measuring',
    isDemo: true,
    trustProxy: 1,
  });
  const stop = await listen(app, port);
  const barePort = await freePort();
  const stopBare = await listen(barePage(), barePort);
  const people = await peopleToMeasure();
  const pages = await pagesToMeasure(app, baseUrl, `http://127.0.0.1:${barePort}/`, people);
  await measure(pages);
  const arePagesFast = report(pages);
  const areMovesFast = reportMoves(await measureMoves(people));
  process.exitCode = arePagesFast && areMovesFast ? 0 : 1;
  await stop();
  await stopBare();
} finally {
  await closeDatabase();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function prepare(): Promise<void> {
  await migrate(server.url());
  connectDatabase(server.url());
  await seedReference();
  const file = path.join(folder, 'keys', 'key-encryption-key.json');
  setKeyProvider(await openKeyProvider({ isProduction: false, keyProvider: { kind: 'file', file } }));
  await loadInstallationKeys();
  setLinkSecret('the secret of links while measuring');
  receiveMail();
}

/** What everything is compared with: Express, one query, a page of one line. */
function barePage(): express.Express {
  const app = express();
  app.get('/', async (_req, res) => {
    const found = await pool().query('SELECT count(*)::int AS found FROM mco');
    res.type('html').send(`<!doctype html><title>Bare</title><p>${found.rows[0]?.found} plans</p>`);
  });
  return app;
}

async function peopleToMeasure() {
  const [representative, analyst, liaison] = [await aRepresentative(), await anAnalyst(), await aLiaison()];
  const [filer, staff, plan] = [actor(representative), actor(analyst), actor(liaison)];
  return { representative, analyst, liaison, filer, staff, plan };
}

async function pagesToMeasure(
  app: express.Express,
  baseUrl: string,
  bareUrl: string,
  { representative, analyst, liaison, filer, staff }: Awaited<ReturnType<typeof peopleToMeasure>>,
): Promise<Measured[]> {
  const { reference } = await aPresentedComplaint(filer, staff);
  const { id } = await aDraft(filer);
  await writeManyComplaints(COMPLAINTS, {
    filers: [filer, actor(await aRepresentative())],
    analysts: [staff],
  });
  await asOwner(server.url(), 'VACUUM ANALYZE');
  const asRepresentative = await cookieOf(app, representative.email);
  const asAnalyst = await cookieOf(app, analyst.email);
  const asLiaison = await cookieOf(app, liaison.email);
  const page = (name: string, at: string, cookie: string, isBound = true): Measured => ({
    name,
    url: baseUrl + at,
    cookie,
    isBound,
    milliseconds: [],
  });
  return [
    { ...page('bare Express page, one query', '', '', false), url: bareUrl },
    page('queue', '/casework?tab=open', asAnalyst),
    page('queue, filtered by plan', '/casework?tab=open&plan=MERIDIAN', asAnalyst),
    page('case page', `/casework/complaints/${reference}`, asAnalyst),
    page('wizard page: plan', `/complaints/drafts/${id}/plan`, asRepresentative),
    page('wizard page: claims', `/complaints/drafts/${id}/claims`, asRepresentative),
    page('wizard page: check your answers', `/complaints/drafts/${id}/check`, asRepresentative),
    page('my complaints', '/complaints', asRepresentative, false),
    page('the complaint’s page', `/complaints/${reference}`, asRepresentative, false),
    page('the plan’s inbox', '/mco', asLiaison, false),
    page('public figures', '/statistics', '', false),
  ];
}

async function cookieOf(app: express.Express, email: string): Promise<string> {
  const visitor = newVisitor(app);
  const answer = await visitor.submit('/sign-in', { email, password: 'nine violet otters paddle' });
  const [cookie] = (await visitor.agent.get('/account')).request.cookies?.split(';') ?? [];
  if (answer.status !== 303 || !cookie) throw new Error(`${email} could not sign in`);
  return cookie;
}

/** Round by round over all the pages, so that whatever else the machine does falls on all alike. */
async function measure(pages: readonly Measured[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const page of pages) {
      for (let turn = 0; turn < REQUESTS_A_ROUND; turn += 1) {
        const milliseconds = await timeOf(page, agent);
        if (round > 0) page.milliseconds.push(milliseconds);
      }
    }
  }
  agent.destroy();
}

function timeOf({ url, cookie, name }: Measured, agent: Agent): Promise<number> {
  const start = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${name} answered ${answer.statusCode}`));
      answer.resume();
      answer.on('end', () => resolve(Number(process.hrtime.bigint() - start) / 1e6));
    }).on('error', reject);
  });
}

/** Prints the table; false when a page's median is over its bound. */
function report(pages: readonly Measured[]): boolean {
  const bare = median(pages[0]?.milliseconds ?? []);
  console.log(
    `${COMPLAINTS.toLocaleString('en-US')} complaints; ${ROUNDS * REQUESTS_A_ROUND} requests a page`,
  );
  console.log(
    `${'page'.padEnd(36)}${'median ms'.padStart(10)}${'p95 ms'.padStart(10)}${'x bare'.padStart(10)}`,
  );
  for (const { name, milliseconds } of pages) {
    const middle = median(milliseconds);
    const figures = [middle.toFixed(1), quantile(milliseconds, 0.95).toFixed(1), (middle / bare).toFixed(1)];
    console.log(name.padEnd(36) + figures.map((figure) => figure.padStart(10)).join(''));
  }
  const slow = pages.filter((page) => page.isBound && median(page.milliseconds) > MEDIAN_LIMIT_MILLISECONDS);
  for (const page of slow) console.log(`Over ${MEDIAN_LIMIT_MILLISECONDS} ms in the median: ${page.name}`);
  return slow.length === 0;
}

/** Prints what moves take; false when one takes longer than its bound beside the commit. */
function reportMoves(moves: readonly MoveTimes[]): boolean {
  console.log(
    `\n${'move'.padEnd(36)}${'median ms'.padStart(10)}${'commit ms'.padStart(10)}${'beside it'.padStart(10)}`,
  );
  const beside = ({ whole, commit }: MoveTimes) => median(whole) - median(commit);
  for (const move of moves) {
    const figures = [median(move.whole), median(move.commit), beside(move)].map((figure) =>
      figure.toFixed(1),
    );
    console.log(move.name.padEnd(36) + figures.map((figure) => figure.padStart(10)).join(''));
  }
  const slow = moves.filter((move) => beside(move) > MOVE_LIMIT_MILLISECONDS);
  for (const { name } of slow) console.log(`Over ${MOVE_LIMIT_MILLISECONDS} ms beside the commit: ${name}`);
  return slow.length === 0;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
