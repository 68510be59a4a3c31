import type { FilingSite } from '../../complaint/sites.queries.ts';
import type { RevealedField } from '../../web/fields.ts';
import type { StepFrame, StepView } from '../steps/frame.ts';
import { siteChoice } from './site-field.view.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/site': SiteView;
  }
}

export interface SiteView extends StepView {
  readonly site: RevealedField;
}

export function siteView(frame: StepFrame, sites: readonly FilingSite[], siteId: string): SiteView {
  return { ...frame, title: 'The site', site: siteChoice(sites, siteId, frame.errors) };
}
