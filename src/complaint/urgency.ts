/** Whether a complaint is handled on the expedited clocks, and if it cannot be, why. */
export type UrgencyVerdict =
  | { kind: 'ordinary' }
  | { kind: 'urgent'; reason: string }
  | { kind: 'reason-missing' }
  | { kind: 'not-for-this-topic' };

/** Only topics about immediate access to care can be urgent, and only with a reason. */
export function urgency(
  isMarked: boolean,
  reason: string | undefined,
  topic: { urgentPossible: boolean },
): UrgencyVerdict {
  if (!isMarked) return { kind: 'ordinary' };
  if (!topic.urgentPossible) return { kind: 'not-for-this-topic' };
  const given = reason?.trim() ?? '';
  return given === '' ? { kind: 'reason-missing' } : { kind: 'urgent', reason: given };
}
