import { hasDemoAccounts } from './accounts/accounts.queries.ts';
import { createApp } from './app.ts';
import { removeAbandoned } from './attachments/attachments.queries.ts';
import { setAttachmentLimits } from './attachments/limits.ts';
import { scanWaiting, setScanner } from './attachments/scan.ts';
import { BULK_JOB, settleBulks } from './complaint/bulk-presenting.ts';
import { CLOCK_JOB, runClockRound } from './complaint/clock-round.ts';
import { ANSWERS_JOB, settleAnswers } from './complaint/issues/answer-all.ts';
import { finishRecounts, RECOUNT_JOB } from './complaint/recount.ts';
import { seedReference } from './complaint/seed-reference.queries.ts';
import { oweWarnings } from './complaint/warnings.ts';
import { type DemoAccounts, seedDemo } from './demo/demo.ts';
import { forgetOldAnswers } from './mco/answers/waiting.queries.ts';
import { removeUnsent } from './messages/unsent-files.queries.ts';
import { deliverNotices } from './notices/deliver.ts';
import { NOTICES_JOB, requestDelivery } from './notices/delivery-job.ts';
import { setLinkSecret } from './notices/link-token.ts';
import { MORNING_JOB, oweMorningMail } from './notices/morning-mail.ts';
import type { Config } from './platform/config.ts';
import { holdDataFolder } from './platform/data-folder.ts';
import { closeDatabase, connectDatabase } from './platform/database/database.ts';
import { startEmbeddedServer } from './platform/database/embedded.ts';
import { migrate } from './platform/database/migrations.ts';
import { loadInstallationKeys } from './platform/encryption/installation-keys.queries.ts';
import { setKeyProvider } from './platform/encryption/key-provider.ts';
import { openKeyProvider } from './platform/encryption/open-key-provider.ts';
import { BootFailure } from './platform/errors.ts';
import { installJobs, type Job, startJobs, stopJobs } from './platform/jobs/jobs.ts';
import { setLogLevel } from './platform/log.ts';
import { openMailTransport } from './platform/mail/open-transport.ts';
import { setMailTransport } from './platform/mail/transport.ts';
import { listen, refuseTakenPort } from './web/listen.ts';

export interface Portal {
  readonly demo: DemoAccounts | null;
  /** Finishes the requests and jobs that run, then stops the database. */
  stop(): Promise<void>;
}

/**
 * Starts everything, in the only safe order. When it throws, what was started has been stopped again.
 * @throws BootFailure when a part cannot start
 * @throws the reason of `stopping`, soon after that is aborted
 */
export async function startPortal(config: Config, stopping: AbortSignal): Promise<Portal> {
  const undo: Undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    return { demo: await start(config, undo, stopping), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What has to be undone to stop, in the order in which it was done. */
type Undo = (() => Promise<void>)[];

async function start(config: Config, undo: Undo, stopping: AbortSignal): Promise<DemoAccounts | null> {
  setLogLevel(config.logLevel);
  await refuseTakenPort(config.port);
  const databaseUrl = await openDatabase(config, undo, stopping);
  await openParts(config);
  const demo = config.demo ? await seedDemo(config.dataDir, config.demo.password, stopping) : null;
  stopping.throwIfAborted();
  await startJobs(databaseUrl, jobsOf(config));
  undo.push(stopJobs);
  const app = createApp({ ...config, isDemo: demo !== null });
  undo.push(await listen(app, config.port));
  await requestDelivery();
  return demo;
}

/** The database that the settings name, or the embedded one; migrated, with its reference data. Returns its address. */
async function openDatabase(config: Config, undo: Undo, stopping: AbortSignal): Promise<string> {
  await holdDataFolder(config.dataDir);
  const url = config.databaseUrl ?? (await embeddedDatabase(config, undo, stopping));
  const ownerUrl = config.databaseOwnerUrl ?? url;
  await migrate(ownerUrl);
  stopping.throwIfAborted();
  const jobs = jobsOf(config).map((job) => job.name);
  await installJobs(ownerUrl, jobs);
  connectDatabase(url, config.databasePool);
  undo.push(closeDatabase);
  await seedReference();
  return url;
}

async function embeddedDatabase(config: Config, undo: Undo, stopping: AbortSignal): Promise<string> {
  const embedded = await startEmbeddedServer({ dataDir: config.dataDir, stopping });
  undo.push(() => embedded.stop());
  return embedded.url();
}

async function openParts(config: Config): Promise<void> {
  if (config.isProduction && (await hasDemoAccounts())) {
    throw new BootFailure('NODE_ENV=production: DATABASE_URL names a database with demonstration accounts.');
  }
  setKeyProvider(await openKeyProvider(config));
  await loadInstallationKeys();
  setLinkSecret(config.sessionSecret);
  setMailTransport(openMailTransport(config));
  setAttachmentLimits(config);
  setScanner(config.clamdUrl);
}

/** The work that goes on beside the requests. */
function jobsOf(config: Config): Job[] {
  return [
    { name: NOTICES_JOB, schedule: '* * * * *', run: () => deliverNotices(config.baseUrl) },
    { name: CLOCK_JOB, schedule: '*/5 * * * *', run: runClockRound },
    { name: BULK_JOB, schedule: '* * * * *', run: settleBulks },
    { name: ANSWERS_JOB, schedule: '* * * * *', run: settleAnswers },
    { name: RECOUNT_JOB, schedule: '* * * * *', run: () => finishRecounts() },
    { name: MORNING_JOB, schedule: '*/5 * * * *', run: oweMorning },
    { name: 'scan-waiting-files', schedule: '* * * * *', run: () => scanWaiting(SCAN_BATCH) },
    { name: 'forget-old-answers', schedule: '7 * * * *', run: forgetOldAnswers },
    {
      name: 'remove-abandoned-uploads',
      schedule: '*/15 * * * *',
      run: () => removeAbandoned(ABANDONED_HOURS),
    },
    { name: 'remove-unsent-files', schedule: '*/15 * * * *', run: () => removeUnsent(UNSENT_HOURS) },
  ];
}

/** A morning's warnings come before its digests: who wants them there has them in time. */
async function oweMorning(): Promise<void> {
  await oweWarnings();
  await oweMorningMail();
}

const SCAN_BATCH = 20;
const ABANDONED_HOURS = 2;
/** The page of messages says it. */
const UNSENT_HOURS = 24;
