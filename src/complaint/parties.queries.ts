import type { Prisma } from '../platform/database/generated/client.ts';

/** What a query of a complaint reads beside its own columns, for `partyOf` to judge. */
export const PARTIES = {
  authorization: {
    select: {
      agentId: true,
      startsOn: true,
      endsOn: true,
      endedAt: true,
      agent: { select: { name: true, standing: true } },
    },
  },
  shares: { where: { endedAt: null }, select: { accountId: true } },
} satisfies Prisma.ComplaintInclude;

/** The same with the columns, for a query that reads nothing else. */
export const PARTIES_ALONE = {
  status: true,
  organizationId: true,
  representativeId: true,
  mcoCode: true,
  presentedAt: true,
  ...PARTIES,
} satisfies Prisma.ComplaintSelect;
