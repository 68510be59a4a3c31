import type { Request, Response } from 'express';
import { z } from 'zod';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { formChoice } from '../../platform/form-fields.ts';
import { fieldError, safeParse, typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { actorOf } from '../access.ts';
import { administeredBy } from './administer.ts';
import { PARTS } from './part-field.ts';
import { findPerson, type Person } from './people.queries.ts';
import { changePart, removePerson } from './people.ts';
import { personView } from './person.view.ts';

type PersonRequest = Request<{ id: string }>;

const PartForm = z.object({ part: formChoice(PARTS, { missing: 'Say what they may do' }) });

export async function showPerson(req: PersonRequest, res: Response): Promise<void> {
  const person = await load(req);
  answerWithPerson(req, res, person, person.organizationRole ?? '', []);
}

export async function savePart(req: PersonRequest, res: Response): Promise<void> {
  const person = await load(req);
  const form = safeParse(PartForm, req.body);
  if (!form.ok) return answerWithPerson(req, res, person, '', form.errors);
  const { part } = form.value;
  const isDone = await changedOrTold(req, res, person, () => changePart(actorOf(req), person.id, part));
  if (!isDone) return;
  setFlash(
    req,
    part === 'administrator' ? `${person.name} is an administrator now.` : `${person.name} is a member now.`,
  );
  res.redirect(303, '/organization');
}

export async function removeFromOrganization(req: PersonRequest, res: Response): Promise<void> {
  const person = await load(req);
  const isDone = await changedOrTold(req, res, person, () => removePerson(actorOf(req), person.id));
  if (!isDone) return;
  const text = `${person.name} is removed and signed out everywhere. Hand their complaints over here.`;
  setFlash(req, text);
  res.redirect(303, `/organization/complaints?person=${person.id}`);
}

/** Does it, or shows the page again with why it cannot be done. */
async function changedOrTold(
  req: PersonRequest,
  res: Response,
  person: Person,
  change: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await change();
    return true;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    answerWithPerson(
      req,
      res,
      person,
      typedText(req.body, 'part') || (person.organizationRole ?? ''),
      errors,
    );
    return false;
  }
}

async function load(req: PersonRequest): Promise<Person> {
  const person = await findPerson(administeredBy(actorOf(req)), req.params.id);
  if (!person) throw new NotFound();
  return person;
}

function answerWithPerson(
  req: PersonRequest,
  res: Response,
  person: Person,
  part: string,
  errors: readonly FieldError[],
): void {
  const isSelf = person.id === actorOf(req).accountId;
  renderPage(res, 'accounts/organization-person', personView(person, { isSelf, part }, errors));
}
