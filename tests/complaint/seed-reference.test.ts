import { expect, it } from 'vitest';
import { seedReference } from '../../src/complaint/seed-reference.queries.ts';
import { prisma } from '../../src/platform/database/database.ts';
import { asOwner, useDatabase } from '../support/database.ts';

const database = useDatabase();

function plan(code: string) {
  return prisma().mco.findUniqueOrThrow({ where: { code } });
}

it('What an administrator changed stays changed at the next start, a successor that was removed too', async () => {
  expect(await plan('HARMONY')).toMatchObject({ successorCode: 'MERIDIAN' });
  await prisma().mco.update({ where: { code: 'HARMONY' }, data: { successorCode: null } });
  await prisma().mco.update({
    where: { code: 'ILLINICARE' },
    data: { name: 'Renamed', successorCode: 'BCCHP' },
  });
  await seedReference();
  expect(await plan('HARMONY')).toMatchObject({ successorCode: null });
  expect(await plan('ILLINICARE')).toMatchObject({ name: 'Renamed', successorCode: 'BCCHP' });
});

it('A plan that is missing is made at the next start, with its successor', async () => {
  await asOwner(database.ownerUrl(), `DELETE FROM mco WHERE code = 'NEXTLEVEL'`);
  await seedReference();
  expect(await plan('NEXTLEVEL')).toMatchObject({ successorCode: 'MERIDIAN' });
});
