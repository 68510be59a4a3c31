import type { Alert } from '../../web/parts.ts';
import type { Candidate } from './candidates.ts';

/**
 * Warns of plans to which something would be presented, and of which nobody can sign in.
 * @param withLiaison the codes of the plans of which somebody can
 */
export function silentAlert(
  presented: readonly Pick<Candidate, 'mcoCode' | 'planName'>[],
  withLiaison: readonly string[],
): Alert[] {
  const silent = new Map(
    presented
      .filter(({ mcoCode }) => !withLiaison.includes(mcoCode))
      .map((each) => [each.mcoCode, each.planName]),
  );
  if (silent.size === 0) return [];
  return [
    {
      type: 'warning',
      heading: silent.size === 1 ? 'Nobody of this plan can sign in' : 'Nobody of these plans can sign in',
      text: `Nobody is told by mail, and the time to answer runs all the same: ${[...silent.values()].join(', ')}.`,
    },
  ];
}
