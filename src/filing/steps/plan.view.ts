import type { Temporal } from 'temporal-polyfill';
import { endOf, successorOf } from '../../complaint/plan.ts';
import type { Mco, Program, Reference } from '../../complaint/reference.queries.ts';
import { formatDate, isAfter, toPlainDate } from '../../platform/dates.ts';
import type { Choice, ChoiceField } from '../../web/fields.ts';
import { typedText } from '../../web/forms.ts';
import type { StepView } from './frame.ts';
import type { StepPage } from './step.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/plan': PlanStepView;
  }
}

export interface PlanStepView extends StepView {
  readonly plans: ChoiceField;
  /** Plans that have ended, each standing for the one that took over; null: there are none. */
  readonly endedPlans: ChoiceField | null;
}

/** The programs of each plan are a question of their own, which only the chosen plan shows. */
export function programField(planCode: string): string {
  return `programCode.${planCode}`;
}

export function planView(page: StepPage): PlanStepView {
  const { frame, draft, body } = page;
  const { today } = draft.terms;
  const { mcos } = draft.reference;
  const value = typedText(body, 'mcoCode');
  const ended = mcos.filter((mco) => endOf(mco, today) !== null && successorOf(mco, today, mcos) !== null);
  return {
    ...frame,
    title: 'Which plan is it about?',
    plans: {
      name: 'mcoCode',
      label: 'Which plan is it about?',
      isHeading: true,
      hint: 'One complaint is about one plan. If two plans are involved, file two complaints.',
      value,
      choices: mcos
        .filter((mco) => endOf(mco, today) === null)
        .map((mco) => ({
          value: mco.code,
          text: mco.name,
          hint: regionHint(mco),
          ...programs(mco, mco, page),
        })),
      errors: frame.errors,
    },
    endedPlans: ended.length === 0 ? null : endedField(ended, value, page),
  };
}

function endedField(ended: readonly Mco[], value: string, page: StepPage): ChoiceField {
  const { today } = page.draft.terms;
  const { mcos } = page.draft.reference;
  return {
    name: 'mcoCode',
    id: 'mcoCode-ended',
    label: 'Plans that have ended',
    value,
    choices: ended.map((mco) => {
      const successor = mcos.find(({ code }) => code === successorOf(mco, today, mcos)?.code) ?? mco;
      return {
        value: mco.code,
        text: mco.name,
        hint: endedHint(mco, successor, today),
        ...programs(mco, successor, page),
      };
    }),
  };
}

/** The programs of the plan that answers, under the plan that was chosen. */
function programs(chosen: Mco, answering: Mco, { draft, body, frame }: StepPage): Pick<Choice, 'reveal'> {
  if (answering.programs.length < 2) return {};
  const name = programField(chosen.code);
  const options: ChoiceField = {
    name,
    label: 'Which program is the member in?',
    ...(chosen === answering ? {} : { hint: `Your complaint will be about ${answering.name}.` }),
    value: typedText(body, name),
    choices: programsOf(answering, draft.reference).map((program) =>
      programChoice(program, draft.terms.today),
    ),
    errors: frame.errors,
  };
  return { reveal: [{ field: 'radios', options }] };
}

function programsOf(mco: Mco, reference: Reference): readonly Program[] {
  return mco.programs.flatMap((code) => reference.programs.find((program) => program.code === code) ?? []);
}

function programChoice(program: Program, today: Temporal.PlainDate): Choice {
  const endedOn = program.activeTo && toPlainDate(program.activeTo);
  const hints = [
    ...(endedOn && isAfter(today, endedOn)
      ? [`Ended on ${formatDate(endedOn)}; choose it for care before that.`]
      : []),
    ...(program.medicaidPortionOnly
      ? ['We take the Medicaid part only. For the Medicare part, ask the plan or Medicare.']
      : []),
  ];
  return { value: program.code, text: program.name, ...(hints.length > 0 ? { hint: hints.join(' ') } : {}) };
}

function regionHint({ region }: Mco): string | undefined {
  return region.toLowerCase() === 'statewide' ? undefined : `${region} County only`;
}

function endedHint(mco: Mco, successor: Mco, today: Temporal.PlainDate): string {
  const endedOn = endOf(mco, today);
  const ended = endedOn ? `Ended on ${formatDate(endedOn)}. ` : '';
  return `${ended}${successor.name} took over its claims and answers for it.`;
}
