import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { setClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
const TEXT = 'The Department finds for the provider under section 4.2.';

let cast: Cast;
let analyst: Visitor;
let supervisor: Visitor;

beforeAll(async () => {
  on('2026-04-10');
  cast = await aCast();
});
beforeEach(async () => {
  on('2026-04-10');
  analyst = await app.signInAs(cast.analyst);
  supervisor = await app.signInAs(cast.supervisor);
});
afterAll(() => setClock(null));

function on(day: string): void {
  setClock(Temporal.Instant.from(`${day}T16:00:00Z`));
}

describe('A draft of a decision that nobody can issue yet', () => {
  it('says on the case page what issuing it waits for, and from when it can be done', async () => {
    const drafted = await aDraft({ isInformed: false });
    for (const visitor of [analyst, supervisor]) {
      const page = await visitor.get(pageOf(drafted));
      expect(draftOn(page)).toContain(
        'It can be issued once both sides have sent their information, or after May 10, 2026.',
      );
      expect(buttonsOn(page)).not.toContain('Issue the decision');
    }
    on('2026-05-11');
    const page = await (await app.signInAs(cast.supervisor)).get(pageOf(drafted));
    expect(draftOn(page)).toContain(TEXT);
    expect(draftOn(page)).not.toContain('It can be issued once');
    expect(buttonsOn(page)).toContain('Issue the decision');
  });

  it('says nothing of the kind once both sides have sent their information', async () => {
    const page = await supervisor.get(pageOf(await aDraft()));
    expect(draftOn(page)).not.toContain('It can be issued once');
    expect(draftOn(page)).toContain('Drafted by Anselm Birch on April 10, 2026');
  });
});

describe('The form that issues a decision', () => {
  it('shows what is issued: the outcome, the whole text, and who drafted it when', async () => {
    const form = await supervisor.get(`${pageOf(await aDraft())}/moves/decide`);
    for (const part of [
      'Department decision for the provider',
      TEXT,
      'Drafted by Anselm Birch on April 10, 2026',
    ])
      expect(draftOn(form)).toContain(part);
  });

  it('is what a supervisor comes to first; what is drafted already is changed, not drafted', async () => {
    const page = await supervisor.get(pageOf(await aDraft()));
    const buttons = buttonsOn(page);
    expect(buttons[0]).toBe('Issue the decision');
    expect(buttons).toContain('Change the draft');
    expect(buttons).not.toContain('Draft the decision');
    const change = page.$('.moves a[href$="/moves/draft-decision"]');
    expect(change.hasClass('usa-button--outline')).toBe(true);
  });
});

describe('A draft that is sent back', () => {
  it('shows on the case page and on its form what to mend, and the form begins with what was drafted', async () => {
    const drafted = await aDraft();
    await perform('send-back', drafted.complaintId, actor(cast.supervisor), {
      version: drafted.version,
      words: 'Name the section.',
    });
    const page = await analyst.get(pageOf(drafted));
    expect(page.text).toContain('Sent back by Sunniva Cedar on April 10, 2026 Name the section.');
    expect(draftOn(page)).toContain(TEXT);
    expect(buttonsOn(page)[0]).toBe('Change the draft');
    const form = await analyst.get(`${pageOf(drafted)}/moves/draft-decision`);
    expect(form.$('h1').text()).toBe('Change the draft');
    expect(form.text).toContain('Sent back by Sunniva Cedar on April 10, 2026 Name the section.');
    expect(form.$('textarea[name=words]').text()).toBe(TEXT);
    expect(form.$('input[name=closureReason][checked]').attr('value')).toBe('DECIDED_FOR_PROVIDER');
  });
});

async function aDraft({ isInformed = true } = {}): Promise<Performed> {
  const [filer, staff, plan] = [actor(cast.representative), actor(cast.analyst), actor(cast.liaison)];
  const { complaintId, version } = await aPresentedComplaint(filer, staff);
  const upheld = await perform('propose', complaintId, plan, { version, ...aProposal('upheld') });
  const { claimLines } = await readFiled((await getComplaintById(staff, complaintId)).complaint);
  const asked = await perform('request-review', complaintId, filer, {
    version: upheld.version,
    refused: claimLines.map(({ id }) => id),
    words: 'We do not agree.',
  });
  const last = isInformed ? await inform(asked, [filer, plan]) : asked;
  return perform('draft-decision', complaintId, staff, {
    version: last.version,
    closureReason: 'DECIDED_FOR_PROVIDER',
    words: TEXT,
  });
}

async function inform(asked: Performed, sides: readonly Actor[]): Promise<Performed> {
  let last = asked;
  for (const side of sides)
    last = await perform('inform', asked.complaintId, side, { version: last.version, words: 'That is all.' });
  return last;
}

function pageOf({ reference }: Performed): string {
  return `/casework/complaints/${reference}`;
}

function draftOn(page: Page): string {
  return page.$('section[aria-labelledby=draft-heading]').text().replace(/\s+/g, ' ');
}

function buttonsOn(page: Page): string[] {
  return page
    .$('.moves a')
    .toArray()
    .map((each) => page.$(each).text());
}
