import { formatDate } from '../platform/dates.ts';
import type { ClosureObstacle } from './closure-obstacle.ts';

/** Why a complaint cannot be closed for the reason that staff chose. */
export function closureObstacleText(obstacle: ClosureObstacle): string {
  switch (obstacle.kind) {
    case 'no-window':
      return 'Choose another reason: this topic has no filing window';
    case 'not-too-early':
      return `Choose another reason: its window opened on ${formatDate(obstacle.from)}, before it was filed`;
    case 'not-too-late':
      return `Choose another reason: its window was open until ${formatDate(obstacle.to)}, and it was filed before that ended`;
    case 'review-open':
      return `Choose another reason: the representative may ask for a Department review until ${formatDate(obstacle.until)}`;
    case 'review-not-open-yet':
      return 'Choose another reason: the representative may ask for a Department review once the plan has answered, or its time to answer is over';
  }
}
