import { describe, expect, it } from 'vitest';
import { hasPermission, permissionDemanded } from '../../src/accounts/access.ts';
import { accountsRouter } from '../../src/accounts/router.ts';
import { ROLES } from '../../src/complaint/actor.ts';
import { testApp } from '../support/app.ts';
import { aRepresentative, PASSWORD } from '../support/personas.ts';

const app = testApp();

describe('Who may do what', () => {
  it('lets nobody but a representative file, and nobody but a plan’s liaison answer for it', () => {
    expect(ROLES.filter((role) => hasPermission(role, 'complaints.file'))).toEqual(['representative']);
    expect(ROLES.filter((role) => hasPermission(role, 'mco.answer'))).toEqual(['liaison']);
    expect(ROLES.filter((role) => hasPermission(role, 'casework.work'))).toEqual(['analyst', 'supervisor']);
    expect(ROLES.filter((role) => hasPermission(role, 'audit.read'))).toEqual(['privacy_officer']);
  });

  it('lets somebody not signed in do what is public, and nothing else', () => {
    expect(hasPermission(null, 'public')).toBe(true);
    expect(hasPermission(null, 'signed-in')).toBe(false);
  });

  it('is said by every route of the accounts', () => {
    const routes = accountsRouter().stack.flatMap((layer) => layer.route ?? []);
    expect(routes.length).toBeGreaterThan(15);
    for (const route of routes) {
      const demanded = route.stack.flatMap((layer) => permissionDemanded(layer.handle) ?? []);
      expect(demanded, route.path).toHaveLength(1);
    }
  });

  it('brings a visitor by the sign-in page to the page that was asked for', async () => {
    const visitor = app.visitor();
    const asked = await visitor.get('/account?from=mail');
    expect(asked.location).toBe('/sign-in?next=%2Faccount%3Ffrom%3Dmail');
    const { email } = await aRepresentative();
    const signedIn = await visitor.submit(asked.location, { email, password: PASSWORD });
    expect(signedIn.location).toBe('/account?from=mail');
  });

  it('tells a visitor who sends a form that the session has ended', async () => {
    const answer = await app.visitor().post('/account/details', { name: 'Nobody' });
    expect(answer.status).toBe(401);
    expect(answer.text).toContain('Your session has ended');
  });

  it('tells somebody whose work is other that the page is not theirs, and leaves them signed in', async () => {
    const visitor = await app.signInAs(await aRepresentative());
    const page = await visitor.get('/casework');
    expect(page.status).toBe(403);
    expect(page.text).toContain('Your account is for other work');
    expect((await visitor.get('/account')).status).toBe(200);
  });
});
