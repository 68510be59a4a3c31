import { pino } from 'pino';

/**
 * The only fields a log line may carry. Everything else is dropped, so that protected health information
 * cannot reach the log by being passed to it.
 */
const LOGGED_FIELDS = new Set([
  'requestId',
  'method',
  'route',
  'status',
  'milliseconds',
  'accountId',
  'complaintId',
  'attachmentId',
  'noticeId',
  'job',
  'count',
  'attempts',
  'signal',
  'port',
  'migration',
  'error',
]);

export type LogFields = Readonly<Record<string, unknown>>;

/** From the most to the fewest lines. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const output = pino({
  level: 'info' satisfies LogLevel,
  base: null,
  formatters: { log: keepAllowed },
});

export const log = {
  info: (fields: LogFields, message: string) => output.info(fields, message),
  warn: (fields: LogFields, message: string) => output.warn(fields, message),
  error: (fields: LogFields, message: string) => output.error(fields, message),
};

/** Sets from which level on lines are written; `info` until then. */
export function setLogLevel(level: LogLevel): void {
  output.level = level;
}

/** What of `fields` may be logged: allow-listed names, errors as their class, code and place only. */
export function keepAllowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (LOGGED_FIELDS.has(name)) kept[name] = value instanceof Error ? describeError(value) : scalar(value);
  }
  return kept;
}

/** An error without its message, which may quote what a person wrote. */
function describeError(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return `${error.name}${code}${places
    .slice(0, 6)
    .map((place) => place.trimStart().padStart(1))
    .map((place) => `; ${place}`)
    .join('')}`;
}

function scalar(value: unknown): unknown {
  return ['string', 'number', 'boolean'].includes(typeof value) ? value : typeof value;
}
