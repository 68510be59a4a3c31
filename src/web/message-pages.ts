import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { listAttachments } from '../attachments/attachments.queries.ts';
import { uploadFiles, uploadOutcome } from '../attachments/receive.ts';
import type { UploadTarget } from '../attachments/receive-file.ts';
import { sideOf } from '../attachments/side.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { progressOf } from '../complaint/presentation/complaint-facts.ts';
import { OPEN_STATUSES } from '../complaint/status.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { type Channel, mayUse } from '../messages/channels.ts';
import { listMessages, markRead } from '../messages/messages.queries.ts';
import { type MessageWritten, sendMessage } from '../messages/send-message.ts';
import { type Outbox, takeBack } from '../messages/unsent-files.queries.ts';
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
      findAltered,
      target: (req) => targetOf(begun(req)),
    }),
    send: (req, res) => send(req, res, place, begun(req)),
  };
}

function targetOf({ inHand: { actor, seen }, channel }: Underway): UploadTarget {
  const side = sideOf(seen.party);
  return { complaintId: seen.complaint.id, side, actor, channel, openIn: OPEN_STATUSES };
}

const MessageForm = z.object({
  id: z.string().refine(isId),
  words: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  /** A file that its author takes back: then nothing is sent. */
  remove: z.string().refine(isId).optional(),
});

function findAltered(req: Request): string | null {
  const form = safeParse(MessageForm, req.body);
  return form.ok ? null : (form.errors[0]?.field ?? 'words');
}

/** Sends what was written, unless a file was refused: then nothing is sent, and what came well waits on the form. */
async function send(req: Request, res: Response, place: MessagePlace, at: Underway): Promise<void> {
  const { remove, ...written } = MessageForm.parse(req.body);
  if (remove !== undefined && (await takeBack(outboxOf(at), [remove])) > 0)
    setFlash(req, 'The file is removed.');
  const errors = uploadOutcome(req).problems.map(({ fileName, problem }) =>
    fieldError(FILES_FIELD, `${fileName}: ${problem}`),
  );
  if (remove !== undefined || errors.length > 0)
    return answerWithPage(res, place, at, { body: req.body, errors });
  const fault = await sendNow(req, at, written);
  if (fault) return answerWithPage(res, place, at, { body: req.body, ...fault });
  setFlash(req, 'Your message is sent.');
  res.redirect(303, req.originalUrl);
}

/** Sends a message; null when it is sent, or else what is to be told. */
async function sendNow(
  req: Request,
  at: Underway,
  written: MessageWritten,
): Promise<Omit<Asked, 'body'> | null> {
  const { inHand, channel } = at;
  try {
    const isNew = await sendMessage(inHand.seen, channel, inHand.actor, written);
    if (!isNew) await removeRepeated(req, at);
    return null;
  } catch (error) {
    if (error instanceof Conflict) return { fault: error.message };
    if (!(error instanceof Invalid)) throw error;
    return { errors: error.problems.map(({ field, text }) => fieldError(field, text)) };
  }
}

/** A form that is sent twice brings its files twice. */
async function removeRepeated(req: Request, at: Underway): Promise<void> {
  const { received } = uploadOutcome(req);
  await takeBack(
    outboxOf(at),
    received.map(({ id }) => id),
  );
}

function outboxOf({ inHand, channel }: Underway): Outbox {
  return { complaintId: inHand.complaint.id, channel, actor: inHand.actor };
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
