import type { Request, Response } from 'express';
import { today } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import { renderPage } from '../../web/rendering.ts';
import { actorOf } from '../access.ts';
import { countHeld, listAuthorizations } from './agents.queries.ts';
import { overviewView } from './overview.view.ts';
import { listPeople } from './people.queries.ts';
import { findRegistered } from './registrations.queries.ts';

/** A representative's organization: how HFS stands to it, its sites and its people. */
export async function showOrganization(req: Request, res: Response): Promise<void> {
  const actor = actorOf(req);
  const organizationId = actor.organizationId ?? '';
  const [organization, people] = await Promise.all([
    findRegistered(organizationId),
    listPeople(organizationId),
  ]);
  if (!organization) throw new NotFound();
  const side = organization.isBillingAgent ? 'agentId' : 'providerId';
  const authorizations = await listAuthorizations(side, organizationId);
  const held = await countHeld(authorizations.map(({ id }) => id));
  const found = { organization, people, authorizations, held, today: today() };
  renderPage(res, 'accounts/organization', overviewView(actor, found));
}
