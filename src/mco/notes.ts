import { type NotePages, notePages } from '../web/note-pages.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';

/** What the plan writes down for itself. */
export const notes: NotePages = notePages({
  load: loadComplaint,
  home: ({ complaint }) => complaintHref(complaint),
  list: { href: '/mco', text: 'Complaints' },
});
