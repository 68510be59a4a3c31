import { describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { anAnalyst, aLiaison, aRepresentative } from '../support/personas.ts';

const app = testApp();

describe('Signing in', () => {
  it('brings each role to its own work', async () => {
    const visitor = app.visitor();
    const account = await aRepresentative();
    const answer = await visitor.submit('/sign-in', { email: account.email, password: 'nine violet otters paddle' });
    expect([answer.status, answer.location]).toEqual([303, '/complaints']);
    await app.signInAs(await anAnalyst());
    await app.signInAs(await aLiaison());
  });
});
