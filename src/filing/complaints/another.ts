import type { Complaint } from '../../complaint/complaints.queries.ts';
import { newId } from '../../platform/identifier.ts';

/** The button that begins a draft about the same plan and topic, for `filing/_another`. */
export interface Another {
  readonly like: string;
  /** The id of the draft that the button begins. */
  readonly draftId: string;
  readonly style: 'outline' | 'unstyled';
}

export function anotherLike({ reference }: Complaint, style: Another['style']): Another {
  return { like: reference ?? '', draftId: newId(), style };
}
