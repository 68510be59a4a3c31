import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../src/complaint/perform.ts';
import { setClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aPresentedComplaint, aProposal } from '../support/complaints.ts';

const app = testApp();
let cast: Cast;

beforeAll(async () => {
  on('2026-04-10');
  cast = await aCast();
});
afterAll(() => setClock(null));

function on(day: string): void {
  setClock(Temporal.Instant.from(`${day}T16:00:00Z`));
}

describe('An extension of the plan’s time', () => {
  it('says on every side whether it is still to be had, and what granting it would give', async () => {
    const [filer, plan] = [actor(cast.representative), actor(cast.liaison)];
    const { complaintId, version, reference } = await aPresentedComplaint(filer, actor(cast.analyst));
    const pages = async () => {
      const sides = [
        ['representative', `/complaints/${reference}`],
        ['supervisor', `/casework/complaints/${reference}`],
        ['liaison', `/mco/complaints/${reference}`],
      ] as const;
      return Promise.all(
        sides.map(async ([person, path]) => (await (await app.signInAs(cast[person])).get(path)).text),
      );
    };
    for (const text of await pages())
      expect(text).toContain('Extension Can be asked for until May 10, 2026, once in all');
    const words = 'The records are with a vendor.';
    const asked = await perform('request-extension', complaintId, plan, { version, words });
    on('2026-04-20');
    for (const text of await pages()) expect(text).toContain('Asked for by the plan on April 10, 2026');
    const supervisor = await app.signInAs(cast.supervisor);
    const form = await supervisor.get(`/casework/complaints/${reference}/moves/grant-extension`);
    for (const part of [words, 'May 10, 2026', 'in 20 days', 'If it is granted June 9, 2026'])
      expect(form.text).toContain(part);
    await perform('grant-extension', complaintId, actor(cast.supervisor), {
      version: asked.version,
      words: 'Once.',
    });
    for (const text of await pages())
      expect(text).toContain('Granted on April 20, 2026; there is no second one');
  });

  it('that nobody has granted when the plan answers, waits for nobody any more', async () => {
    on('2026-04-10');
    const [filer, plan] = [actor(cast.representative), actor(cast.liaison)];
    const { complaintId, version, reference } = await aPresentedComplaint(filer, actor(cast.analyst));
    const asked = await perform('request-extension', complaintId, plan, { version, words: 'On leave.' });
    await perform('propose', complaintId, plan, { version: asked.version, ...aProposal('upheld') });
    const page = await (await app.signInAs(cast.supervisor)).get(`/casework/complaints/${reference}`);
    expect(page.text).toContain('on April 10, 2026; it lapsed when the plan answered');
    expect(page.text).not.toContain('HFS has not answered yet');
  });

  it('is not to be had once the time to answer is over', async () => {
    on('2026-04-10');
    const { reference } = await aPresentedComplaint(actor(cast.representative), actor(cast.analyst));
    on('2026-05-11');
    const page = await (await app.signInAs(cast.liaison)).get(`/mco/complaints/${reference}`);
    expect(page.text).toContain('Extension Not to be had any more: the time to answer is over');
  });
});
