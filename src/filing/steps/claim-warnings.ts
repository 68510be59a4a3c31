import { checkClaimLine, type LineContext } from '../../complaint/claim-line.ts';
import { claimLineText } from '../../complaint/claim-line-words.ts';
import type { Gap } from '../../complaint/gap.ts';
import { parseDate } from '../../platform/dates.ts';
import type { Draft } from '../drafts/draft.ts';
import { rowControl } from './claim-sheet.ts';

/** What looks odd in the claims, each told once at the first row that has it. */
export function claimWarnings(draft: Draft): Gap[] {
  const found = [...lineWarnings(draft), ...reasonCodeWarnings(draft)];
  return found.filter((one, index) => found.findIndex(({ text }) => text === one.text) === index);
}

/** The first row of several is named, so that the reader finds it. */
function lineWarnings(draft: Draft): Gap[] {
  const { plan, document, topic, terms } = draft;
  const context: LineContext = {
    ...terms,
    plan,
    filedWithPlanOn: parseDate(document.priorReview.filedOn ?? ''),
    isDisputedClaim: topic?.disputedClaim ?? false,
  };
  return document.claimLines.flatMap((line, row) =>
    checkClaimLine(line, context).warnings.map((warning) => ({
      step: 'claims' as const,
      field: rowControl(row, warning.field),
      text:
        warning.kind === 'outside-the-county'
          ? claimLineText(warning)
          : `Row ${row + 1}: ${claimLineText(warning)}`,
    })),
  );
}

/** A reason code that is mostly about another topic than the one that was chosen. */
function reasonCodeWarnings({ document, topic, reference }: Draft): Gap[] {
  if (!topic?.disputedClaim) return [];
  return document.claimLines.flatMap((line, row) => {
    const hint = reference.carcHints.find(({ carc }) => carc === line.carc);
    const suggested = reference.topics.find(({ code }) => code === hint?.topicCode);
    if (!hint || !suggested || suggested.code === topic.code) return [];
    const text = `Code ${hint.carc} (${hint.meaning}) is mostly a matter of “${suggested.name}”: check the topic`;
    return [{ step: 'claims' as const, field: rowControl(row, 'carc'), text }];
  });
}
