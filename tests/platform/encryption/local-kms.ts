import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

const KmsRequest = z.object({
  KeyId: z.string().optional(),
  CiphertextBlob: z.string().optional(),
  NumberOfBytes: z.number().optional(),
  EncryptionContext: z.record(z.string(), z.string()).default({}),
});
type KmsRequest = z.output<typeof KmsRequest>;

/** AWS KMS as far as wrapping goes, on the loopback: its own keys, each bound to the encryption context. */
export async function startLocalKms() {
  const keys = new Map<string, Buffer>();
  const requests: string[] = [];

  function generateDataKey({ KeyId = '', NumberOfBytes = 32, EncryptionContext }: KmsRequest) {
    const key = keys.get(KeyId) ?? randomBytes(32);
    keys.set(KeyId, key);
    const plain = randomBytes(NumberOfBytes);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(canonical(EncryptionContext));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const blob = Buffer.concat([Buffer.from([KeyId.length]), Buffer.from(KeyId), iv, sealed]);
    return { KeyId, Plaintext: plain.toString('base64'), CiphertextBlob: blob.toString('base64') };
  }

  function decrypt({ CiphertextBlob = '', EncryptionContext }: KmsRequest) {
    const blob = Buffer.from(CiphertextBlob, 'base64');
    const nameEnd = 1 + blob.readUInt8(0);
    const KeyId = blob.toString('utf8', 1, nameEnd);
    const iv = blob.subarray(nameEnd, nameEnd + 12);
    const decipher = createDecipheriv('aes-256-gcm', keys.get(KeyId) ?? Buffer.alloc(32), iv);
    decipher.setAAD(canonical(EncryptionContext)).setAuthTag(blob.subarray(-16));
    const plain = Buffer.concat([decipher.update(blob.subarray(nameEnd + 12, -16)), decipher.final()]);
    return { KeyId, Plaintext: plain.toString('base64') };
  }

  async function answer(request: IncomingMessage): Promise<object> {
    const operation = String(request.headers['x-amz-target']).replace('TrentService.', '');
    requests.push(operation);
    const body = KmsRequest.parse(await json(request));
    return operation === 'GenerateDataKey' ? generateDataKey(body) : decrypt(body);
  }

  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/x-amz-json-1.1');
    answer(request).then(
      (body) => response.end(JSON.stringify(body)),
      () => response.writeHead(400).end(JSON.stringify({ __type: 'InvalidCiphertextException' })),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    requests,
    url: `http://127.0.0.1:${portOf(server.address())}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function canonical(context: Record<string, string>): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(context).sort()));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port');
  return address.port;
}
