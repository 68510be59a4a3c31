import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inject, vi } from 'vitest';

export interface Letter {
  readonly subject: string;
  readonly text: string;
  /** The one address in it. */
  readonly link: string;
}

/** The letter with a subject to an address, once the portal has written it to its mail folder. */
export function letterTo(address: string, subject: string | RegExp): Promise<Letter> {
  return vi.waitFor(
    () => {
      const letters = lettersTo(address);
      const letter = letters.find((each) => each.subject.match(subject));
      if (!letter) {
        throw new Error(`No letter "${subject}" to ${address}: ${letters.map((each) => each.subject)}`);
      }
      return letter;
    },
    { timeout: 30_000, interval: 100 },
  );
}

/** Every letter that was sent to an address so far. */
export function lettersTo(address: string): Letter[] {
  const folder = path.join(inject('portal').dataDir, 'mail');
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return files
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .filter((letter) => letter.includes(`<${address}>\n`))
    .map(readLetter);
}

function readLetter(file: string): Letter {
  const [, subject = ''] = /^Subject: (.*)$/m.exec(file) ?? [];
  const text = file.slice(file.indexOf('\n\n') + 2);
  const [link = ''] = /http:\/\/\S+/.exec(text) ?? [];
  return { subject, text, link };
}
