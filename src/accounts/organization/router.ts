import { Router } from 'express';
import { leadTo } from '../../web/lead-to.ts';
import { ACCOUNT_MAIL_BY_ADDRESS, limit, ORGANIZATION_BY_ACCOUNT } from '../../web/rate-limits.ts';
import { may } from '../access.ts';
import { endAgent, saveAgent, saveNewAgent, showAgent, showNewAgent } from './agent.ts';
import { handOver, showHandOver } from './hand-over.ts';
import { inviteByForm, showInvite } from './invite.ts';
import { saveName, sendOrganizationAgain, showName } from './name.ts';
import { showOrganization } from './overview.ts';
import { removeFromOrganization, savePart, showPerson } from './person.ts';
import { closeOneSite, saveNewSite, saveSite, showNewSite, showSite } from './site.ts';

const MAY_READ = may('organizations.read');
const MAY_MANAGE = may('organizations.manage');
const CHANGES = limit(ORGANIZATION_BY_ACCOUNT);

/** A representative's organization: its sites and its people. What changes them is for its administrators. */
export function organizationRouter(): Router {
  const router = Router();
  router.get('/', MAY_READ, showOrganization);
  router.get('/name', MAY_MANAGE, showName);
  router.post('/name', MAY_MANAGE, CHANGES, saveName);
  router.get('/send-again', MAY_MANAGE, leadTo('.'));
  router.post('/send-again', MAY_MANAGE, CHANGES, sendOrganizationAgain);
  router.get('/sites/new', MAY_MANAGE, showNewSite);
  router.post('/sites/new', MAY_MANAGE, CHANGES, saveNewSite);
  router.get('/sites/:id', MAY_MANAGE, showSite);
  router.post('/sites/:id', MAY_MANAGE, CHANGES, saveSite);
  router.get('/sites/:id/close', MAY_MANAGE, leadTo('.'));
  router.post('/sites/:id/close', MAY_MANAGE, CHANGES, closeOneSite);
  router.get('/agents/new', MAY_MANAGE, showNewAgent);
  router.post('/agents/new', MAY_MANAGE, CHANGES, saveNewAgent);
  router.get('/agents/:id', MAY_MANAGE, showAgent);
  router.post('/agents/:id', MAY_MANAGE, CHANGES, saveAgent);
  router.get('/agents/:id/end', MAY_MANAGE, leadTo('.'));
  router.post('/agents/:id/end', MAY_MANAGE, CHANGES, endAgent);
  router.get('/complaints', MAY_MANAGE, showHandOver);
  router.get('/complaints/hand-over', MAY_MANAGE, leadTo('.'));
  router.post('/complaints/hand-over', MAY_MANAGE, CHANGES, handOver);
  router.get('/people/invite', MAY_MANAGE, showInvite);
  router.post('/people/invite', MAY_MANAGE, limit(ACCOUNT_MAIL_BY_ADDRESS), inviteByForm);
  router.get('/people/:id', MAY_MANAGE, showPerson);
  router.get('/people/:id/part', MAY_MANAGE, leadTo('.'));
  router.post('/people/:id/part', MAY_MANAGE, CHANGES, savePart);
  router.get('/people/:id/remove', MAY_MANAGE, leadTo('.'));
  router.post('/people/:id/remove', MAY_MANAGE, CHANGES, removeFromOrganization);
  return router;
}
