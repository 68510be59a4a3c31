import { type MessagePages, messagePages } from '../web/message-pages.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';

/** What the plan and HFS write to each other. */
export const messages: MessagePages = messagePages({
  load: loadComplaint,
  channelOf: () => 'plan',
  home: ({ complaint }) => complaintHref(complaint),
  list: { href: '/mco', text: 'Complaints' },
});
