import { appendAudit } from '../../audit/audit.queries.ts';
import type { Actor, OrganizationRole } from '../../complaint/actor.ts';
import { endSharesWith } from '../../complaint/sharing.queries.ts';
import { nowDate } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { closeLinks } from '../account-links.queries.ts';
import { changeAccount } from '../accounts.queries.ts';
import { endSessionsOf } from '../sessions.queries.ts';
import { administer } from './administer.ts';
import { countAdministrators, findPerson, type Person } from './people.queries.ts';

/**
 * Makes somebody an administrator of the actor's organization, or a member.
 * @throws NotFound when they are not of it; Invalid when nobody would be left who administers it
 */
export async function changePart(actor: Actor, personId: string, part: OrganizationRole): Promise<void> {
  await administer(actor, async (tx, organizationId) => {
    const person = await getPerson(tx, organizationId, personId);
    if (person.organizationRole === part) return;
    if (part === 'member') await keepAnAdministrator(tx, organizationId, person, 'part');
    await changeAccount(tx, person.id, { organizationRole: part });
    await appendAudit(tx, actor, {
      action: 'organization.change-part',
      subjectType: 'account',
      subjectId: person.id,
      changes: { part: { before: person.organizationRole, after: part } },
    });
  });
}

/**
 * Removes somebody from the actor's organization: from this moment they are signed out everywhere, links mailed to them
 * work no more, and a download that runs is cut. What they stand for stays with the organization.
 * @throws NotFound when they are not of it; Invalid when it is the actor, or nobody would be left who administers it
 */
export function removePerson(actor: Actor, personId: string): Promise<Person> {
  return administer(actor, async (tx, organizationId) => {
    const person = await getPerson(tx, organizationId, personId);
    if (person.id === actor.accountId)
      throw refusal('remove', 'You cannot remove yourself: ask another administrator to do it');
    await keepAnAdministrator(tx, organizationId, person, 'remove');
    await changeAccount(tx, person.id, { status: 'suspended', removedAt: nowDate() });
    await endSessionsOf(person.id, tx);
    await closeLinks(tx, person.id);
    await endSharesWith(tx, person.id, actor.accountId ?? '');
    await appendAudit(tx, actor, {
      action: 'organization.remove-person',
      subjectType: 'account',
      subjectId: person.id,
      changes: { status: { before: person.status, after: 'suspended' } },
    });
    return person;
  });
}

async function getPerson(tx: Transaction, organizationId: string, id: string): Promise<Person> {
  const person = await findPerson(organizationId, id, tx);
  if (!person) throw new NotFound();
  return person;
}

async function keepAnAdministrator(
  tx: Transaction,
  organizationId: string,
  { organizationRole, status }: Person,
  field: string,
): Promise<void> {
  const isOneOfThem = organizationRole === 'administrator' && status === 'active';
  if (!isOneOfThem || (await countAdministrators(tx, organizationId)) > 1) return;
  const text = 'This is the last administrator: make somebody else one first';
  throw refusal(field, text);
}

function refusal(field: string, text: string): Invalid {
  return new Invalid([{ field, text }]);
}
