import { formatInstant } from '../../platform/dates.ts';
import type { Party } from '../actor.ts';
import type { Note } from '../notes.queries.ts';
import { instantOf } from './moments.ts';

/** The notes of the reader's own side, for `_parts/notes`. */
export interface NotesShown {
  readonly heading: string;
  /** Who reads them. */
  readonly hint: string;
  readonly notes: readonly NoteShown[];
  readonly empty: string;
  /** Where another is written. */
  readonly write: { readonly href: string; readonly text: string };
}

export interface NoteShown {
  readonly author: string;
  readonly when: string;
  readonly datetime: string;
  readonly paragraphs: readonly string[];
}

/** @param href the page on which another is written */
export function notesShown(
  notes: readonly Note[],
  party: Exclude<Party, 'filer'>,
  planName: string,
  href: string,
): NotesShown {
  return {
    ...(party === 'staff' ? OF_STAFF : ofPlan(planName)),
    notes: notes.map(noteShown),
    empty: 'No note is written yet.',
    write: { href, text: 'Write a note' },
  };
}

const OF_STAFF = {
  heading: 'Internal notes',
  hint: 'Read by HFS staff alone: neither the provider nor the plan sees them.',
};

function ofPlan(planName: string): { heading: string; hint: string } {
  return {
    heading: 'Private notes',
    hint: `Read by the liaisons of ${planName} alone: neither HFS nor the provider sees them.`,
  };
}

function noteShown({ authorName, at, words }: Note): NoteShown {
  return {
    author: authorName,
    when: formatInstant(instantOf(at)),
    datetime: at.toISOString(),
    paragraphs: words.split(/\n{2,}/).filter((paragraph) => paragraph !== ''),
  };
}
