import type { DraftUnderway, FilingTerms } from '../../complaint/completeness.ts';
import { gapsIn } from '../../complaint/completeness.ts';
import type { DraftChanges } from '../../complaint/drafts.ts';
import type { Gap } from '../../complaint/gap.ts';
import type { Standing } from '../../complaint/organization-words.ts';
import type { Mco, Program, Reference, Topic } from '../../complaint/reference.queries.ts';

/** A complaint while its representative writes it, with what surrounds it. */
export interface Draft extends DraftUnderway {
  readonly id: string;
  readonly version: number;
  readonly site: DraftSite;
  /** The billing agent that files it for the provider. */
  readonly agent: { readonly name: string; readonly standing: Standing } | null;
  readonly plan: Mco | null;
  readonly program: Program | null;
  readonly topic: Topic | null;
  readonly reference: Reference;
  readonly terms: FilingTerms;
}

/** The site that a draft is about. */
export interface DraftSite {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly npi: string | null;
  readonly hfsProviderId: string | null;
  readonly county: string;
  readonly closedAt: Date | null;
  readonly organization: { readonly name: string; readonly standing: Standing };
}

/** The columns of a draft, as the database keeps them. */
export interface DraftCodes {
  readonly mcoCode: string | null;
  readonly programCode: string | null;
  readonly topicCode: string | null;
  readonly isUrgent: boolean;
}

/** What the codes of a draft stand for. */
export function chosen(codes: DraftCodes, reference: Reference) {
  return {
    plan: reference.mcos.find((mco) => mco.code === codes.mcoCode) ?? null,
    programCode: codes.programCode,
    program: reference.programs.find((program) => program.code === codes.programCode) ?? null,
    topic: reference.topics.find((topic) => topic.code === codes.topicCode) ?? null,
    isUrgent: codes.isUrgent,
  };
}

/** The draft as it would be with the changes of a step. */
export function withChanges(draft: Draft, changes: DraftChanges): Draft {
  const { document, ...columns } = changes;
  const codes: DraftCodes = {
    mcoCode: draft.plan?.code ?? null,
    programCode: draft.programCode,
    topicCode: draft.topic?.code ?? null,
    isUrgent: draft.isUrgent,
    ...columns,
  };
  return {
    ...draft,
    ...chosen(codes, draft.reference),
    document: { ...draft.document, ...document },
  };
}

/** All that keeps the draft from being filed today, in the order of the steps. */
export function gapsOf(draft: Draft): Gap[] {
  return gapsIn(draft, draft.terms);
}

/** The address of a page of a draft. */
export function draftHref(id: string, page: string): string {
  return `/complaints/drafts/${id}/${page}`;
}
