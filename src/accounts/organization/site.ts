import type { Request, Response } from 'express';
import { z } from 'zod';
import { getReference } from '../../complaint/reference.queries.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { formText } from '../../platform/form-fields.ts';
import { fieldError, type Parsed, safeParse } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { actorOf } from '../access.ts';
import type { SiteFacts } from '../organizations.queries.ts';
import { ORGANIZATION_NAME_LIMIT } from '../register.form.ts';
import { enrolledAs, siteShape } from '../site-form.ts';
import { administeredBy } from './administer.ts';
import { siteFormView } from './site.view.ts';
import { findSite, type Site } from './sites.queries.ts';
import { addSite, changeSite, closeSite } from './sites.ts';

type SiteRequest = Request<{ id: string }>;

export async function showNewSite(req: Request, res: Response): Promise<void> {
  administeredBy(actorOf(req));
  await answerWithForm(res, null, {}, []);
}

export async function saveNewSite(req: Request, res: Response): Promise<void> {
  const actor = actorOf(req);
  administeredBy(actor);
  const form = await parseSite(req.body);
  if (!form.ok) return answerWithForm(res, null, req.body, form.errors);
  await addSite(actor, form.value);
  setFlash(req, `${form.value.name} is added. Complaints can be filed for it.`);
  res.redirect(303, '/organization');
}

export async function showSite(req: SiteRequest, res: Response): Promise<void> {
  const site = await load(req);
  await answerWithForm(res, site, typedAs(site), []);
}

export async function saveSite(req: SiteRequest, res: Response): Promise<void> {
  const site = await load(req);
  const form = await parseSite(req.body);
  if (!form.ok) return answerWithForm(res, site, req.body, form.errors);
  await changeSite(actorOf(req), site.id, form.value);
  setFlash(req, `${form.value.name} is saved.`);
  res.redirect(303, '/organization');
}

export async function closeOneSite(req: SiteRequest, res: Response): Promise<void> {
  const site = await load(req);
  try {
    await closeSite(actorOf(req), site.id);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = error.problems.map(({ field, text }) => fieldError(field, text));
    return answerWithForm(res, site, typedAs(site), errors);
  }
  setFlash(req, `${site.name} is closed. What was filed for it goes on.`);
  res.redirect(303, '/organization');
}

async function load(req: SiteRequest): Promise<Site> {
  const site = await findSite(administeredBy(actorOf(req)), req.params.id);
  if (!site) throw new NotFound();
  return site;
}

async function parseSite(body: unknown): Promise<Parsed<SiteFacts>> {
  const { providerTypes } = await getReference();
  const codes = providerTypes.map(({ code }) => code);
  const name = formText({ missing: 'Enter the name of the site', max: ORGANIZATION_NAME_LIMIT });
  const form = safeParse(z.object({ name, ...siteShape(body, codes) }), body);
  return form.ok ? { ok: true, value: { name: form.value.name, ...enrolledAs(form.value) } } : form;
}

function typedAs({ name, npi, hfsProviderId, providerTypeCode, county }: Site) {
  const hasNpi = npi === null ? 'no' : 'yes';
  return {
    name,
    hasNpi,
    npi: npi ?? '',
    hfsProviderId: hfsProviderId ?? '',
    providerType: providerTypeCode,
    county,
  };
}

async function answerWithForm(
  res: Response,
  site: Site | null,
  body: unknown,
  errors: readonly FieldError[],
): Promise<void> {
  const { providerTypes } = await getReference();
  renderPage(res, 'accounts/organization-site', siteFormView(site, body, providerTypes, errors));
}
