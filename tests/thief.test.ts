import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { receiveFile } from '../src/attachments/receive-file.ts';
import type { Actor } from '../src/complaint/actor.ts';
import { getComplaintById } from '../src/complaint/complaints.queries.ts';
import { logAttempt } from '../src/complaint/contact-log.ts';
import { saveDraft } from '../src/complaint/drafts.ts';
import { CERTIFICATIONS } from '../src/complaint/move-details.ts';
import { writeNote } from '../src/complaint/notes.ts';
import { perform } from '../src/complaint/perform.ts';
import { replaceWaiting } from '../src/mco/answers/waiting.queries.ts';
import { today } from '../src/platform/clock.ts';
import { newId } from '../src/platform/identifier.ts';
import { testApp } from './support/app.ts';
import { aClaimLine, actor, aDispute, aDraft, aProposal } from './support/complaints.ts';
import { asOwner } from './support/database.ts';
import { sentMail } from './support/mail.ts';
import { aLiaison, anAnalyst, aRepresentative } from './support/personas.ts';

const app = testApp();

/** What a thief looks for: every kind of PHI that a person types or uploads. None occurs anywhere by chance. */
const SECRETS = {
  lastName: 'Quillfeather',
  firstName: 'Thessalonia',
  rin: '739184625',
  claimNumber: 'CLM-ZX-88172-QF',
  trackingNumber: 'TRK-90417-QZ',
  contact: 'Marmaduke at provider services',
  answer: 'They said the umbrella clause forbids it',
  story: 'A walrus-shaped clerical error befell this claim',
  resolution: 'Repaint the invoice in periwinkle',
  returned: 'Kindly append the marmalade receipt',
  resubmitted: 'The marmalade receipt is enclosed herewith',
  proposal: 'We concede the walrus point entirely',
  outcome: 'The plan shall pay by zeppelin',
  planNote: 'The walrus desk is the place to call',
  staffNote: 'Nobody at the walrus desk picks up',
  attempt: 'The parrot took a message for the biller',
  waiting: 'A filled file mentions the periwinkle annex',
  fileName: 'quillfeather-explanation.txt',
  fileBytes: 'Sapphire ledger of the thirteenth moon',
} as const;

beforeAll(async () => {
  const filer = actor(await aRepresentative());
  const analyst = actor(await anAnalyst());
  const liaison = actor(await aLiaison());
  const { id } = await aDraft(filer);
  const version = await saveDraft(id, filer, 1, secretAnswers());
  const target = { complaintId: id, side: 'provider', openIn: ['draft'], actor: filer } as const;
  await receiveFile(
    target,
    SECRETS.fileName,
    Readable.from([Buffer.from(`${SECRETS.fileBytes}\n`.repeat(50_000))]),
  );
  const filed = await perform('submit', id, filer, { version, certification: [...CERTIFICATIONS] });
  const returned = await perform('return', id, analyst, {
    version: filed.version,
    missing: ['document'],
    words: SECRETS.returned,
  });
  const sent = await perform('resubmit', id, filer, {
    version: returned.version,
    words: SECRETS.resubmitted,
  });
  const presented = await perform('present', id, analyst, {
    version: sent.version,
    priorReviewConfirmed: true,
  });
  await writeAside(id, liaison, analyst);
  const proposed = await perform('propose', id, liaison, {
    version: presented.version,
    ...aProposal('overturned', SECRETS.proposal),
  });
  const details = { version: proposed.version, closureReason: 'RESOLVED_BY_MCO', words: SECRETS.outcome };
  await perform('close', id, analyst, details);
  const browser = await app.signInAs(await ownerOf(id));
  expect((await browser.get(`/complaints/${filed.reference}`)).text).toContain(SECRETS.story);
}, 60_000);

