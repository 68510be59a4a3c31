import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword, isPassword, OWASP_COST, setHashingCost } from '../../src/accounts/password-hash.ts';
import { PASSWORD } from '../support/personas.ts';

beforeAll(() => setHashingCost(OWASP_COST));

describe('A kept password', () => {
  it('is an argon2id hash with the cost that OWASP names, and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('is opened by itself alone', async () => {
    const kept = await hashPassword(PASSWORD);
    expect(await isPassword(kept, PASSWORD)).toBe(true);
    expect(await isPassword(kept, `${PASSWORD} `)).toBe(false);
    expect(await isPassword(kept, PASSWORD.toUpperCase())).toBe(false);
  });

  it('is the same whether a keyboard sends accents composed or apart', async () => {
    const kept = await hashPassword('crème brûlée à midi'.normalize('NFC'));
    expect(await isPassword(kept, 'crème brûlée à midi'.normalize('NFD'))).toBe(true);
  });

  it('counts to its last character, when it is as long as it may be', async () => {
    const kept = await hashPassword('🦦'.repeat(128));
    expect(await isPassword(kept, `${'🦦'.repeat(127)}🌾`)).toBe(false);
  });

  it('is opened by nothing where there is none', async () => {
    expect(await isPassword(null, PASSWORD)).toBe(false);
    expect(await isPassword(null, '')).toBe(false);
  });
});
