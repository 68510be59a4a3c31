import { z } from 'zod';
import { typedText } from '../../web/forms.ts';
import { renderPage } from '../../web/rendering.ts';
import { type FormBody, optionalChoice, readForm } from './read-form.ts';
import { SCREENING_CHOICES, screeningView } from './screening.view.ts';
import type { QuestionStep } from './step.ts';

const ScreeningForm = z.object({ program: optionalChoice(SCREENING_CHOICES) });

/** Only Medicaid managed care goes on; the other answers lead to where they are taken, and nothing of them is kept. */
export const screening: QuestionStep = {
  name: 'screening',
  title: 'Coverage',
  isAsked: () => true,
  controls: () => ['program'],
  fill: ({ document }) => ({ program: document.screening?.program }),
  read: (body) => {
    const { value, unreadable } = readForm(ScreeningForm, body);
    const answer = value.program === 'managed-care' ? { program: value.program } : undefined;
    return { changes: { document: { screening: answer } }, unreadable };
  },
  barriers: (gaps, _draft, body) => (isAnswered(body) ? [] : gaps),
  detour: (_draft, body) => {
    const program = typedText(body, 'program');
    return program === 'managed-care' ? null : program;
  },
  summary: ({ document }) => [
    { label: 'Kind of coverage', value: document.screening ? 'Medicaid managed care' : 'Not said yet' },
  ],
  render: (res, page) => renderPage(res, 'filing/screening', screeningView(page), page.status),
};

function isAnswered(body: FormBody): boolean {
  return SCREENING_CHOICES.some((choice) => choice === body.program);
}
