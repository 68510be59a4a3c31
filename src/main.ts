import { describeDemo } from './demo/announcement.ts';
import { loadConfig } from './platform/config.ts';
import { BootFailure } from './platform/errors.ts';
import { startPortal } from './portal.ts';

/** How long a stop may take before the process ends regardless. */
const STOP_MILLISECONDS = 30_000;

try {
  const config = loadConfig(process.env);
  const portal = await startPortal(config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      setTimeout(() => process.exit(1), STOP_MILLISECONDS).unref();
      await portal.stop();
      process.exit(0);
    });
  }
  if (portal.demo) process.stdout.write(describeDemo(portal.demo));
  process.stdout.write(`Ready on ${config.baseUrl}\n`);
} catch (error) {
  if (!(error instanceof BootFailure)) throw error;
  process.stderr.write(`Cannot start. ${error.message}\n`);
  process.exit(1);
}
