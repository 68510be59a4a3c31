import { CLOCK_KINDS, type Policy } from '../../complaint/policy.ts';
import { dateParts } from '../../platform/form-fields.ts';

/** The fields of the form, as they were typed, by their names. */
export type TypedPolicy = Readonly<Record<string, string>>;

/** The form as it begins: with the rules of a version. */
export function policyAsTyped({ filing, clocks }: Policy): TypedPolicy {
  const lengths = CLOCK_KINDS.flatMap((kind) => {
    const { length, urgent } = clocks[kind];
    return [
      [`clocks.${kind}.days`, String(length.days)],
      [`clocks.${kind}.unit`, length.unit],
      [`clocks.${kind}.urgentDays`, urgent ? String(urgent.days) : ''],
      [`clocks.${kind}.urgentUnit`, urgent ? urgent.unit : length.unit],
    ];
  });
  return {
    'filing.opensAfter': String(filing.opensAfter),
    'filing.closesAfter': String(filing.closesAfter),
    'filing.answerIsFreshFor': String(filing.answerIsFreshFor),
    ...(filing.earlyAnswerOpens ? { 'filing.earlyAnswerOpens': 'yes' } : {}),
    ...Object.fromEntries(lengths),
  };
}

const NAME = /^(?:base|filing\.\w{1,30}|clocks\.\w{1,30}\.\w{1,30}|validFrom-(?:month|day|year))$/;

/** The fields of the form among what was sent. */
export function typedPolicy(sent: unknown): TypedPolicy {
  if (typeof sent !== 'object' || sent === null) return {};
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) =>
      NAME.test(name) && typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

/** The three inputs of the first day. */
export function firstDayTyped(typed: TypedPolicy) {
  const { month, day, year } = dateParts(null);
  return {
    month: typed['validFrom-month'] ?? month,
    day: typed['validFrom-day'] ?? day,
    year: typed['validFrom-year'] ?? year,
  };
}
