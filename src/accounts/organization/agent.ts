import type { Request, Response } from 'express';
import { z } from 'zod';
import { listColleagues } from '../../complaint/sharing.queries.ts';
import { today } from '../../platform/clock.ts';
import { toPlainDate } from '../../platform/dates.ts';
import { Forbidden, Invalid, NotFound } from '../../platform/errors.ts';
import { dateParts, formDate, optionalFormDate } from '../../platform/form-fields.ts';
import { isId } from '../../platform/identifier.ts';
import { fieldError, parseDateFields, safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { actorOf } from '../access.ts';
import { administeredBy } from './administer.ts';
import { agentView, newAgentView, type TypedDays } from './agent.view.ts';
import {
  type BillingAuthorization,
  canAuthorize,
  countHeld,
  findAuthorization,
  listNewAgents,
} from './agents.queries.ts';
import { authorizeAgent, changeAuthorization, endAuthorization } from './agents.ts';

type AgentRequest = Request<{ id: string }>;

const DaysForm = z.object({
  startsOn: formDate({ what: 'the first day' }),
  endsOn: optionalFormDate({ what: 'the last day' }),
});
const CHOOSE = 'Choose a billing agent';
const NewAgentForm = DaysForm.extend({ agent: z.string({ error: CHOOSE }).refine(isId, CHOOSE) });

export async function showNewAgent(req: Request, res: Response): Promise<void> {
  await answerWithNew(req, res, '', { startsOn: dateParts(today()), endsOn: dateParts(null) }, []);
}

export async function saveNewAgent(req: Request, res: Response): Promise<void> {
  const actor = actorOf(req);
  administeredBy(actor);
  const again = (errors: readonly FieldError[]) =>
    answerWithNew(req, res, typedText(req.body, 'agent'), typedDays(req.body), errors);
  const form = safeParse(NewAgentForm, req.body);
  if (!form.ok) return again(form.errors);
  const { agent, startsOn, endsOn = null } = form.value;
  const errors = await errorsOf(() => authorizeAgent(actor, agent, { startsOn, endsOn }));
  if (errors.length > 0) return again(errors);
  setFlash(req, 'The billing agent is authorized, and told by mail.');
  res.redirect(303, '/organization');
}

export async function showAgent(req: AgentRequest, res: Response): Promise<void> {
  await answerWithAgent(res, await load(req), {}, []);
}

export async function saveAgent(req: AgentRequest, res: Response): Promise<void> {
  const authorization = await load(req);
  const again = (errors: readonly FieldError[]) =>
    answerWithAgent(res, authorization, { days: typedDays(req.body) }, errors);
  const form = safeParse(DaysForm, req.body);
  if (!form.ok) return again(form.errors);
  const { startsOn, endsOn = null } = form.value;
  const change = () => changeAuthorization(actorOf(req), authorization.id, { startsOn, endsOn });
  const errors = await errorsOf(change);
  if (errors.length > 0) return again(errors);
  const { name } = authorization.agent;
  const isAgain = authorization.endedAt !== null;
  setFlash(
    req,
    isAgain
      ? `${name} is authorized again, and told by mail.`
      : `The days of ${name} are saved, and it is told by mail.`,
  );
  res.redirect(303, '/organization');
}

export async function endAgent(req: AgentRequest, res: Response): Promise<void> {
  const authorization = await load(req);
  const to = typedText(req.body, 'to');
  const errors = await errorsOf(() => endAuthorization(actorOf(req), authorization.id, to));
  if (errors.length > 0) return answerWithAgent(res, authorization, { to }, errors);
  setFlash(req, `${authorization.agent.name} files no more for you, and sees none of your complaints.`);
  res.redirect(303, '/organization');
}

/** What keeps a change from being made. */
async function errorsOf(change: () => Promise<void>): Promise<FieldError[]> {
  try {
    await change();
    return [];
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.problems.map(({ field, text }) => fieldError(field, text));
  }
}

async function load(req: AgentRequest): Promise<BillingAuthorization> {
  const authorization = await findAuthorization(administeredBy(actorOf(req)), req.params.id);
  if (!authorization) throw new NotFound();
  return authorization;
}

function typedDays(body: unknown): TypedDays {
  return { startsOn: parseDateFields(body, 'startsOn'), endsOn: parseDateFields(body, 'endsOn') };
}

async function answerWithNew(
  req: Request,
  res: Response,
  agent: string,
  days: TypedDays,
  errors: readonly FieldError[],
): Promise<void> {
  const providerId = administeredBy(actorOf(req));
  if (!(await canAuthorize(providerId)))
    throw new Forbidden('Only a provider whose registration HFS has confirmed authorizes billing agents.');
  const agents = await listNewAgents(providerId);
  renderPage(res, 'accounts/organization-new-agent', newAgentView(agents, { agent, ...days }, errors));
}

async function answerWithAgent(
  res: Response,
  authorization: BillingAuthorization,
  { days, to = '' }: { readonly days?: TypedDays; readonly to?: string },
  errors: readonly FieldError[],
): Promise<void> {
  const { id, providerId, startsOn, endsOn } = authorization;
  const [held, colleagues] = await Promise.all([countHeld([id]), listColleagues(providerId)]);
  const stored = {
    startsOn: dateParts(toPlainDate(startsOn)),
    endsOn: dateParts(endsOn && toPlainDate(endsOn)),
  };
  const shown = { ...(days ?? stored), to, heldCount: held.get(id) ?? 0, colleagues, today: today() };
  renderPage(res, 'accounts/organization-agent', agentView(authorization, shown, errors));
}
