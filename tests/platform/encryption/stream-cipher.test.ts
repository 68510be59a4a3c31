import { randomBytes } from 'node:crypto';
import { type Duplex, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import type { PhiContext } from '../../../src/platform/encryption/context.ts';
import { DecryptionRefused } from '../../../src/platform/encryption/decryption-refused.ts';
import { decryptStream, encryptStream } from '../../../src/platform/encryption/stream-cipher.ts';
import { newId } from '../../../src/platform/identifier.ts';

const FRAME = 256 * 1024;
const key = randomBytes(32);
const context: PhiContext = { complaint: newId(), purpose: 'attachment', subject: newId() };

describe('A file encrypted as a stream', () => {
  const sizes = [0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 5 * FRAME + 17];
  it.each(sizes)('comes back as it was: %i bytes', async (size) => {
    const plain = randomBytes(size);
    const message = await through(encryptStream(key, context), pieces(plain, 65_536));
    expect((await through(decryptStream(key, context), pieces(message, 65_536))).equals(plain)).toBe(true);
  });

  it('comes back as it was when it arrives a few bytes at a time', async () => {
    const plain = randomBytes(5_000);
    const message = await through(encryptStream(key, context), pieces(plain, 7));
    expect((await through(decryptStream(key, context), pieces(message, 3))).equals(plain)).toBe(true);
  });

  it('grows by less than a thousandth', async () => {
    const message = await through(encryptStream(key, context), pieces(Buffer.alloc(20 * FRAME), 65_536));
    expect(message.length / (20 * FRAME)).toBeLessThan(1.001);
  });
});

describe('Decryption of a stream is refused', () => {
  const plain = randomBytes(3 * FRAME + 100);

  it('before a byte is given out, where the context is not this one', async () => {
    const message = await through(encryptStream(key, context), pieces(plain, 65_536));
    const moved: PhiContext[] = [
      { ...context, complaint: newId() },
      { ...context, subject: newId() },
      { ...context, purpose: 'document' },
    ];
    for (const place of moved) expect(await refusalAfter(message, decryptStream(key, place))).toBe(0);
    expect(await refusalAfter(message, decryptStream(randomBytes(32), context))).toBe(0);
  });

  it('at the frame that was altered, after at most the frames before it', async () => {
    const message = await through(encryptStream(key, context), pieces(plain, 65_536));
    const altered = Buffer.from(message);
    const inThirdFrame = 2 * FRAME + 5_000;
    altered.writeUInt8(altered.readUInt8(inThirdFrame) ^ 1, inThirdFrame);
    expect(await refusalAfter(altered, decryptStream(key, context))).toBe(2 * FRAME);
  });

  it('where the end is missing, even cut exactly between two frames', async () => {
    const message = await through(encryptStream(key, context), pieces(plain, 65_536));
    for (const missing of [1, 16, 200, FRAME]) {
      const cut = message.subarray(0, message.length - missing);
      expect(await refusalAfter(cut, decryptStream(key, context))).toBeLessThanOrEqual(3 * FRAME);
    }
  });

  it('where two frames changed places', async () => {
    const message = await through(encryptStream(key, context), pieces(Buffer.alloc(3 * FRAME), 65_536));
    const frame = FRAME + 4 + 12 + 16;
    const header = message.length - 3 * frame - (4 + 4 + 12 + 4 + 16);
    const swapped = Buffer.concat([
      message.subarray(0, header),
      message.subarray(header + frame, header + 2 * frame),
      message.subarray(header, header + frame),
      message.subarray(header + 2 * frame),
    ]);
    expect(swapped.length).toBe(message.length);
    expect(await refusalAfter(swapped, decryptStream(key, context))).toBe(0);
  });

  it('for what is no message, and for nothing at all', async () => {
    expect(await refusalAfter(Buffer.from('%PDF-1.7 in the clear'), decryptStream(key, context))).toBe(0);
    expect(await refusalAfter(Buffer.alloc(0), decryptStream(key, context))).toBe(0);
  });
});

describe('A slow reader', () => {
  it('slows encryption down instead of filling the memory', async () => {
    expect(
      await takenWithoutReading(encryptStream(key, context), pieces(Buffer.alloc(40 * FRAME), 65_536)),
    ).toBeLessThan(4 * FRAME);
  });

  it('slows decryption down instead of filling the memory', async () => {
    const message = await through(encryptStream(key, context), pieces(Buffer.alloc(40 * FRAME), 65_536));
    expect(await takenWithoutReading(decryptStream(key, context), pieces(message, 65_536))).toBeLessThan(
      4 * FRAME,
    );
  });
});

describe('A stream that is broken off', () => {
  const ciphers: [string, (key: Buffer, context: PhiContext) => Duplex][] = [
    ['encryption', encryptStream],
    ['decryption', decryptStream],
  ];
  it.each(ciphers)('by its source tells the source’s failure (%s)', async (_which, cipher) => {
    const message = await through(encryptStream(key, context), pieces(Buffer.alloc(2 * FRAME), 65_536));
    const broken = Readable.from(
      (async function* () {
        yield message.subarray(0, FRAME + 1_000);
        throw new Error('the line went dead');
      })(),
    );
    await expect(pipeline(broken, cipher(key, context), buffer)).rejects.toThrow('the line went dead');
    await idle();
  });

  it.each(ciphers)('by its reader ends without harm (%s)', async (_which, cipher) => {
    const message = await through(encryptStream(key, context), pieces(Buffer.alloc(20 * FRAME), 65_536));
    const reading = pipeline(Readable.from(pieces(message, 65_536)), cipher(key, context), async (stream) => {
      for await (const _first of stream) throw new Error('the reader left');
    });
    await expect(reading).rejects.toThrow('the reader left');
    await idle();
  });

  it.each(ciphers)('before its first byte ends without harm (%s)', async (_which, cipher) => {
    cipher(key, context).destroy();
    expect(await idle()).toBe(false);
  });
});

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function through(cipher: Duplex, source: Iterable<Buffer>): Promise<Buffer> {
  return pipeline(Readable.from(source), cipher, (stream: AsyncIterable<Buffer>) =>
    buffer(Readable.from(stream)),
  );
}

/** Decrypts, expects a refusal, and says how many bytes came out before it. */
async function refusalAfter(message: Buffer, cipher: Duplex): Promise<number> {
  let given = 0;
  const reading = pipeline(
    Readable.from(pieces(message, 65_536)),
    cipher,
    async (stream: AsyncIterable<Buffer>) => {
      for await (const piece of stream) given += piece.length;
    },
  );
  await expect(reading).rejects.toThrow(DecryptionRefused);
  return given;
}

/** How many bytes a cipher takes in while nobody reads what comes out. */
async function takenWithoutReading(cipher: Duplex, source: Iterable<Buffer>): Promise<number> {
  let taken = 0;
  for (const piece of source) {
    const accepted = new Promise<boolean>((resolve) => {
      cipher.write(piece, () => resolve(true));
    });
    if (!(await Promise.race([accepted, idle()]))) break;
    taken += piece.length;
  }
  cipher.destroy();
  return taken;
}

/** Resolves to false when the event loop has turned many times: whatever was going to happen has. */
async function idle(): Promise<boolean> {
  for (let turn = 0; turn < 2_000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return false;
}
