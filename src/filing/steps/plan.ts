import { z } from 'zod';
import { successorOf } from '../../complaint/plan.ts';
import type { Mco, Reference } from '../../complaint/reference.queries.ts';
import { typedText } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import type { Draft } from '../drafts/draft.ts';
import { planView, programField } from './plan.view.ts';
import { type FormBody, optionalField, readForm } from './read-form.ts';
import type { QuestionStep } from './step.ts';

const PlanForm = z.object({ mcoCode: optionalField(z.string()) });

/** The plan, and the program in which the member is with it. A plan that has ended stands for its successor. */
export const plan: QuestionStep = {
  name: 'plan',
  title: 'Plan',
  isAsked: () => true,
  controls: (body) => ['mcoCode', programField(typedText(body, 'mcoCode'))],
  fill: ({ plan: chosenPlan, programCode }) => ({
    mcoCode: chosenPlan?.code,
    ...(chosenPlan ? { [programField(chosenPlan.code)]: programCode } : {}),
  }),
  read: (body, draft) => {
    const { value, unreadable } = readForm(PlanForm, body);
    const answering = answeringPlan(value.mcoCode, draft);
    const programCode = answering ? programIn(body, value.mcoCode, answering, draft.reference) : null;
    return { changes: { mcoCode: answering?.code ?? null, programCode }, unreadable };
  },
  controlOf: (field, body) => (field === 'programCode' ? programField(typedText(body, 'mcoCode')) : field),
  summary: (draft) => [
    { label: 'Plan', value: draft.plan?.name ?? 'Not chosen yet' },
    { label: 'Program', value: draft.program?.name ?? 'Not chosen yet' },
  ],
  render: (res, page) => renderPage(res, 'filing/plan', planView(page), page.status),
};

/** The plan that answers today for the one that was chosen. */
function answeringPlan(code: string | undefined, { reference, terms }: Draft): Mco | null {
  const found = reference.mcos.find((mco) => mco.code === code);
  if (!found) return null;
  const successor = successorOf(found, terms.today, reference.mcos);
  const isEnded = found.activeTo !== null && successor !== null;
  return isEnded ? (reference.mcos.find((mco) => mco.code === successor.code) ?? null) : found;
}

/** A plan with one program leaves no choice. */
function programIn(
  body: FormBody,
  code: string | undefined,
  answering: Mco,
  { programs }: Reference,
): string | null {
  const sent = typedText(body, programField(code ?? ''));
  const [only, ...more] = answering.programs;
  if (only !== undefined && more.length === 0) return only;
  return programs.find((program) => program.code === sent)?.code ?? null;
}
