import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhiContext } from '../../../src/platform/encryption/context.ts';
import { DecryptionRefused } from '../../../src/platform/encryption/decryption-refused.ts';
import { decryptDocument, encryptDocument } from '../../../src/platform/encryption/document-cipher.ts';
import { newId } from '../../../src/platform/identifier.ts';

const key = randomBytes(32);
const context: PhiContext = { complaint: newId(), purpose: 'document', subject: newId() };

describe('A document encrypted under its complaint’s key', () => {
  it('comes back as it was, whatever JSON it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        const message = await encryptDocument(key, context, json);
        expect(await decryptDocument(key, context, message)).toEqual(JSON.parse(JSON.stringify(json)));
      }),
      { numRuns: 50 },
    );
  });

  it('shows none of its words, and never the same bytes twice', async () => {
    const first = await encryptDocument(key, context, { member: 'Marigold Testperson' });
    const second = await encryptDocument(key, context, { member: 'Marigold Testperson' });
    expect(first.includes('Marigold')).toBe(false);
    expect(first.includes('member')).toBe(false);
    expect(first.equals(second)).toBe(false);
  });

  it('is longer than one frame if it must be', async () => {
    const long = { words: 'a long story. '.repeat(60_000) };
    const message = await encryptDocument(key, context, long);
    expect(await decryptDocument(key, context, message)).toEqual(long);
  });

  it('is not made of what JSON cannot say', async () => {
    await expect(encryptDocument(key, context, undefined)).rejects.toThrow(TypeError);
  });
});

describe('Decryption is refused', () => {
  const elsewhere: [string, PhiContext][] = [
    ['in another complaint', { ...context, complaint: newId() }],
    ['for another purpose', { ...context, purpose: 'history' }],
    ['in another row', { ...context, subject: newId() }],
  ];
  it.each(elsewhere)('for a ciphertext that was moved: %s', async (_where, moved) => {
    const message = await encryptDocument(key, context, { words: 'here' });
    await expect(decryptDocument(key, moved, message)).rejects.toThrow(DecryptionRefused);
  });

  it('for two ciphertexts that were swapped, in both places', async () => {
    const other: PhiContext = { ...context, subject: newId(), purpose: 'history' };
    const mine = await encryptDocument(key, context, { words: 'mine' });
    const theirs = await encryptDocument(key, other, { words: 'theirs' });
    await expect(decryptDocument(key, context, theirs)).rejects.toThrow(DecryptionRefused);
    await expect(decryptDocument(key, other, mine)).rejects.toThrow(DecryptionRefused);
    expect(await decryptDocument(key, context, mine)).toEqual({ words: 'mine' });
  });

  it('under another key', async () => {
    const message = await encryptDocument(key, context, { words: 'here' });
    await expect(decryptDocument(randomBytes(32), context, message)).rejects.toThrow(DecryptionRefused);
  });

  it('for a context that has one pair more, or one pair less', async () => {
    const more = { ...context, extra: 'pair' };
    const { subject: _left, ...less } = context;
    await expect(
      decryptDocument(key, context, await encryptDocument(key, more, { words: 'here' })),
    ).rejects.toThrow(DecryptionRefused);
    await expect(
      // @ts-expect-error the type asks for every pair; this is what a slip would write
      decryptDocument(key, context, await encryptDocument(key, less, { words: 'here' })),
    ).rejects.toThrow(DecryptionRefused);
  });

  it('when any byte is changed, wherever it is, and wherever the message is cut', async () => {
    const message = await encryptDocument(key, context, { words: 'here' });
    for (let position = 0; position < message.length; position += 1) {
      const altered = Buffer.from(message);
      altered.writeUInt8(message.readUInt8(position) ^ 0x40, position);
      await expect(decryptDocument(key, context, altered)).rejects.toThrow(DecryptionRefused);
      const cut = message.subarray(0, position);
      await expect(decryptDocument(key, context, cut)).rejects.toThrow(DecryptionRefused);
    }
  });

  it('for what is no message at all, plain text included', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('{"words":"in the clear"}'), randomBytes(500)]) {
      await expect(decryptDocument(key, context, bytes)).rejects.toThrow(DecryptionRefused);
    }
  });

  it('with an error that names the place and quotes nothing', async () => {
    const refusal = await decryptDocument(key, context, Buffer.from('{"words":"secret"}')).then(
      () => new Error('it was opened'),
      (error: Error) => error,
    );
    expect(refusal.message).toContain(context.complaint);
    expect(`${refusal}${refusal.stack}${refusal.cause}`).not.toContain('secret');
  });
});

it('A key of the wrong length is not used', async () => {
  await expect(encryptDocument(randomBytes(16), context, {})).rejects.toThrow('32 bytes');
  await expect(encryptDocument(Buffer.alloc(0), context, {})).rejects.toThrow('32 bytes');
});
