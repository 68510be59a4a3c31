import { Duplex } from 'node:stream';
import { isSameContext, type PhiContext } from './context.ts';
import { DecryptionRefused } from './decryption-refused.ts';
import { complaintKeyring, encryptingStream, openingStream } from './messages.ts';

/** Plaintext in, one message out, in frames of 256 KiB; a slow reader slows the writer down. */
export function encryptStream(key: Buffer, context: PhiContext): Duplex {
  return new CipherStream(encryptingStream(complaintKeyring(key), context), (error) => error);
}

/**
 * A message in, plaintext out, each frame only once it is verified. Ends well only after the last frame of an
 * intact message bound to exactly this context; otherwise it fails with DecryptionRefused, perhaps after some
 * frames were given out, so a receiver must not take what came before a failure for the whole.
 */
export function decryptStream(key: Buffer, context: PhiContext): Duplex {
  const message = openingStream(complaintKeyring(key));
  const stream = new CipherStream(message, (cause) => new DecryptionRefused(context, { cause }));
  message.once('MessageHeader', (header: { encryptionContext: Record<string, string> }) => {
    if (!isSameContext(header.encryptionContext, context)) stream.destroy(new DecryptionRefused(context));
  });
  return stream;
}

/**
 * The library's stream made safe to use in a pipeline: it fails in one way, and may be destroyed at any time.
 * The library's own throws an uncaught exception when it is destroyed half-way, so here it is run out instead.
 */
class CipherStream extends Duplex {
  readonly #inner: Duplex;
  readonly #failure: (error: Error) => Error;

  constructor(inner: Duplex, failure: (error: Error) => Error) {
    super();
    this.#inner = inner;
    this.#failure = failure;
    inner.on('error', (error) => this.destroy(failure(error)));
    inner.on('end', () => this.push(null));
    inner.on('data', (piece: Buffer) => {
      if (!this.push(piece)) inner.pause();
    });
  }

  override _read(): void {
    this.#inner.resume();
  }

  override _write(piece: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.#inner.write(piece, (error) => (error ? done(this.#failure(error)) : done()));
  }

  override _final(done: () => void): void {
    this.#inner.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#inner.removeAllListeners('data');
    this.#inner.resume();
    this.#inner.end();
    done(error);
  }
}
