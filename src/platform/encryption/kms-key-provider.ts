import { KMS, KmsKeyringNode } from '@aws-crypto/kms-keyring-node';
import { BootFailure } from '../errors.ts';
import type { KeyProvider } from './key-provider.ts';
import { decryptBytes, encryptBytes } from './messages.ts';

const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:key\/[A-Za-z0-9-]+$/;

/** A page waits for an unwrapped key, so a KMS that does not answer must fail soon. */
const CLIENT = { maxAttempts: 3, requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000 } };

/**
 * Key-encryption keys in AWS KMS. `arns` is one key ARN, or several separated by commas: the first wraps, all
 * unwrap. KMS's own yearly rotation keeps the ARN, and needs nothing here. The region is the ARN's; credentials
 * and endpoint come from AWS's usual environment. Each wrap and each unwrap is one request.
 * @throws BootFailure unless each is the ARN of a key (an alias is not written into what it wraps).
 */
export function kmsKeyProvider(arns: string): KeyProvider {
  const [current, ...older] = arns.split(',').map((arn) => arn.trim());
  if (!current || ![current, ...older].every((arn) => KEY_ARN.test(arn))) {
    throw new BootFailure(
      'KMS_KEY_ARN must hold key ARNs, arn:aws:kms:<region>:<account>:key/<id>, not aliases.',
    );
  }
  const clientProvider = clientPerRegion();
  const wrapping = new KmsKeyringNode({ clientProvider, generatorKeyId: current });
  const unwrapping = new KmsKeyringNode({ clientProvider, keyIds: [current, ...older] });
  return {
    isDevelopment: false,
    wrap: (plain, context) => encryptBytes(wrapping, context, plain),
    unwrap: (wrapped, context) => decryptBytes(unwrapping, context, Buffer.from(wrapped)),
  };
}

function clientPerRegion() {
  const clients = new Map<string, ReturnType<typeof kmsClient>>();
  return (region: string) => {
    const client = clients.get(region) ?? kmsClient(region);
    clients.set(region, client);
    return client;
  };
}

/** AWS's client in the encryption library's terms, which has fields absent where AWS has them undefined. */
function kmsClient(region: string) {
  const kms = new KMS({ ...CLIENT, region });
  return {
    decrypt: async (request: Parameters<typeof kms.decrypt>[0]) => withoutAbsent(await kms.decrypt(request)),
    encrypt: async (request: Parameters<typeof kms.encrypt>[0]) => withoutAbsent(await kms.encrypt(request)),
    generateDataKey: async (request: Parameters<typeof kms.generateDataKey>[0]) =>
      withoutAbsent(await kms.generateDataKey(request)),
  };
}

function withoutAbsent(answer: object) {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined));
}
