import { readFile } from 'node:fs/promises';
import {
  ENROLLED_COLUMNS,
  type FileFault,
  readEnrolledFile,
} from '../accounts/organization/enrolled-file.ts';
import { importEnrolled } from '../accounts/organization/enrolled-import.ts';
import { OPERATOR } from '../accounts/origin.ts';
import { getReference } from '../complaint/reference.queries.ts';
import { loadConfig } from '../platform/config.ts';
import { BootFailure } from '../platform/errors.ts';
import { openDatabaseForCommand } from './open-database.ts';

const FAULTS_SHOWN = 50;

/** `npm run import-enrolled -- file.csv`: replaces the list of enrolled providers, or says what is wrong with the file. */
async function run([file, ...more]: readonly string[]): Promise<void> {
  if (file === undefined || more.length > 0)
    throw new BootFailure(
      `Name one file: npm run import-enrolled -- file.csv, with the columns ${ENROLLED_COLUMNS}.`,
    );
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BootFailure(`${file} cannot be read.`);
  });
  const close = await openDatabaseForCommand(loadConfig(process.env));
  try {
    const { providerTypes } = await getReference();
    const read = readEnrolledFile(text, new Set(providerTypes.map(({ code }) => code)));
    if (!read.ok) throw new BootFailure(faultReport(read.faults));
    const { before, after } = await importEnrolled(read.rows, OPERATOR);
    process.stdout.write(`${after} lines are imported, in the place of ${before}.\n`);
  } finally {
    await close();
  }
}

function faultReport(faults: readonly FileFault[]): string {
  const shown = faults.slice(0, FAULTS_SHOWN).map(({ line, text }) => `line ${line}: ${text}`);
  const rest = faults.length > shown.length ? [`… and ${faults.length - shown.length} more`] : [];
  return ['Nothing is imported.', ...shown, ...rest].join('\n');
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const text =
    error instanceof BootFailure
      ? error.message
      : `Unexpected: ${error instanceof Error ? error.name : error}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
