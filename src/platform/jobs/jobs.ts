import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { APPLICATION_ROLE } from '../database/database.ts';
import { log } from '../log.ts';

export interface Job {
  readonly name: string;
  /** When it runs by itself, as a cron expression in UTC, besides when it is asked for. */
  readonly schedule: string;
  readonly run: () => Promise<unknown>;
}

const SCHEMA = 'pgboss';
const POLLING_SECONDS = 1;
/** A job whose process has given no sign for so long is given up, and the next one runs: the process was killed. */
const HEARTBEAT_SECONDS = 30;

let boss: PgBoss | null = null;

/** Makes the tables and queues of the jobs, as the owner of the schema, and lets the application use them. */
export async function installJobs(ownerUrl: string, names: readonly string[]): Promise<void> {
  const installer = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    supervise: false,
    schedule: false,
  });
  installer.on('error', (error) => log.warn({ error }, 'installing the jobs'));
  await installer.start();
  const existing = new Set((await installer.getQueues()).map((queue) => queue.name));
  const settings = { retryLimit: 0, heartbeatSeconds: HEARTBEAT_SECONDS };
  for (const name of names) {
    if (existing.has(name)) await installer.updateQueue(name, settings);
    else await installer.createQueue(name, { policy: 'stately', ...settings });
  }
  await installer.stop({ graceful: false });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`GRANT USAGE ON SCHEMA ${SCHEMA} TO ${APPLICATION_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${APPLICATION_ROLE};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${SCHEMA} TO ${APPLICATION_ROLE};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO ${APPLICATION_ROLE}`);
  } finally {
    await client.end();
  }
}

/** Starts working on the jobs. Each runs at most once at a time in the whole installation, on schedule and when asked for. */
export async function startJobs(url: string, jobs: readonly Job[]): Promise<void> {
  const starting = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    max: 4,
    application_name: 'complaint-portal-jobs',
  });
  starting.on('error', (error) => log.warn({ error }, 'the jobs'));
  await starting.start();
  for (const job of jobs) {
    await starting.schedule(job.name, job.schedule);
    await starting.work(job.name, { pollingIntervalSeconds: POLLING_SECONDS }, () => runJob(job));
  }
  boss = starting;
}

/**
 * Asks for a job to be run soon. A failure is only logged: what the job has to do is in the database, and the schedule
 * finds it.
 */
export async function requestJob(name: string): Promise<void> {
  await boss
    ?.send(name, {})
    .catch((error: unknown) => log.warn({ job: name, error }, 'a job could not be asked for'));
}

/** Lets running jobs end, then stops. */
export async function stopJobs(): Promise<void> {
  const stopping = boss;
  boss = null;
  await stopping?.stop({ graceful: true, timeout: 10_000 });
}

async function runJob(job: Job): Promise<void> {
  try {
    await job.run();
  } catch (error) {
    log.error({ job: job.name, error }, 'a job failed');
    throw error;
  }
}
