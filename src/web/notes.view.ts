import type { InHand } from '../complaint/in-hand.ts';
import type { Note } from '../complaint/notes.queries.ts';
import { NOTE_LIMIT } from '../complaint/notes.ts';
import { type ComplaintHead, complaintHead } from '../complaint/presentation/complaint-head.ts';
import { type NotesShown, notesShown } from '../complaint/presentation/notes.ts';
import { NotFound } from '../platform/errors.ts';
import { isId, newId } from '../platform/identifier.ts';
import type { TextareaField } from './fields.ts';
import type { FieldError, Link, PageView } from './pages.ts';
import type { ButtonRow } from './parts.ts';

declare module './pages.ts' {
  interface Pages {
    'notes/notes': NotePageView;
  }
}

export interface NotePageView extends PageView {
  readonly head: ComplaintHead;
  readonly notes: NotesShown;
  readonly form: { readonly id: string; readonly words: TextareaField; readonly buttons: ButtonRow };
}

interface Typed {
  readonly id: string;
  readonly words: string;
  readonly errors: readonly FieldError[];
}

/** A form that comes back keeps the id that it had, so that sent twice it still writes one note. */
export function notePageView(
  inHand: InHand,
  notes: readonly Note[],
  { home, list }: { readonly home: string; readonly list: Link },
  { id, words, errors }: Typed,
): NotePageView {
  const { complaint, seen } = inHand;
  if (seen.party === 'filer') throw new NotFound();
  const shown = notesShown(notes, seen.party, complaint.mco?.name ?? 'the plan', `${home}/notes`);
  return {
    title: shown.heading,
    breadcrumbs: [list, { href: home, text: complaint.reference ?? '' }],
    errors,
    head: complaintHead(complaint, seen.party),
    notes: shown,
    form: {
      id: isId(id) ? id : newId(),
      words: {
        name: 'words',
        label: 'Your note',
        hint: 'It cannot be changed or taken back afterwards.',
        rows: 6,
        maxlength: NOTE_LIMIT,
        value: words,
        errors,
      },
      buttons: {
        buttons: [{ text: 'Write the note' }, { text: 'Back to the complaint', href: home, style: 'link' }],
      },
    },
  };
}
