import { isChannel } from '../messages/channels.ts';
import { NotFound } from '../platform/errors.ts';
import { type MessagePages, messagePages } from '../web/message-pages.ts';
import { caseHref, loadCase } from './load-case.ts';

/** What HFS writes with the representative, and with the plan. */
export const messages: MessagePages = messagePages({
  load: loadCase,
  channelOf: (req) => {
    const asked = String(req.params.channel);
    if (!isChannel(asked)) throw new NotFound();
    return asked;
  },
  home: ({ complaint }) => caseHref(complaint),
  list: { href: '/casework', text: 'Complaints' },
});
