import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { listAttachments } from '../attachments/attachments.queries.ts';
import { uploadFiles, uploadOutcome } from '../attachments/receive.ts';
import type { UploadTarget } from '../attachments/receive-file.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { progressOf } from '../complaint/presentation/complaint-facts.ts';
import { OPEN_STATUSES } from '../complaint/status.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { type Channel, mayUse } from '../messages/channels.ts';
import { listMessages, markRead } from '../messages/messages.queries.ts';
import { sendMessage } from '../messages/send-message.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import { isId } from '../platform/identifier.ts';
import { hasToken } from './csrf.ts';
import { fieldError, safeParse, typedText } from './forms.ts';
import { FILES_FIELD, messagesView } from './messages.view.ts';
import type { FieldError } from './pages.ts';
import { renderPage, setFlash } from './rendering.ts';

/** Where an area has its pages of messages. */
export interface MessagePlace {
  /** The complaint in the request's address, if it is for this account. */
  readonly load: (req: Request) => Promise<InHand>;
  readonly channelOf: (req: Request) => Channel;
  /** The complaint's page. */
  readonly home: (inHand: InHand) => string;
  /** Where the area's complaints are listed. */
  readonly list: { readonly href: string; readonly text: string };
}

export interface MessagePages {
  readonly show: RequestHandler;
  /** Decides where a message goes, before a byte of its files is read. */
  readonly begin: RequestHandler;
  readonly receive: RequestHandler;
  readonly send: RequestHandler;
}

interface Underway {
  readonly inHand: InHand;
  readonly channel: Channel;
}

/** The page of a channel's messages with the form for another. Reading it marks them as read. */
export function messagePages(place: MessagePlace): MessagePages {
  const underway = new WeakMap<Request, Underway>();
  const take = async (req: Request): Promise<Underway> => {
    const inHand = await place.load(req);
    const channel = place.channelOf(req);
    const { complaint, party } = inHand.seen;
    if (!mayUse(channel, party, progressOf(complaint))) throw new NotFound();
    return { inHand, channel };
  };
  const begun = (req: Request): Underway => {
    const known = underway.get(req);
    if (!known) throw new NotFound();
    return known;
  };
  return {
    show: async (req, res) => answerWithPage(res, place, await take(req), {}),
    begin: async (req, _res, next) => {
      underway.set(req, await take(req));
      next();
    },
    receive: uploadFiles({
      field: FILES_FIELD,
      checkToken: hasToken,
      target: (req) => targetOf(begun(req)),
    }),
    send: (req, res) => send(req, res, place, begun(req)),
  };
}

const SIDES = { filer: 'provider', staff: 'hfs', plan: 'mco' } as const;

function targetOf({ inHand: { actor, seen }, channel }: Underway): UploadTarget {
  const side = SIDES[seen.party];
  return { complaintId: seen.complaint.id, side, actor, channel, openIn: OPEN_STATUSES };
}

const MessageForm = z.object({
  id: z.string().refine(isId),
  words: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()),
});

/** Sends what was written, unless a file was refused: then nothing is sent, and what came well waits on the form. */
async function send(req: Request, res: Response, place: MessagePlace, at: Underway): Promise<void> {
  const { inHand, channel } = at;
  const refused = uploadOutcome(req).problems.map(({ fileName, problem }) =>
    fieldError(FILES_FIELD, `${fileName}: ${problem}`),
  );
  const form = safeParse(MessageForm, req.body);
  if (!form.ok || refused.length > 0) {
    return answerWithPage(res, place, at, { body: req.body, errors: refused });
  }
  try {
    await sendMessage(inHand.seen, channel, inHand.actor, form.value);
  } catch (error) {
    if (error instanceof Conflict)
      return answerWithPage(res, place, at, { body: req.body, fault: error.message });
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    return answerWithPage(res, place, at, { body: req.body, errors });
  }
  setFlash(req, 'Your message is sent.');
  res.redirect(303, req.originalUrl);
}

interface Asked {
  readonly body?: unknown;
  readonly errors?: readonly FieldError[];
  /** Why nothing can be sent any more. */
  readonly fault?: string;
}

async function answerWithPage(
  res: Response,
  place: MessagePlace,
  { inHand, channel }: Underway,
  { body, errors = [], fault }: Asked,
): Promise<void> {
  const { actor, complaint, seen } = inHand;
  const [messages, files] = await Promise.all([
    listMessages(complaint.id, channel),
    listAttachments(complaint.id, channel),
  ]);
  await auditView(actor, complaint.id);
  await markRead(complaint.id, channel, { accountId: actor.accountId ?? '', party: seen.party });
  const view = messagesView(inHand, {
    channel,
    messages,
    files,
    home: place.home(inHand),
    list: place.list,
    words: typedText(body, 'words'),
    errors,
    fault: fault ?? null,
  });
  renderPage(res, 'messages/messages', view, fault ? 409 : undefined);
}
