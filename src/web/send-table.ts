import type { Response } from 'express';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Sends a table as a file of the type that its name ends with: to be saved, and harmless if it is opened. */
export function sendTable(
  res: Response,
  name: `${string}.${keyof typeof TYPES}`,
  file: string | Buffer,
): void {
  const type = name.endsWith('.csv') ? TYPES.csv : TYPES.xlsx;
  res.attachment(name).type(type).set('Content-Security-Policy', "sandbox; default-src 'none'").send(file);
}
