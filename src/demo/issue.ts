import { addStep, commentOnPlan, type StepGiven } from '../complaint/issues/action-plan.ts';
import { linkComplaints } from '../complaint/issues/links.ts';
import { askPlan, openIssue } from '../complaint/issues/manage.ts';
import { setClock, today } from '../platform/clock.ts';
import { newId } from '../platform/identifier.ts';
import { countDemoIssues, listDemoComplaints } from './demo.queries.ts';
import { type Cast, setClockTo } from './play.ts';

const PLAN = 'MERIDIAN';
const CAUSE =
  'Since a release in August an edit bundles the office visit into the procedure on the same day, although modifier 25 was billed. It does so whatever the records show, and disputes are answered with the edit’s own text.';

/** An issue over the newest complaints about one plan's edits; of one of them the plan does not know yet. */
export async function playIssue({ analyst, liaisons }: Cast): Promise<void> {
  const liaison = liaisons.get(PLAN);
  if (!liaison || (await countDemoIssues()) > 0) return;
  const now = today();
  const ids = await listDemoComplaints(PLAN, 'DENIAL_CODING', 3);
  try {
    setClockTo(now.subtract({ days: 4 }), 0);
    const reference = await openIssue(analyst, {
      id: newId(),
      mcoCode: PLAN,
      title: 'Modifier 25 is ignored by a claims edit',
      cause: CAUSE,
    });
    setClockTo(now.subtract({ days: 4 }), 1);
    await linkComplaints(analyst, reference, { ids, references: [] });
    setClockTo(now.subtract({ days: 4 }), 2);
    await askPlan(analyst, reference, { version: 1, dueOn: now.add({ days: 10 }) });
    for (const [turn, step] of steps().entries()) {
      setClockTo(now.subtract({ days: 2 }), turn);
      await addStep(liaison, reference, newId(), step);
    }
    setClockTo(now.subtract({ days: 1 }), 0);
    const words = 'Does the third step reach claims that were denied before the release was found?';
    await commentOnPlan(analyst, reference, { id: newId(), words });
  } finally {
    setClock(null);
  }
}

function steps(): StepGiven[] {
  const now = today();
  return [
    {
      text: 'Switch the edit off for visits with modifier 25.',
      owner: 'Claims configuration',
      dueOn: now,
      doneOn: now.subtract({ days: 1 }),
    },
    {
      text: 'Tell providers by bulletin, and train the reviewers of disputes.',
      owner: 'Provider relations',
      dueOn: now.add({ days: 16 }),
      doneOn: undefined,
    },
    {
      text: 'Reprocess the claims that the edit denied.',
      owner: 'Claims operations',
      dueOn: now.add({ days: 30 }),
      doneOn: undefined,
    },
  ];
}
