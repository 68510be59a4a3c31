import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { InHand } from '../complaint/in-hand.ts';
import { readNotes, writeNote } from '../complaint/notes.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { Invalid } from '../platform/errors.ts';
import { isId } from '../platform/identifier.ts';
import { fieldError, safeParse, typedText } from './forms.ts';
import { notePageView } from './notes.view.ts';
import type { FieldError, Link } from './pages.ts';
import { renderPage, setFlash } from './rendering.ts';

/** Where an area has its page of notes. */
export interface NotePlace {
  /** The complaint in the request's address, if it is for this account. */
  readonly load: (req: Request) => Promise<InHand>;
  /** The complaint's page. */
  readonly home: (inHand: InHand) => string;
  /** Where the area's complaints are listed. */
  readonly list: Link;
}

export interface NotePages {
  readonly show: RequestHandler;
  readonly write: RequestHandler;
}

/** The page on which a side writes a note for itself, below those that it has. */
export function notePages(place: NotePlace): NotePages {
  return {
    show: async (req, res) => answerWithPage(res, place, await place.load(req), {}),
    write: (req, res) => write(req, res, place),
  };
}

const NoteForm = z.object({
  id: z.string().refine(isId, 'Load this page again, and write the note anew'),
  words: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()),
});

async function write(req: Request, res: Response, place: NotePlace): Promise<void> {
  const inHand = await place.load(req);
  const { body } = req;
  const form = safeParse(NoteForm, body);
  if (!form.ok) return answerWithPage(res, place, inHand, { body, errors: form.errors });
  try {
    await writeNote(inHand.seen, inHand.actor, form.value);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    return answerWithPage(res, place, inHand, { body, errors });
  }
  setFlash(req, 'The note is written.');
  res.redirect(303, `${place.home(inHand)}#notes`);
}

interface Asked {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
}

async function answerWithPage(
  res: Response,
  place: NotePlace,
  inHand: InHand,
  { body, errors = [] }: Asked,
): Promise<void> {
  const notes = await readNotes(inHand.seen, inHand.actor);
  await auditView(inHand.actor, inHand.complaint.id);
  const typed = { id: typedText(body, 'id'), words: typedText(body, 'words'), errors };
  const at = { home: place.home(inHand), list: place.list };
  renderPage(res, 'notes/notes', notePageView(inHand, notes, at, typed));
}
