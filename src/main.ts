import { once } from 'node:events';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { COMPILE_CACHE } from './platform/compile-cache.ts';
import { BootFailure } from './platform/errors.ts';

/** How long a stop may take before the process ends regardless. */
const STOP_MILLISECONDS = 30_000;

const stopping = stopSignal();
enableCompileCache(COMPILE_CACHE);
try {
  const { loadConfig } = await import('./platform/config.ts');
  const config = loadConfig(process.env);
  const { describeDemo } = await import('./demo/announcement.ts');
  const { startPortal } = await import('./portal.ts');
  const portal = await startPortal(config, stopping);
  if (portal.demo) process.stdout.write(describeDemo(portal.demo));
  process.stdout.write(`Ready on ${config.baseUrl}\n`);
  flushCompileCache();
  if (!stopping.aborted) await once(stopping, 'abort');
  await portal.stop();
} catch (error) {
  if (error !== stopping.reason) fail(error);
}
process.exit(0);

/** Aborted by the first SIGTERM or SIGINT, from now on. Ctrl-C comes twice: from the terminal, and from npm. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    setTimeout(() => process.exit(1), STOP_MILLISECONDS).unref();
    controller.abort();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  return controller.signal;
}

function fail(error: unknown): void {
  if (!(error instanceof BootFailure)) throw error;
  process.stderr.write(`Cannot start. ${error.message}\n`);
  process.exit(1);
}
