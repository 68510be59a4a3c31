import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { prisma, type Transaction, transaction } from '../platform/database/database.ts';
import { FIRST_POLICY } from './policy.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../prisma/reference');

type Row = Readonly<Record<string, string>>;

/**
 * Puts the reference data of `prisma/reference` where it is missing. What is there stays as it is: administrators
 * may have changed it.
 */
export async function seedReference(): Promise<void> {
  const db = prisma();
  await transaction(seedMcos);
  await db.program.createMany({
    data: rows('programs').map((row) => ({
      code: text(row, 'code'),
      name: text(row, 'name'),
      activeFrom: date(row, 'active_from'),
      activeTo: optionalDate(row, 'active_to'),
      medicaidPortionOnly: flag(row, 'medicaid_portion_only'),
    })),
    skipDuplicates: true,
  });
  await db.providerType.createMany({
    data: rows('provider-types').map((row) => ({
      code: text(row, 'code'),
      name: text(row, 'name'),
      reportingGroup: text(row, 'reporting_group'),
      atypical: flag(row, 'atypical'),
    })),
    skipDuplicates: true,
  });
  await db.topic.createMany({
    data: rows('topics').map((row, position) => ({
      code: text(row, 'topic_code'),
      name: text(row, 'topic'),
      categoryCode: text(row, 'category_code'),
      categoryName: text(row, 'category'),
      disputedClaim: flag(row, 'disputed_claim'),
      memberRequired: flag(row, 'member_required'),
      urgentPossible: flag(row, 'urgent_possible'),
      position,
    })),
    skipDuplicates: true,
  });
  await db.closureReason.createMany({
    data: rows('closure-reasons').map((row, position) => ({
      code: text(row, 'code'),
      label: text(row, 'label'),
      countsAs: oneOf(['ineligible', 'resolved', 'withdrawn'] as const, text(row, 'counts_as')),
      outcome: row.outcome || null,
      after: oneOf(['intake', 'mco', 'review', 'any'] as const, text(row, 'after')),
      position,
    })),
    skipDuplicates: true,
  });
  await db.holiday.createMany({
    data: rows('holidays').map((row) => ({ date: date(row, 'date'), name: text(row, 'name') })),
    skipDuplicates: true,
  });
  await db.carcHint.createMany({
    data: rows('carc-hints').map((row) => ({
      carc: text(row, 'carc'),
      meaning: text(row, 'meaning'),
      topicCode: text(row, 'topic_code'),
    })),
    skipDuplicates: true,
  });
  await db.policy.createMany({
    data: [{ version: 1, validFrom: new Date('2017-02-08'), document: FIRST_POLICY }],
    skipDuplicates: true,
  });
}

/** A successor has to be there before it can be named, and is named only for those that are made here. */
async function seedMcos(tx: Transaction): Promise<void> {
  const made = await tx.mco.createManyAndReturn({
    data: mcosWithoutSuccessors(),
    skipDuplicates: true,
    select: { code: true },
  });
  const codes = new Set(made.map((mco) => mco.code));
  for (const row of rows('mcos')) {
    const code = text(row, 'code');
    if (!row.successor || !codes.has(code)) continue;
    await tx.mco.update({ where: { code }, data: { successorCode: row.successor } });
  }
}

function mcosWithoutSuccessors() {
  return rows('mcos').map((row) => ({
    code: text(row, 'code'),
    name: text(row, 'name'),
    programs: text(row, 'programs').split('|'),
    region: text(row, 'region'),
    activeFrom: date(row, 'active_from'),
    activeTo: optionalDate(row, 'active_to'),
    trackingNumberPattern: row.tracking_number_pattern || null,
    trackingNumberHint: row.tracking_number_hint || null,
  }));
}

function rows(name: string): Row[] {
  return parse<Row>(readFileSync(path.join(FOLDER, `${name}.csv`)), { columns: true, bom: true });
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (!value) throw new Error(`A row of the reference data has no ${column}`);
  return value;
}

function date(row: Row, column: string): Date {
  return new Date(text(row, column));
}

function optionalDate(row: Row, column: string): Date | null {
  return row[column] ? date(row, column) : null;
}

function flag(row: Row, column: string): boolean {
  return oneOf(['yes', 'no'] as const, text(row, column)) === 'yes';
}

function oneOf<const Value extends string>(values: readonly Value[], value: string): Value {
  const found = values.find((each) => each === value);
  if (found === undefined)
    throw new Error(`The reference data says ${value} where it may say ${values.join(', ')}`);
  return found;
}
