import type { Reference } from '../complaint/reference.queries.ts';
import { toPlainDate } from '../platform/dates.ts';
import type { Dimension } from './measures.ts';

/** One of the lines into which complaints are broken down. */
export interface Member {
  readonly code: string;
  readonly name: string;
  readonly note?: string | undefined;
}

export type Breakdowns = Readonly<Record<Dimension, readonly Member[]>>;

/** Every plan, provider group and category there is, with complaints or without, in the order of the tables. */
export function breakdownsOf(reference: Pick<Reference, 'mcos' | 'providerTypes' | 'topics'>): Breakdowns {
  const groups = reference.providerTypes.map(({ reportingGroup: name }) => ({ code: groupCode(name), name }));
  const categories = reference.topics.map((topic) => ({
    code: topic.categoryCode,
    name: topic.categoryName,
  }));
  return {
    plan: reference.mcos.map(planMember).sort(byNoteThenName),
    group: onePerCode(groups).sort(byName),
    category: onePerCode(categories),
  };
}

/** The code of a reporting group: "Health centers (FQHC / RHC)" is HEALTH_CENTERS_FQHC_RHC. */
export function groupCode(reportingGroup: string): string {
  return (
    reportingGroup
      .toUpperCase()
      .match(/[A-Z0-9]+/g)
      ?.join('_') ?? 'OTHER'
  );
}

function planMember({ code, name, activeTo }: Reference['mcos'][number]): Member {
  if (!activeTo) return { code, name };
  const end = toPlainDate(activeTo);
  return {
    code,
    name,
    note: `contract ended ${end.toLocaleString('en-US', { month: 'long', year: 'numeric' })}`,
  };
}

function onePerCode(members: readonly Member[]): Member[] {
  return [...new Map(members.map((member) => [member.code, member])).values()];
}

/** Plans under contract first. */
function byNoteThenName(a: Member, b: Member): number {
  return Number(a.note !== undefined) - Number(b.note !== undefined) || byName(a, b);
}

/** "Other" last. */
function byName(a: Member, b: Member): number {
  return Number(a.code === 'OTHER') - Number(b.code === 'OTHER') || a.name.localeCompare(b.name, 'en-US');
}
