import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { blindIndex, setBlindIndexKey } from '../../../src/platform/encryption/blind-index.ts';

const key = randomBytes(32);
beforeEach(() => setBlindIndexKey(key));

describe('The blind index', () => {
  it('is the same for the same value, however it is typed', () => {
    const digest = blindIndex('claim_number', 'ab-12 3/x');
    expect(digest).toHaveLength(32);
    for (const typed of ['AB123X', ' ab 12 3 x ', 'Ａｂ-123-X', 'ab.12.3.x']) {
      expect(blindIndex('claim_number', typed).equals(digest)).toBe(true);
    }
  });

  it('differs for another value, leading zeros included', () => {
    expect(blindIndex('rin', '000012345').equals(blindIndex('rin', '12345'))).toBe(false);
    expect(blindIndex('rin', '123456789').equals(blindIndex('rin', '123456780'))).toBe(false);
  });

  it('differs for the same value as another kind', () => {
    expect(blindIndex('rin', '123456789').equals(blindIndex('claim_number', '123456789'))).toBe(false);
    expect(blindIndex('tracking_number', '1').equals(blindIndex('claim_number', '1'))).toBe(false);
  });

  it('differs in another installation', () => {
    const here = blindIndex('rin', '123456789');
    setBlindIndexKey(randomBytes(32));
    expect(blindIndex('rin', '123456789').equals(here)).toBe(false);
  });

  it('is not made of a value in which nothing is left', () => {
    expect(() => blindIndex('rin', ' - ')).toThrow('without letters or digits');
  });
});
