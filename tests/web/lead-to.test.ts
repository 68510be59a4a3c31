import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import type { Visitor } from '../support/visitor.ts';

const app = testApp();
let cast: Cast;

beforeAll(async () => {
  cast = await aCast();
});

describe('An address that only takes a form, opened again', () => {
  it.each([
    ['analyst', '/casework/presenting/preview?tab=mine', '/casework/presenting?tab=mine'],
    ['analyst', '/casework/issues/SI-2026-0001/links', '/casework/issues/SI-2026-0001'],
    ['liaison', '/mco/answers/import', '/mco/answers'],
    ['liaison', '/mco/answers/confirm', '/mco/answers/check'],
    ['liaison', '/mco/issues/SI-2026-0001/answer/preview', '/mco/issues/SI-2026-0001/answer'],
    ['administrator', '/administration/policies/preview', '/administration/policies/draft'],
  ] as const)('leads the %s from %s to the page that has the form: %s', async (persona, address, page) => {
    const visitor: Visitor = await app.signInAs(cast[persona]);
    expect(await visitor.get(address)).toMatchObject({ status: 303, location: page });
  });

  it('asks whoever has no session to sign in first, and goes on from there', async () => {
    const answer = await app.visitor().get('/administration/policies/preview');
    expect(answer.location).toBe('/sign-in?next=%2Fadministration%2Fpolicies%2Fpreview');
  });

  it('never leads to another site', async () => {
    const visitor = await app.signInAs(cast.analyst);
    const answer = await visitor.agent.get('//evil.example/casework/presenting/preview');
    expect(answer.headers.location ?? '').not.toContain('evil.example');
  });
});
