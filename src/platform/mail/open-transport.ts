import path from 'node:path';
import type { Config } from '../config.ts';
import { smtpTransport } from './smtp.ts';
import { fileTransport, type MailTransport } from './transport.ts';

/** SMTP where the settings name a server, else files in the data folder. */
export function openMailTransport(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>): MailTransport {
  if (config.smtpUrl) return smtpTransport(config.smtpUrl, config.mailFrom);
  return fileTransport(path.join(config.dataDir, 'mail'), config.mailFrom);
}
