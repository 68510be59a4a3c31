import type { Attachment } from '../../attachments/attachments.queries.ts';
import { claimLineSchema } from '../../complaint/document.ts';
import { type ClaimTable, claimTable } from '../../complaint/presentation/claim-table.ts';
import { factRow } from '../../complaint/presentation/fact-row.ts';
import type { Alert, ButtonRow, SummaryList } from '../../web/parts.ts';
import { type Draft, draftHref, gapsOf } from '../drafts/draft.ts';
import { rowOfControl } from './claim-sheet.ts';
import { duplicateAlerts } from './duplicate-alerts.ts';
import type { Duplicate } from './duplicates.queries.ts';
import { verdictAlerts, verdictOn } from './filing-verdict.ts';
import { gapHref, type StepFrame, type StepView, warningAlerts } from './frame.ts';
import { organizationAlert } from './organization-alert.ts';
import type { QuestionStep } from './step.ts';
import { QUESTIONS, warningsOf } from './steps.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/check': CheckView;
  }
}

export interface CheckView extends StepView {
  readonly sections: readonly CheckSection[];
}

export interface CheckSection {
  readonly summary: SummaryList;
  /** The claims, where they are whole; null: in the summary. */
  readonly claims: ClaimTable | null;
}

interface Found {
  readonly attachments: readonly Attachment[];
  readonly duplicates: readonly Duplicate[];
  /** There are other sites for which the reader may file. */
  readonly canChangeSite: boolean;
}

export function checkView(draft: Draft, frame: StepFrame, found: Found): CheckView {
  const missing = missingAlert(draft);
  const waiting = standingAlert(draft);
  return {
    ...frame,
    title: 'Check your answers',
    alerts: [
      ...(waiting ? [waiting] : []),
      ...(missing ? [missing] : verdictAlerts(verdictOn(draft))),
      ...duplicateAlerts(found.duplicates),
      ...warningAlerts(draft.id, warningsOf(draft), 'These look unusual. If they are right, leave them'),
    ],
    sections: [
      siteSection(draft, found.canChangeSite),
      ...QUESTIONS.map((step) => sectionOf(step, draft)),
      filesSection(draft, found.attachments),
    ],
    buttons:
      missing || waiting
        ? LATER
        : { buttons: [{ text: 'Continue', href: draftHref(draft.id, 'certify') }, ...LATER.buttons] },
  };
}

/** Nothing is filed before HFS has confirmed who files. */
function standingAlert({ site, agent }: Draft): Alert | null {
  const unconfirmed = [site.organization, agent].find((each) => each && each.standing !== 'confirmed');
  if (!unconfirmed || unconfirmed.standing === 'confirmed') return null;
  return organizationAlert(unconfirmed.name, unconfirmed.standing);
}

const LATER: ButtonRow = { buttons: [{ text: 'Come back later', href: '/complaints', style: 'link' }] };

/** Everything that keeps the complaint from being filed, each with the place where it is mended. */
function missingAlert(draft: Draft): Alert | null {
  const gaps = gapsOf(draft);
  if (gaps.length === 0) return null;
  const shown = gaps.slice(0, GAPS_SHOWN);
  const more = gaps.length - shown.length;
  return {
    type: 'error',
    heading: 'This complaint cannot be filed yet',
    ...(more > 0
      ? { text: `${gaps.length} things are missing or have to be mended. The first ${GAPS_SHOWN}:` }
      : {}),
    links: shown.map((gap) => ({ text: gap.text + placeOf(gap.field), href: gapHref(draft.id, gap) })),
  };
}

const GAPS_SHOWN = 20;

/** Which claim a gap is in. */
function placeOf(field: string): string {
  const row = rowOfControl(field);
  return row === null ? '' : ` (row ${row + 1})`;
}

function siteSection({ id, site, agent }: Draft, canChange: boolean): CheckSection {
  const change = canChange ? { href: `${draftHref(id, 'site')}?from=check` } : undefined;
  const rows = [
    ...factRow('Organization', site.organization.name),
    ...factRow('Site', site.name === site.organization.name ? null : site.name),
    ...factRow('NPI', site.npi),
    ...factRow('HFS provider ID', site.hfsProviderId),
    ...factRow('County', site.county),
    ...factRow('Billing agent', agent?.name),
  ];
  return { summary: { heading: 'Provider', change, rows }, claims: null };
}

function sectionOf(step: QuestionStep, draft: Draft): CheckSection {
  const change = { href: `${draftHref(draft.id, step.name)}?from=check` };
  const claims = step.name === 'claims' ? wholeClaims(draft) : null;
  const rows = claims ? [] : step.summary(draft);
  return { summary: { heading: step.title, change, rows }, claims };
}

/** A table as HFS and the plan will see it, once every line is whole. */
function wholeClaims({ document }: Draft): ClaimTable | null {
  const lines = claimLineSchema.array().safeParse(document.claimLines);
  return lines.success && lines.data.length > 0 ? claimTable(lines.data) : null;
}

function filesSection(draft: Draft, attachments: readonly Attachment[]): CheckSection {
  const names = attachments.map(({ fileName }) => fileName);
  const href = `${draftHref(draft.id, 'files')}?from=check`;
  return {
    summary: {
      heading: 'Documents',
      change: { href, text: names.length === 0 ? 'Add' : 'Change' },
      rows: [{ label: 'Files', value: names.length === 0 ? 'None' : names }],
    },
    claims: null,
  };
}
