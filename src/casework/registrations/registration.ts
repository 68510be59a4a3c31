import type { Request, Response } from 'express';
import { z } from 'zod';
import { actorOf } from '../../accounts/access.ts';
import { enrolledListOf, listEnrolled } from '../../accounts/organization/enrolled.queries.ts';
import { findRegistered, type Registered } from '../../accounts/organization/registrations.queries.ts';
import { type Decision, decideRegistration } from '../../accounts/organization/registrations.ts';
import { getReference } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { formText } from '../../platform/form-fields.ts';
import { isId } from '../../platform/identifier.ts';
import { safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { registrationView } from './registration.view.ts';

type RegistrationRequest = Request<{ id: string }>;

const REASON_LIMIT = 1_000;

const version = z.coerce.number().int();
const ConfirmForm = z.object({ version });
const RefuseForm = z.object({
  version,
  reason: formText({ missing: 'Write why it cannot be confirmed, and what to do', max: REASON_LIMIT }),
});

/** A registration beside what the list of enrolled providers says of it. */
export async function showRegistration(req: RegistrationRequest, res: Response): Promise<void> {
  await answerWithRegistration(res, await load(req), { reason: '', errors: [] });
}

export async function confirmRegistration(req: RegistrationRequest, res: Response): Promise<void> {
  const registered = await load(req);
  const form = safeParse(ConfirmForm, req.body);
  if (!form.ok) throw new Conflict('Open the registration again, then decide.');
  await decide(req, res, registered, { standing: 'confirmed' }, form.value.version);
}

export async function refuseRegistration(req: RegistrationRequest, res: Response): Promise<void> {
  const registered = await load(req);
  const form = safeParse(RefuseForm, req.body);
  if (!form.ok) {
    const reason = typedText(req.body, 'reason');
    return answerWithRegistration(res, registered, { reason, errors: form.errors });
  }
  await decide(req, res, registered, { standing: 'refused', reason: form.value.reason }, form.value.version);
}

/** Whoever decides on what was changed meanwhile sees it as it is now, with what they wrote. */
async function decide(
  req: RegistrationRequest,
  res: Response,
  registered: Registered,
  decision: Decision,
  seen: number,
): Promise<void> {
  try {
    await decideRegistration(registered.id, decision, seen, actorOf(req));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const reason = 'reason' in decision ? decision.reason : '';
    return answerWithRegistration(res, await load(req), { reason, errors: [], conflict: error.message });
  }
  const outcome =
    decision.standing === 'confirmed' ? 'confirmed' : 'not confirmed, and its people are told why';
  setFlash(req, `The registration of ${registered.name} is ${outcome}.`);
  res.redirect(303, '/casework/registrations');
}

async function load(req: RegistrationRequest): Promise<Registered> {
  const { id } = req.params;
  const found = isId(id) ? await findRegistered(id) : null;
  if (!found) throw new NotFound();
  return found;
}

interface Asked {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly conflict?: string;
}

async function answerWithRegistration(res: Response, registered: Registered, asked: Asked): Promise<void> {
  const present = (texts: readonly (string | null)[]) => texts.filter((text) => text !== null);
  const [listedOn, rows, { providerTypes }] = await Promise.all([
    enrolledListOf(),
    listEnrolled({
      npis: present(registered.sites.map(({ npi }) => npi)),
      hfsProviderIds: present(registered.sites.map(({ hfsProviderId }) => hfsProviderId)),
    }),
    getReference(),
  ]);
  const list = { listedOn, rows, providerTypes, today: today() };
  const view = registrationView(registered, list, asked);
  renderPage(res, 'casework/registration', view, asked.conflict ? 409 : undefined);
}
