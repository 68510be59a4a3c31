import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import { formatDate } from '../../src/platform/dates.ts';
import { useBrowser } from '../support/browser.ts';
import { NO_ALBUM, newAlbum } from './support/album.ts';
import { choose, expectHeading, follow, press } from './support/controls.ts';
import { aDisputeFiled, beginDispute, fileDispute, tellClaims, tellDates } from './support/filing-steps.ts';
import { letterTo } from './support/mailbox.ts';
import { at, DEMO, registerConfirmed, signIn } from './support/people.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../samples/explanation-of-payment.pdf');
const NEWCOMER = { name: 'Basil Larkspur', email: 'basil.larkspur@prairie-grove.example' };
const REQUEST = 'Please add the plan’s letter. It shows on which day the plan had your dispute.';
const ANSWER = 'The letter is among the documents now; it names October as we said.';

const browser = useBrowser();
const keep = newAlbum('returned');
let representative: Page;
let analyst: Page;
let reference = '';

beforeAll(async () => {
  representative = await (await browser.context()).newPage();
  analyst = await (await browser.context()).newPage();
  await signIn(analyst, DEMO.analyst);
  await registerConfirmed(representative, analyst, NEWCOMER);
});

describe('A dispute that comes too early', () => {
  it('is not filed: its first day is named, and the draft is kept with all that was typed', async () => {
    const early = aDisputeFiled(10);
    const firstDay = formatDate(today().add({ days: 20 }));
    await beginDispute(representative, NO_ALBUM);
    await tellDates(representative, early, NO_ALBUM);
    await expectHeading(representative, `You can file from ${firstDay}`);
    await keep(representative, 'too-early');
    await follow(representative, 'Go on with the form');
    await tellClaims(representative, early, NO_ALBUM);
    await follow(representative, 'Continue without documents');
    await expectHeading(representative, 'Check your answers');
    expect(await representative.getByRole('main').getByRole('link', { name: 'Continue' }).count()).toBe(0);
    await keep(representative, 'check-too-early');
    await follow(representative, 'Come back later');
    await representative.getByText(`You can file it from ${firstDay}.`).waitFor();
    await keep(representative, 'kept-as-draft');
    expect(await representative.getByRole('link', { name: /^PC-/ }).count()).toBe(0);
    await follow(representative, /^Resume/);
    await expectHeading(representative, `You can file from ${firstDay}`);
  });
});

describe('A complaint that HFS returns for information', () => {
  it('is returned with a list of what is missing', async () => {
    reference = await fileDispute(representative, aDisputeFiled(42));
    await analyst.goto(at(`/casework/complaints/${reference}`));
    await follow(analyst, 'Return for information');
    await choose(analyst, 'A document', 'checkbox');
    await analyst.getByLabel('What the representative should do').fill(REQUEST);
    await keep(analyst, 'return');
    await press(analyst, 'Return for information');
    await analyst.getByText('The complaint is returned').waitFor();
    await keep(analyst, 'waits-for-representative');
  });

  it('asks its representative by mail, who adds the document and answers', async () => {
    const { link } = await letterTo(NEWCOMER.email, `Complaint ${reference} needs information from you`);
    await representative.goto(link);
    const asked = representative.getByRole('region', { name: 'What HFS needs from you' });
    expect(await asked.innerText()).toContain(REQUEST);
    await keep(representative, 'asked');
    await follow(representative, 'Add documents');
    await representative.getByLabel('Choose files').setInputFiles(SAMPLE);
    await press(representative, 'Upload');
    await representative.getByText('The file is added.').waitFor();
    await keep(representative, 'document-added');
    await representative.goto(link);
    await follow(representative, 'Answer HFS');
    await representative.getByLabel('Your answer').fill(ANSWER);
    await keep(representative, 'answer');
    await press(representative, 'Send the information');
    await representative.getByText('Your information is sent to HFS.').waitFor();
    await keep(representative, 'sent-again');
  });

  it('goes on at HFS with the answer, the document and the clock where it stopped', async () => {
    await analyst.goto(at(`/casework/complaints/${reference}`));
    const words = await analyst.getByRole('main').innerText();
    expect(words).toContain(ANSWER);
    expect(words).toContain('explanation-of-payment.pdf');
    expect(words).toContain('HFS is checking it');
    await keep(analyst, 'goes-on');
  });
});
