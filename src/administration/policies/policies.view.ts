import type { Temporal } from 'temporal-polyfill';
import { formatDate, isAfter } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import type { StatusTag, Table } from '../../web/parts.ts';
import type { PolicyListed } from './policies.queries.ts';
import { type PolicyDifference, policyDifferences, policyRules } from './policy-diff.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/policies': PoliciesView;
    'administration/policy': PolicyView;
  }
}

export interface PoliciesView extends PageView {
  readonly table: Table;
}

export interface PolicyView extends PageView {
  readonly text: string;
  readonly differences: Table | null;
  readonly rules: Table;
}

export function policiesView(versions: readonly PolicyListed[], today: Temporal.PlainDate): PoliciesView {
  const inForce = versions.find(({ validFrom }) => !isAfter(validFrom, today))?.version;
  return {
    title: 'Policies',
    table: {
      caption: 'Versions, the newest first',
      isStacked: true,
      columns: [
        { text: 'Version' },
        { text: 'First day', isOneLine: true },
        { text: 'What it changed' },
        { text: 'Complaints', isNumeric: true },
      ],
      rows: versions.map(({ version, validFrom, policy, complaints }, place) => ({
        cells: [
          {
            text: `Version ${version}`,
            href: `/administration/policies/${version}`,
            tags: [tagOf(version, validFrom, inForce, today)],
          },
          { text: formatDate(validFrom) },
          { text: changesText(versions[place + 1], policy) },
          { text: complaints.toLocaleString('en-US') },
        ],
      })),
      empty: { heading: 'There is no version yet.' },
    },
  };
}

export function policyView(
  { version, validFrom, policy }: PolicyListed,
  before: PolicyListed | null,
): PolicyView {
  return {
    title: `Version ${version}`,
    breadcrumbs: [{ href: '/administration/policies', text: 'Policies' }],
    text: `Its first day is ${formatDate(validFrom)}. A complaint keeps the version under which it was filed.`,
    differences:
      before && differencesTable(policyDifferences(before.policy, policy), `Version ${before.version}`),
    rules: {
      caption: 'All its rules',
      isCompact: true,
      isStacked: true,
      columns: [{ text: 'Rule' }, { text: 'Is' }],
      rows: policyRules(policy).map(({ rule, text }) => ({ cells: [{ text: rule }, { text }] })),
      empty: { heading: 'It has no rules.' },
    },
  };
}

/** @param before the words for the version before */
export function differencesTable(differences: readonly PolicyDifference[], before: string): Table {
  return {
    caption: 'What changes',
    isStacked: true,
    columns: [{ text: 'Rule' }, { text: before }, { text: 'This version' }],
    rows: differences.map(({ rule, before: was, after }) => ({
      cells: [{ text: rule }, { text: was }, { text: after }],
    })),
    empty: { heading: 'Nothing changes.' },
  };
}

function tagOf(
  version: number,
  validFrom: Temporal.PlainDate,
  inForce: number | undefined,
  today: Temporal.PlainDate,
): StatusTag {
  if (version === inForce) return { text: 'In force', tone: 'success' };
  return isAfter(validFrom, today) ? { text: 'To come', tone: 'info' } : { text: 'Earlier', tone: 'neutral' };
}

function changesText(before: PolicyListed | undefined, policy: PolicyListed['policy']): string {
  if (!before) return 'The first version';
  const rules = policyDifferences(before.policy, policy).map(({ rule }) => rule);
  const [first = 'Nothing', ...others] = rules;
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}
