import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePassword, PASSWORD_LIMITS, passwordProblem } from '../../src/accounts/password-rules.ts';
import { PASSWORD } from '../support/personas.ts';

const ABOUT = ['Renata Alder', 'renata.alder@prairiegrove.example', 'Prairie Grove Clinic'];

describe('A new password', () => {
  it.each([
    ['four words that have nothing to do with each other', 'nine violet otters paddle'],
    ['the password that the tests use', PASSWORD],
    ['a long sentence of ordinary words', 'we paint the barn on every third tuesday'],
    ['what a password manager makes', 'k7#Vq!z2Wm^x9Lt$'],
    ['fifteen digits that follow no pattern', '839274650192837'],
    ['letters of other scripts', 'жёлтый трактор едет'],
    ['symbols only', '%&=?§<>|{[]}~^-_'],
    ['one common word among others', 'my uncle’s dragon sells umbrellas'],
  ])('is good when it is %s', (_what, password) => {
    expect(judgePassword(password, ABOUT)).toBe('good');
  });

  it.each([
    ['one character over and over', 'aaaaaaaaaaaaaaaaaaaa', 'pattern'],
    ['few characters in runs', 'aaaabbbbccccdddd', 'pattern'],
    ['the alphabet', 'abcdefghijklmnop', 'pattern'],
    ['the alphabet backwards', 'zyxwvutsrqponmlk', 'pattern'],
    ['counting', '123456789012345', 'pattern'],
    ['the keyboard, row by row', 'qwertyuiopasdfghjkl', 'pattern'],
    ['the keyboard, column by column', '1qaz2wsx3edc4rfv', 'pattern'],
    ['the keyboard with shift held', '!@#$%^&*()!@#$%^&*()', 'pattern'],
    ['one word again and again', 'horse horse horse horse', 'pattern'],
    ['a shorter password twice', 'kM4$pQ8z kM4$pQ8z ', 'pattern'],
    ['two characters in turn', 'abababababababab', 'pattern'],
    ['the word itself, lengthened', 'Password12345678', 'common'],
    ['the word itself in disguise', 'P4$$w0rd!P4ssw0rd2026', 'common'],
    ['a place, a season and a year', 'Chicago-Summer-2026!', 'common'],
    ['words of this trade', 'IllinoisMedicaidClaims2026', 'common'],
    ['the most quoted pass phrase', 'correct horse battery staple', 'common'],
    ['a nursery rhyme', 'TwinkleTwinkleLittleStar', 'common'],
    ['one’s own name', 'Renata Alder 12345', 'personal'],
    ['one’s own e-mail address', 'renata.alder@prairiegrove', 'personal'],
    ['the organization’s name and a year', 'PrairieGroveClinic2026', 'personal'],
  ])('is refused when it is %s', (_what, password, verdict) => {
    expect(judgePassword(password, ABOUT)).toBe(verdict);
    expect(passwordProblem(judgePassword(password, ABOUT))).toMatch(/^Enter a password/);
  });

  it('is counted in characters as people count them, in whichever form they were typed', () => {
    const fifteen = 'ü🦦ñ🌾ö🚜å🏔ê🧭ç🪁ø🛶ý';
    expect(judgePassword(fifteen, [])).toBe('good');
    expect(judgePassword(fifteen.normalize('NFD'), [])).toBe('good');
    expect(judgePassword(fifteen.slice(0, -1), [])).toBe('too-short');
  });

  it('may have 128 characters, and no more', () => {
    const long = randomBytes(96).toString('base64');
    expect(long).toHaveLength(PASSWORD_LIMITS.longest);
    expect(judgePassword(long, ABOUT)).toBe('good');
    expect(judgePassword(`${long}x`, ABOUT)).toBe('too-long');
  });

  it('is good whenever it is random', () => {
    for (let round = 0; round < 300; round += 1) {
      expect(judgePassword(randomBytes(15).toString('base64url'), ABOUT)).toBe('good');
    }
  });

  it('is refused, and never a crash, when it is a short block repeated, whatever the block', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 14, unit: 'grapheme-ascii' }), (block) => {
        expect(judgePassword(block.repeat(9), ABOUT)).not.toBe('good');
      }),
    );
  });

  it('is judged in the time of a request, whatever it is made of', () => {
    const start = performance.now();
    for (const text of ['a'.repeat(128), 'ab1'.repeat(42), 'qwertyuiop'.repeat(12)])
      judgePassword(text, ABOUT);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
