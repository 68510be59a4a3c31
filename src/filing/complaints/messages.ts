import { type MessagePages, messagePages } from '../../web/message-pages.ts';
import { complaintHref, loadComplaint } from './load-complaint.ts';

/** What the representative and HFS write to each other. */
export const messages: MessagePages = messagePages({
  load: loadComplaint,
  channelOf: () => 'provider',
  home: ({ complaint }) => complaintHref(complaint),
  list: { href: '/complaints', text: 'My complaints' },
});
