import { createServer, type Server } from 'node:http';
import { createServer as createProbe } from 'node:net';
import type { Express } from 'express';
import { BootFailure } from '../platform/errors.ts';

/** Requests that still run at a stop may take this long; then their connections are cut. */
const FINISH_MILLISECONDS = 10_000;
/** A file of the largest size on a slow line; a connection that sends nothing is cut much sooner. */
const REQUEST_MILLISECONDS = 15 * 60_000;
const HEADERS_MILLISECONDS = 20_000;

/** @throws BootFailure in one line when the port cannot be had. Asked before anything else is started. */
export function refuseTakenPort(port: number): Promise<void> {
  const probe = createProbe();
  return new Promise((resolve, reject) => {
    probe.once('error', (error) => reject(portFailure(port, error)));
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/**
 * Serves the app.
 * @returns stops it: takes no new requests and lets those that run end
 */
export async function listen(app: Express, port: number): Promise<() => Promise<void>> {
  const server = createServer(
    { requestTimeout: REQUEST_MILLISECONDS, headersTimeout: HEADERS_MILLISECONDS },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(port, error)));
    server.listen(port, resolve);
  });
  return () => finish(server);
}

function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Whoever still sends on an open connection is answered, and then has to open another elsewhere.
    server.prependListener('request', (_req, res) => res.setHeader('Connection', 'close'));
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), FINISH_MILLISECONDS).unref();
  });
}

function portFailure(port: number, error: Error): BootFailure {
  const code = 'code' in error ? String(error.code) : error.name;
  const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
  return new BootFailure(`Port ${port} ${why}. Set PORT to another.`);
}