describe('A thief', () => {
  it('who takes a dump of every table finds no name, number, word or file', async () => {
    const dump = await dumpOfEveryTable();
    expect(dump.length).toBeGreaterThan(50_000);
    expect(dump).toContain('Meridian');
    expect(secretsIn(dump)).toEqual([]);
  });

  it('who takes the disk, with the journal and what was overwritten, finds none either', async () => {
    await asOwner(app.ownerUrl(), 'CHECKPOINT');
    const folder = inject('databaseFolder');
    const [database] = (
      await asOwner(app.ownerUrl(), 'SELECT oid FROM pg_database WHERE datname = current_database()')
    ).rows;
    const places = [path.join(folder, 'base', String(database.oid)), path.join(folder, 'pg_wal')];
    const disk = readAll(places);
    const found = new Set(disk.flatMap(secretsIn));
    expect(disk.some((bytes) => bytes.includes('Prairie Grove Clinic'))).toBe(true);
    expect([...found]).toEqual([]);
  });

  it('who opens the mail finds none', async () => {
    const mail = (await sentMail()).map((each) => `${each.subject}\n${each.text}`).join('\n');
    expect(mail).toContain('is closed');
    expect(secretsIn(mail)).toEqual([]);
  });
});

/** Read anew when the server renames a piece of its journal meanwhile: none is to be missed. */
function readAll(places: readonly string[], triesLeft = 20): string[] {
  try {
    return places.flatMap(filesBelow).map((file) => readFileSync(file).toString('latin1'));
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isGone || triesLeft === 0) throw error;
    return readAll(places, triesLeft - 1);
  }
}

function secretAnswers() {
  const { claimLines: _, ...dispute } = aDispute().document ?? {};
  return {
    document: {
      ...dispute,
      priorReview: {
        ...dispute.priorReview,
        trackingNumber: SECRETS.trackingNumber,
        contact: SECRETS.contact,
        answer: SECRETS.answer,
      },
      claimLines: [
        aClaimLine({
          memberFirstName: SECRETS.firstName,
          memberLastName: SECRETS.lastName,
          rin: SECRETS.rin,
          claimNumber: SECRETS.claimNumber,
        }),
      ],
      story: { whatHappened: SECRETS.story, resolutionSought: SECRETS.resolution },
    },
  };
}

/** What the plan and HFS write down beside the moves. */
async function writeAside(id: string, liaison: Actor, analyst: Actor): Promise<void> {
  const seen = await getComplaintById(liaison, id);
  await writeNote(seen, liaison, { id: newId(), words: SECRETS.planNote });
  const words = SECRETS.staffNote;
  await writeNote(await getComplaintById(analyst, id), analyst, { id: newId(), words });
  await logAttempt(seen, liaison, {
    id: newId(),
    on: today(),
    how: 'phone',
    withWhom: SECRETS.lastName,
    referenceNumber: undefined,
    outcome: SECRETS.attempt,
  });
  const texts = { reason: SECRETS.waiting, claimNumber: SECRETS.claimNumber, member: SECRETS.lastName };
  await replaceWaiting(
    { accountId: liaison.accountId ?? '', mcoCode: liaison.mcoCode ?? '' },
    { rows: [{ row: 2, texts, marks: {}, isRagged: false }], versions: {}, results: [] },
  );
}

async function ownerOf(complaintId: string): Promise<{ email: string }> {
  const sql = 'SELECT a.email FROM account a JOIN complaint c ON c.filed_by_id = a.id WHERE c.id = $1';
  return (await asOwner(app.ownerUrl(), sql, [complaintId])).rows[0];
}

/** Every row of every table as text, and every binary value as the bytes that it holds: what a dump would give away. */
async function dumpOfEveryTable(): Promise<string> {
  const tables = await asOwner(
    app.ownerUrl(),
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.rows.length).toBeGreaterThan(20);
  const dumps: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await asOwner(app.ownerUrl(), `SELECT t.*, t::text AS whole_row FROM ${name} t`);
    for (const row of rows) for (const value of Object.values(row)) dumps.push(asText(value));
  }
  return dumps.join('\n');
}

function asText(value: unknown): string {
  if (Buffer.isBuffer(value)) return `${value.toString('latin1')}\n${value.toString('utf8')}`;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Also as hexadecimal and base64, which hide nothing. */
function secretsIn(text: string): string[] {
  return Object.entries(SECRETS)
    .filter(([, secret]) => spellings(secret).some((spelling) => text.includes(spelling)))
    .map(([name]) => name);
}

function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('hex'), bytes.toString('base64').replace(/.{3}=*$/, '')];
}
