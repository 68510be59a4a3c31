import type { Request, Response } from 'express';
import { actorOf } from '../../accounts/access.ts';
import { formatDate } from '../../platform/dates.ts';
import { Conflict } from '../../platform/errors.ts';
import { typedText } from '../../web/forms.ts';
import type { FieldError } from '../../web/pages.ts';
import { renderPage, setFlash } from '../../web/rendering.ts';
import { draftPolicyView, policyPreviewView } from './draft-policy.view.ts';
import { listPolicies, makePolicy, type PolicyListed } from './policies.queries.ts';
import { readPolicy } from './policy-form.ts';
import { policyAsTyped, type TypedPolicy, typedPolicy } from './typed-policy.ts';

/** The form, with the rules of the newest version. */
export async function showDraftPolicy(_req: Request, res: Response): Promise<void> {
  const newest = await newestPolicy();
  answer(res, newest, policyAsTyped(newest.policy), []);
}

/** The form again, as it was filled in. */
export async function postDraftPolicy(req: Request, res: Response): Promise<void> {
  answer(res, await newestPolicy(), typedPolicy(req.body), []);
}

/** What the new version would change. */
export async function postPolicyPreview(req: Request, res: Response): Promise<void> {
  const newest = await newestPolicy();
  const read = readPolicy(req.body, newest);
  if (!read.ok) return answer(res, newest, typedPolicy(req.body), read.errors);
  const view = policyPreviewView(read.made, newest, typedPolicy(req.body));
  renderPage(res, 'administration/policy-preview', view);
}

/** The form names the version that it began with, so that a second click makes no second version. */
export async function postPolicy(req: Request, res: Response): Promise<void> {
  const versions = await listPolicies();
  const base = versions.find(({ version }) => String(version) === typedText(req.body, 'base'));
  if (!base) throw new Conflict('Draft the version anew: the one that it began with is not there.');
  const read = readPolicy(req.body, base);
  if (!read.ok) return answer(res, base, typedPolicy(req.body), read.errors);
  const { made } = read;
  await makePolicy(made, base.policy, actorOf(req));
  setFlash(req, `Version ${made.version} is made. Its first day is ${formatDate(made.validFrom)}.`);
  res.redirect(303, '/administration/policies');
}

async function newestPolicy(): Promise<PolicyListed> {
  const [newest] = await listPolicies();
  if (!newest) throw new Error('There is no policy');
  return newest;
}

function answer(
  res: Response,
  newest: PolicyListed,
  typed: TypedPolicy,
  errors: readonly FieldError[],
): void {
  renderPage(res, 'administration/draft-policy', draftPolicyView(newest, typed, errors));
}
