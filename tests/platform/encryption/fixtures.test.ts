import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decryptDocument } from '../../../src/platform/encryption/document-cipher.ts';
import { fileKeyProvider } from '../../../src/platform/encryption/file-key-provider.ts';
import { decryptStream } from '../../../src/platform/encryption/stream-cipher.ts';

const FOLDER = join(import.meta.dirname, 'fixtures', 'first-format');
const About = z.object({
  complaint: z.uuid(),
  subject: z.uuid(),
  complaintKeySha256: z.string(),
  document: z.unknown(),
  attachmentBytes: z.number(),
  attachmentSha256: z.string(),
});

let key: Buffer;
let about: z.output<typeof About>;
let privateFolder: string;

beforeAll(async () => {
  about = About.parse(JSON.parse(await readFile(join(FOLDER, 'about.json'), 'utf8')));
  privateFolder = await mkdtemp(join(tmpdir(), 'portal-keys-'));
  const file = join(privateFolder, 'key.json');
  await cp(join(FOLDER, 'key-encryption-key.json'), file);
  await chmod(file, 0o600);
  const provider = await fileKeyProvider(file);
  const wrapped = await readFile(join(FOLDER, 'wrapped-key.bin'));
  key = await provider.unwrap(wrapped, { complaint: about.complaint, purpose: 'key' });
});

afterAll(() => rm(privateFolder, { recursive: true }));

describe('What the first release wrote stays readable', () => {
  it('a wrapped key', () => {
    expect(createHash('sha256').update(key).digest('hex')).toBe(about.complaintKeySha256);
  });

  it('a document', async () => {
    const context = { complaint: about.complaint, purpose: 'document', subject: about.complaint } as const;
    const message = await readFile(join(FOLDER, 'document.bin'));
    expect(await decryptDocument(key, context, message)).toEqual(about.document);
  });

  it('a file of more than one frame', async () => {
    const context = { complaint: about.complaint, purpose: 'attachment', subject: about.subject } as const;
    const digest = createHash('sha256');
    let bytes = 0;
    const message = createReadStream(join(FOLDER, 'attachment.bin'));
    await pipeline(message, decryptStream(key, context), async (plain: AsyncIterable<Buffer>) => {
      for await (const piece of plain) {
        digest.update(piece);
        bytes += piece.length;
      }
    });
    expect(bytes).toBe(about.attachmentBytes);
    expect(digest.digest('hex')).toBe(about.attachmentSha256);
  });
});
