import { type NotePages, notePages } from '../web/note-pages.ts';
import { caseHref, loadCase } from './load-case.ts';

/** What HFS writes down for itself. */
export const notes: NotePages = notePages({
  load: loadCase,
  home: ({ complaint }) => caseHref(complaint),
  list: { href: '/casework', text: 'Complaints' },
});
