import type { Context } from './context.ts';

/**
 * A ciphertext that is not what its place expects: moved from another row or purpose, altered, cut short,
 * or made with a key we do not hold. It names the place (identifiers only). Its cause, if any, is the encryption
 * library's; never a parser's, whose message quotes what it was parsing.
 */
export class DecryptionRefused extends Error {
  override readonly name = 'DecryptionRefused';
  readonly context: Context;

  constructor(context: Context, options?: ErrorOptions) {
    const place = Object.entries(context).map(([name, value]) => `${name} ${value}`);
    super(`Decryption refused for ${place.join(', ')}`, options);
    this.context = context;
  }
}
