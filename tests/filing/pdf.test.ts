import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { perform } from '../../src/complaint/perform.ts';
import { newId } from '../../src/platform/identifier.ts';
import { makePdf } from '../../src/platform/pdf/make-pdf.ts';
import { testApp } from '../support/app.ts';
import { aClaimLine, actor, aDispute, aPresentedComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { anAnalyst, aRepresentative } from '../support/personas.ts';
import { bytesOf, type Visitor } from '../support/visitor.ts';
import { uploadTo } from './upload.ts';

const app = testApp();
let owner: AccountProfile;
let visitor: Visitor;
let analyst: Visitor;
let reference: string;
let complaintId: string;

beforeAll(async () => {
  owner = await aRepresentative();
  const staff = await anAnalyst();
  visitor = await app.signInAs(owner);
  analyst = await app.signInAs(staff);
  const lines = [aClaimLine({ memberLastName: 'Ñuñez' }), aClaimLine({ claimNumber: 'CL-TWO' })];
  const presented = await aPresentedComplaint(actor(owner), actor(staff), aDispute({ claimLines: lines }));
  reference = presented.reference ?? '';
  complaintId = presented.complaintId;
  const message = { id: newId(), words: 'When will the plan answer?' };
  await uploadTo(visitor, `/complaints/${reference}/messages`, [], message);
  const forPlan = { id: newId(), words: 'Only for the plan.' };
  await uploadTo(analyst, `/casework/complaints/${reference}/plan/messages`, [], forPlan);
});

describe('A complaint as a PDF', () => {
  it('says all that its representative may see, and no more', async () => {
    const { text, title } = await read(visitor, `/complaints/${reference}/complaint.pdf`);
    expect(title).toBe(`Complaint ${reference}`);
    for (const words of [
      'With the MCO',
      'Meridian Health Plan of Illinois',
      'The claim was denied as late.',
      'Ñuñez, Wren',
      'RIN 205755710',
      'CL-TWO',
      'M-TRACK-77',
      '89 Ill. Adm. Code 140.75(d)',
      'When will the plan answer?',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Only for the plan.');
  });

  it('says to HFS what each side wrote', async () => {
    const { text } = await read(analyst, `/casework/complaints/${reference}/complaint.pdf`);
    expect(text).toContain('When will the plan answer?');
    expect(text).toContain('Only for the plan.');
  });

  it('is tagged, with a title, a language and headings in their order', async () => {
    const { document, structure } = await read(visitor, `/complaints/${reference}/complaint.pdf`);
    const marks = new Map([
      ['Marked', true],
      ['UserProperties', false],
      ['Suspects', false],
    ]);
    expect(await document.getMarkInfo()).toEqual(marks);
    expect((await document.getMetadata()).info).toMatchObject({ Language: 'en-US' });
    const roles = rolesIn(structure);
    expect(roles.filter((role) => /^H\d$/.test(role))[0]).toBe('H1');
    expect(new Set(roles)).toEqual(
      expect.objectContaining(new Set(['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD'])),
    );
  });

  it('is noted in the log before it is sent', async () => {
    const before = await viewsOf();
    await read(visitor, `/complaints/${reference}/complaint.pdf`);
    expect(await viewsOf()).toBe(before + 1);
  });

  it('is nobody else’s', async () => {
    const other = await app.signInAs(await aRepresentative());
    for (const name of ['complaint.pdf', 'receipt.pdf']) {
      expect((await other.get(`/complaints/${reference}/${name}`)).status).toBe(404);
    }
  });
});

describe('The receipt', () => {
  it('says what was received and what is due, and names no member or claim', async () => {
    const { text } = await read(visitor, `/complaints/${reference}/receipt.pdf`);
    expect(text).toContain(reference);
    expect(text).toContain(owner.name);
    expect(text).toContain('$241.00');
    expect(text).toContain('Answer with a written proposal');
    for (const word of ['Okafor', 'Ñuñez', '205755710', 'CL260000001', 'denied as late']) {
      expect(text).not.toContain(word);
    }
  });

  it('is offered for a complaint that is closed too', async () => {
    const staff = await anAnalyst();
    const done = await aPresentedComplaint(actor(owner), actor(staff));
    await perform('withdraw', done.complaintId, actor(owner), { version: done.version });
    const { text } = await read(visitor, `/complaints/${done.reference}/receipt.pdf`);
    expect(text).not.toContain('What happens next');
  });
});

it('A table that runs over pages keeps its columns’ names, once in the reading order', async () => {
  const rows = Array.from({ length: 120 }, (_, row) => [`Row ${row}`, 'x']);
  const bytes = await makePdf({
    title: 'Long',
    footer: 'Long',
    parts: [{ kind: 'table', columns: [{ text: 'Name of the row' }, { text: 'Value' }], rows }],
  });
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  expect(document.numPages).toBeGreaterThan(2);
  const texts = await pagesOf(document);
  for (const text of texts) expect(text).toContain('Name of the row');
  expect(texts.join(' ').match(/Row \d+/g)).toHaveLength(120);
  // The tree of each page begins with the way to it from the root; the names of the columns have their text on the first.
  const [first, ...others] = await treesOf(document);
  expect(headersWithText(first)).toBe(2);
  expect(others.map(headersWithText)).toEqual(others.map(() => 0));
});

it.each([['heading'], ['paragraph']] as const)(
  'A page on which a %s is begun ends every mark that begins on it',
  async (kind) => {
    const parts = Array.from({ length: 90 }, (_, at) =>
      kind === 'heading'
        ? ({ kind, level: 2, text: `Heading ${at}` } as const)
        : ({ kind, text: `Paragraph ${at}. `.repeat(40) } as const),
    );
    const bytes = await makePdf({ title: 'Long', footer: 'Long', parts });
    const pages = contentsOf(bytes);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const depths = depthsOfMarks(page);
      expect(Math.max(...depths)).toBe(1);
      expect(Math.min(...depths)).toBe(0);
      expect(depths.at(-1)).toBe(0);
    }
  },
);

/** What is drawn on each page: the streams that draw text. */
function contentsOf(pdf: Buffer): string[] {
  const streams = pdf.toString('latin1').matchAll(/stream\r?\n(.*?)\r?\nendstream/gs);
  return [...streams].flatMap(([, packed = '']) => {
    try {
      const text = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
      return text.includes(' Tf') ? [text] : [];
    } catch {
      return [];
    }
  });
}

/** How deep one is in marked content after each operator that begins or ends a mark. */
function depthsOfMarks(content: string): number[] {
  let depth = 0;
  return (content.match(/\b(?:BMC|BDC|EMC)\b/g) ?? []).map((operator) => {
    depth += operator === 'EMC' ? -1 : 1;
    return depth;
  });
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type Tree = Awaited<ReturnType<Awaited<ReturnType<Document['getPage']>>['getStructTree']>>;

async function read(who: Visitor, href: string) {
  const answer = await who.agent.get(href).buffer(true).parse(bytesOf);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('application/pdf');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
  const document = await getDocument({ data: new Uint8Array(answer.body) }).promise;
  const title = String(
    Object.entries((await document.getMetadata()).info).find(([name]) => name === 'Title')?.[1],
  );
  const [structure = null] = await treesOf(document);
  return { document, title, text: (await pagesOf(document)).join(' '), structure };
}

async function pagesOf(document: Document): Promise<string[]> {
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
      return words.replace(/\s+/g, ' ');
    }),
  );
}

async function treesOf(document: Document): Promise<Tree[]> {
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  return Promise.all(numbers.map(async (number) => (await document.getPage(number)).getStructTree()));
}

/** How many column or row names of a page's structure have their text on that page. */
function headersWithText(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null || !('children' in tree) || !Array.isArray(tree.children))
    return 0;
  const isHeader = 'role' in tree && tree.role === 'TH';
  if (isHeader) return tree.children.some((child: { type?: string }) => child.type === 'content') ? 1 : 0;
  return tree.children.reduce((sum: number, child) => sum + headersWithText(child), 0);
}

/** The roles of a structure, in reading order. */
function rolesIn(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const own = 'role' in tree && typeof tree.role === 'string' ? [tree.role] : [];
  const children = 'children' in tree && Array.isArray(tree.children) ? tree.children : [];
  return [...own, ...children.flatMap(rolesIn)];
}

async function viewsOf(): Promise<number> {
  const sql =
    "SELECT count(*)::int AS count FROM audit_event WHERE action = 'complaint.view' AND complaint_id = $1";
  return (await asOwner(app.ownerUrl(), sql, [complaintId])).rows[0].count;
}
