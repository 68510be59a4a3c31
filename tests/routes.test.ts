import { beforeAll, describe, expect, it } from 'vitest';
import { expectedStatus, isOpenTo } from './support/answers.ts';
import { testApp } from './support/app.ts';
import { aCast, accountOf, type Cast, PERSONAS, type Persona } from './support/cast.ts';
import { type ListedRoute, routesOf } from './support/routes.ts';
import type { Sample, Samples } from './support/samples/sample.ts';
import { samplesFor } from './support/samples/samples.ts';
import type { Visitor } from './support/visitor.ts';

const app = testApp();
let cast: Cast;
let samples: Samples;
let routes: readonly ListedRoute[];
const visitors = new Map<Persona, Visitor>();
const tokens = new Map<Persona, string>();

beforeAll(async () => {
  routes = routesOf(app.express());
  cast = await aCast();
  samples = await samplesFor(cast);
  for (const persona of PERSONAS) {
    const account = accountOf(cast, persona);
    visitors.set(persona, account ? await app.signInAs(account) : app.visitor());
  }
});

const readRoutes = () => routes.filter(({ method }) => method === 'GET');
const unsafeRoutes = () => routes.filter(({ method }) => method !== 'GET');

describe('The routes that Express lists', () => {
  it('are all of them, and each says who may use it before it does anything', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.filter(({ permission }) => permission === null)).toEqual([]);
  });

  it('have a sample address each, and no sample is left of a route that is gone', () => {
    const paths = new Set(routes.map(({ path }) => path));
    expect(new Set(Object.keys(samples))).toEqual(paths);
  });

  it('are read or send forms, and nothing else', () => {
    expect(new Set(routes.map(({ method }) => method))).toEqual(new Set(['GET', 'POST']));
  });
});

describe('What a route answers to', () => {
  it.each(PERSONAS)(
    '%s is what the table of permissions says',
    async (persona) => {
      for (const route of readRoutes()) {
        for (const sample of samplesOf(route)) {
          const answer = await visitorFor(persona).get(sample.address);
          const expected = expectedStatus(cast, route, sample, persona);
          expect({ address: sample.address, status: answer.status }).toEqual({
            address: sample.address,
            status: expected,
          });
          if (expected === 303 && !isOpenTo(cast, route, persona)) {
            expect(answer.location).toBe(`/sign-in?next=${encodeURIComponent(sample.address)}`);
          }
        }
      }
    },
    60_000,
  );
});

describe('A form sent to any route', () => {
  it('without its token is refused, as a form and with files, to those who may use it and to nobody', async () => {
    for (const route of unsafeRoutes()) {
      const { address } = firstSampleOf(route);
      const visitor = visitorFor(whoMayUse(route));
      const asForm = await visitor.agent.post(address).type('form').send({ version: '1' });
      const withFiles = await visitor.agent
        .post(address)
        .field('version', '1')
        .attach('files', ...A_FILE);
      const byNobody = await visitorFor('nobody').agent.post(address).type('form').send({ version: '1' });
      expect({ address, answers: [asForm.status, withFiles.status, byNobody.status] }).toEqual({
        address,
        answers: [403, 403, 401],
      });
    }
  });

  it('with the token of another session is refused', async () => {
    const token = await visitorFor('other representative').token();
    for (const route of unsafeRoutes()) {
      const { address } = firstSampleOf(route);
      const answer = await visitorFor(whoMayUse(route))
        .agent.post(address)
        .type('form')
        .send({ _csrf: token });
      expect({ address, status: answer.status }).toEqual({ address, status: 403 });
    }
  });

  it.each([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:3000' },
  ])('from another site (%j) is refused, even with its token', async (headers) => {
    for (const route of unsafeRoutes()) {
      const { address } = firstSampleOf(route);
      const persona = whoMayUse(route);
      const answer = await visitorFor(persona)
        .agent.post(address)
        .set(headers)
        .type('form')
        .send({ _csrf: await tokenOf(persona) });
      expect({ address, status: answer.status }).toEqual({ address, status: 403 });
      expect(answer.text).toContain('came from another site');
    }
  });

  it('with its token, from the portal itself, is taken', async () => {
    const visitor = await app.signInAs(cast.representative);
    for (const headers of [{}, { Origin: 'http://localhost:3000' }, { 'Sec-Fetch-Site': 'same-origin' }]) {
      const answer = await visitor.agent
        .post('/complaints/new')
        .set(headers)
        .type('form')
        .send({ _csrf: await visitor.token() });
      expect(answer.status).toBe(303);
    }
  });
});

const A_FILE = [Buffer.from('%PDF-1.7'), 'letter.pdf'] as const;

function whoMayUse(route: ListedRoute): Persona {
  const owners = firstSampleOf(route).whose ?? PERSONAS;
  const persona = owners.find((each) => each !== 'nobody' && isOpenTo(cast, route, each));
  if (!persona) throw new Error(`Nobody may use ${route.path}`);
  return persona;
}

function samplesOf({ path }: ListedRoute): readonly Sample[] {
  return samples[path] ?? [];
}

function firstSampleOf(route: ListedRoute): Sample {
  const [first] = samplesOf(route);
  if (!first) throw new Error(`${route.path} has no sample`);
  return first;
}

/** A session keeps its token. */
async function tokenOf(persona: Persona): Promise<string> {
  const known = tokens.get(persona) ?? (await visitorFor(persona).token());
  tokens.set(persona, known);
  return known;
}

function visitorFor(persona: Persona): Visitor {
  const visitor = visitors.get(persona);
  if (!visitor) throw new Error(`No ${persona} is signed in`);
  return visitor;
}
