import type net from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { appendAudit } from '../audit/audit.queries.ts';
import type { Actor } from '../complaint/actor.ts';
import { transaction } from '../platform/database/database.ts';
import { decryptStream } from '../platform/encryption/stream-cipher.ts';
import { log } from '../platform/log.ts';
import { type Scan, type ScanVerdict, startClamdScan } from './clamd.ts';
import { filesKey, readMessage } from './message.queries.ts';
import { decideWaiting, listWaiting, type WaitingFile } from './scan.queries.ts';

let scanner: net.NetConnectOpts | null = null;

/** Sets this process's malware scanner, at boot: `tcp://host:port` or `unix:///path` of clamd; null: none. */
export function setScanner(clamdUrl: string | null): void {
  scanner = clamdUrl === null ? null : addressOf(new URL(clamdUrl));
}

/** Begins to scan a file; null where no scanner is configured. */
export function startScan(): Scan | null {
  return scanner && startClamdScan(scanner);
}

/** What a verdict makes of a file; no verdict at all (null) means that no scanner is configured. */
export function stateAfter(verdict: ScanVerdict | null): 'waiting' | 'released' | 'refused' {
  if (verdict === null || verdict.kind === 'clean') return 'released';
  return verdict.kind === 'malware' ? 'refused' : 'waiting';
}

/**
 * Scans files that arrived while the scanner was away, `limit` at most; stops where it still is. Where no scanner
 * is configured any more, they go on waiting: whoever switched it off did not say that they are clean.
 */
export async function scanWaiting(limit: number): Promise<void> {
  const files = await listWaiting(limit);
  if (files.length > 0 && !scanner)
    log.warn({ count: files.length }, 'Files wait for a scanner, and none is set');
  for (const file of files) {
    const scan = startScan();
    if (!scan || !(await scanOne(file, scan))) return;
  }
}

/** Scans one stored file. False: the scanner is away. */
async function scanOne(file: WaitingFile, scan: Scan): Promise<boolean> {
  try {
    await feed(file, scan);
    const verdict = await scan.verdict();
    if (verdict.kind === 'away') return false;
    await settle(file, verdict);
  } catch (error) {
    // One file that cannot be read must not keep the others waiting.
    log.error(
      { complaintId: file.complaintId, attachmentId: file.id, error },
      'A waiting file could not be scanned',
    );
  } finally {
    scan.abandon();
  }
  return true;
}

async function feed({ id, complaintId }: WaitingFile, scan: Scan): Promise<void> {
  const key = await filesKey(complaintId);
  const plain = decryptStream(key, { complaint: complaintId, purpose: 'attachment', subject: id });
  await pipeline(Readable.from(readMessage(id)), plain, async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) await scan.write(piece);
  });
}

async function settle(file: WaitingFile, verdict: ScanVerdict): Promise<void> {
  const state = stateAfter(verdict);
  if (state === 'waiting') return;
  await transaction(async (tx) => {
    if (!(await decideWaiting(tx, file, state))) return;
    await appendAudit(tx, SCANNER, {
      action: state === 'released' ? 'attachment.release' : 'attachment.refuse',
      subjectType: 'attachment',
      subjectId: file.id,
      complaintId: file.complaintId,
      changes: { state: { before: 'waiting', after: state }, ...signatureChange(verdict) },
    });
  });
}

/** What the scanner called what it found, for the audit. */
export function signatureChange(verdict: ScanVerdict | null) {
  return verdict?.kind === 'malware' ? { malware: { before: null, after: verdict.signature } } : {};
}

const SCANNER: Actor = {
  accountId: null,
  name: 'Malware scanner',
  role: 'system',
  organizationId: null,
  organizationRole: null,
  mcoCode: null,
  requestId: null,
  address: null,
};

const CLAMD_PORT = 3310;

function addressOf(url: URL): net.NetConnectOpts {
  if (url.protocol === 'unix:') return { path: decodeURIComponent(url.pathname) };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? CLAMD_PORT : Number(url.port),
  };
}
