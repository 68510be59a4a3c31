import { beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../../src/complaint/perform.ts';
import { uploadTo } from '../filing/upload.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import type { Visitor } from '../support/visitor.ts';

const app = testApp();
const LETTER = ['letter-of-the-plan.txt', Buffer.from('We looked at it again.')] as const;

let cast: Cast;
let liaison: Visitor;
let reference: string;
let complaintId: string;
let version: number;

beforeAll(async () => {
  cast = await aCast();
  liaison = await app.signInAs(cast.liaison);
  const presented = await aPresentedComplaint(actor(cast.representative), actor(cast.analyst));
  ({ complaintId, version } = presented);
  reference = presented.reference ?? '';
});

const page = () => `/mco/complaints/${reference}/files`;

describe('A file of the plan', () => {
  it('is added from the complaint’s page, and read by HFS and the provider', async () => {
    const link = (await liaison.get(`/mco/complaints/${reference}`)).$(`a[href="${page()}"]`);
    expect(link.text()).toBe('Add files for HFS and the provider');
    const added = await uploadTo(liaison, page(), [LETTER]);
    expect((await liaison.follow(added)).text).toContain('The file is added.');
    for (const [person, home] of [
      ['analyst', `/casework/complaints/${reference}`],
      ['representative', `/complaints/${reference}`],
    ] as const) {
      const visitor = await app.signInAs(cast[person]);
      const shown = await visitor.get(home);
      expect(shown.text).toMatch(/letter-of-the-plan\.txt .*from the plan/);
      const href = shown.$('a:contains("letter-of-the-plan.txt")').attr('href') ?? '';
      expect((await visitor.get(href)).body).toBe('We looked at it again.');
    }
  });

  it('counts among the plan’s files alone, as the page says', async () => {
    expect((await liaison.get(page())).text).toContain('At most 20 files from the plan');
  });

  it('that lies about its kind is refused by its name, and nothing of it is kept', async () => {
    const refused = await uploadTo(liaison, page(), [['report.pdf', Buffer.from('MZ is no PDF')]]);
    expect(refused.errors.join(' ')).toContain('report.pdf');
    expect((await liaison.get(page())).text).not.toContain('report.pdf');
  });

  it('of another plan has no complaint to go to', async () => {
    const other = await app.signInAs(cast['other liaison']);
    expect((await uploadTo(other, page(), [LETTER])).status).toBe(404);
  });

  it('comes no more once the complaint is closed', async () => {
    const proposed = await perform('propose', complaintId, actor(cast.liaison), {
      version,
      ...aProposal('upheld'),
    });
    await perform('accept', complaintId, actor(cast.representative), { version: proposed.version });
    expect((await liaison.get(page())).location).toBe(`/mco/complaints/${reference}`);
    expect((await uploadTo(liaison, page(), [LETTER])).status).toBe(409);
  });
});
