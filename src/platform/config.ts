import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BootFailure } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

const MEGABYTE = 1024 * 1024;

/** Every setting: its name, its default, and what it is for. */
const Settings = z.object({
  /** `production` refuses whatever is only fit for trying the portal. */
  NODE_ENV: z.string().default('development'),
  /** Where the web server listens. */
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** The address that people see, for links in mail and for the origin check. */
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where keys, mail files and the embedded database live. */
  DATA_DIR: z.string().min(1).default('var'),
  /** The application's database. Absent: an embedded PostgreSQL in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The role that owns the schema and migrates; defaults to DATABASE_URL. */
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** smtp(s)://user:password@host:port. Absent: mail is written as files to DATA_DIR/mail. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Managed Care Complaint Portal <no-reply@localhost>'),
  /** Where people may write who need help with the portal. Absent: its pages say that there is no address. */
  SUPPORT_CONTACT: z.email().optional(),
  /** tcp://host:port or unix:///path of clamd. Absent: files are not scanned. */
  CLAMD_URL: z.url({ protocol: /^(tcp|unix)$/ }).optional(),
  /** Where the key-encryption key is: `file`, or `aws-kms`. */
  KEY_PROVIDER: z.enum(['file', 'aws-kms']).optional(),
  /** For `file`. Default: DATA_DIR/keys/key-encryption-key.json, made at the first start. */
  KEY_FILE: z.string().optional(),
  /** For `aws-kms`: the key's ARN; the current one first, older ones after commas. */
  KMS_KEY_ARN: z.string().optional(),
  /** Signs sessions and the links in mail; 32 characters or more. */
  SESSION_SECRET: z.string().min(32).optional(),
  /** `off`: no demonstration accounts and complaints. */
  DEMO: z.enum(['on', 'off']).optional(),
  /** The demonstration accounts' password. Absent: one is generated and printed. */
  DEMO_PASSWORD: z.string().min(15).optional(),
  /** How many proxies stand before the portal (for the client's address). */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  FILE_LIMIT_MB: z.coerce.number().positive().default(25),
  COMPLAINT_FILES_LIMIT_MB: z.coerce.number().positive().default(100),
  COMPLAINT_FILE_COUNT_LIMIT: z.coerce.number().int().positive().default(20),
  /** From which level on the log is written. */
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

export interface Config {
  readonly isProduction: boolean;
  readonly port: number;
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly databasePool: number;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly supportContact: string | null;
  readonly clamdUrl: string | null;
  readonly keyProvider: { kind: 'file'; file: string } | { kind: 'aws-kms'; arn: string };
  readonly sessionSecret: string;
  readonly demo: { password: string | null } | null;
  readonly trustProxy: number;
  readonly fileLimit: number;
  readonly complaintFilesLimit: number;
  readonly complaintFileCountLimit: number;
  readonly logLevel: LogLevel;
}

/**
 * The settings of this process.
 * @throws BootFailure in one line that names every setting that is missing or wrong.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) throw new BootFailure(describeIssues(parsed.error));
  const settings = parsed.data;
  const isProduction = settings.NODE_ENV === 'production';
  if (isProduction) refuseDevelopmentParts(settings);
  const dataDir = path.resolve(settings.DATA_DIR);
  return {
    isProduction,
    port: settings.PORT,
    baseUrl: (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ''),
    dataDir,
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL ?? null,
    databasePool: settings.DATABASE_POOL,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM,
    supportContact: settings.SUPPORT_CONTACT ?? null,
    clamdUrl: settings.CLAMD_URL ?? null,
    keyProvider: chooseKeyProvider(settings, dataDir),
    sessionSecret: settings.SESSION_SECRET ?? developmentSecret(dataDir),
    demo: isProduction || settings.DEMO === 'off' ? null : { password: settings.DEMO_PASSWORD ?? null },
    trustProxy: settings.TRUST_PROXY,
    fileLimit: settings.FILE_LIMIT_MB * MEGABYTE,
    complaintFilesLimit: settings.COMPLAINT_FILES_LIMIT_MB * MEGABYTE,
    complaintFileCountLimit: settings.COMPLAINT_FILE_COUNT_LIMIT,
    logLevel: settings.LOG_LEVEL,
  };
}

type SettingsGiven = z.output<typeof Settings>;

const PRODUCTION_NEEDS = [
  ['BASE_URL', 'the address that people use, https://…'],
  ['DATABASE_URL', 'the embedded database is for trying the portal only'],
  ['SMTP_URL', 'mail must reach people'],
  ['SESSION_SECRET', '32 random characters or more'],
  ['KEY_PROVIDER', '"file" with KEY_FILE, or "aws-kms" with KMS_KEY_ARN'],
] as const;

function refuseDevelopmentParts(settings: SettingsGiven): void {
  const missing: string[] = PRODUCTION_NEEDS.filter(([name]) => settings[name] === undefined).map(
    ([name, why]) => `${name} (${why})`,
  );
  if (settings.KEY_PROVIDER === 'file' && !settings.KEY_FILE)
    missing.push('KEY_FILE (the key-encryption key)');
  const refused = [
    ...(isSentInClear(settings.BASE_URL) ? ['BASE_URL without https'] : []),
    ...(settings.DEMO === 'on' ? ['DEMO=on'] : []),
    ...(settings.DEMO_PASSWORD ? ['DEMO_PASSWORD'] : []),
  ];
  const lines = [
    ...(missing.length > 0 ? [`missing settings: ${missing.join('; ')}`] : []),
    ...(refused.length > 0 ? [`not allowed: ${refused.join(', ')}`] : []),
  ];
  if (lines.length > 0) throw new BootFailure(`NODE_ENV=production: ${lines.join('. ')}.`);
}

/** Sessions and health information travel by https; only on this machine itself may they do without. */
function isSentInClear(baseUrl: string | undefined): boolean {
  if (baseUrl === undefined) return false;
  const { protocol, hostname } = new URL(baseUrl);
  return protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function chooseKeyProvider(settings: SettingsGiven, dataDir: string): Config['keyProvider'] {
  if (settings.KEY_PROVIDER !== 'aws-kms') {
    return { kind: 'file', file: settings.KEY_FILE ?? path.join(dataDir, 'keys', 'key-encryption-key.json') };
  }
  if (!settings.KMS_KEY_ARN) throw new BootFailure('KEY_PROVIDER=aws-kms needs KMS_KEY_ARN.');
  return { kind: 'aws-kms', arn: settings.KMS_KEY_ARN };
}

/** A random secret kept in the data folder, so that a restart signs nobody out. */
function developmentSecret(dataDir: string): string {
  const file = path.join(dataDir, 'keys', 'session-secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw unusable(dataDir, error);
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

/** The one line for a data folder that cannot be read or written. */
export function unusable(dataDir: string, error: unknown): BootFailure {
  const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return new BootFailure(
    `The data folder ${dataDir} cannot be used (${why}). Set DATA_DIR, or mend its permissions.`,
  );
}

function describeIssues(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return `Wrong settings: ${lines.join('; ')}.`;
}
