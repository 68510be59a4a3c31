import type { Response } from 'express';
import type { DraftChanges } from '../../complaint/drafts.ts';
import type { DocumentStep, Gap } from '../../complaint/gap.ts';
import type { FieldError } from '../../web/pages.ts';
import type { Alert, SummaryRow } from '../../web/parts.ts';
import type { Draft } from '../drafts/draft.ts';
import type { StepFrame } from './frame.ts';
import type { FormBody } from './read-form.ts';

export type StepName = DocumentStep | 'files' | 'check' | 'certify';

/** A page of the way from an empty draft to a filed complaint. */
export interface Step {
  /** The last part of its address. */
  readonly name: StepName;
  /** In the step indicator, and over its part of the check page. */
  readonly title: string;
  /** Whether the way leads over it. One that is left out can still be reached from the check page. */
  readonly isAsked: (draft: Draft) => boolean;
}

/** A step that asks, and saves the answers in the draft. */
export interface QuestionStep extends Step {
  readonly name: DocumentStep;
  /** It cannot be asked before the topic is known. */
  readonly needsTopic?: true;
  /** It shows what is protected: its pages are written to the audit log. */
  readonly isProtected?: true;
  /** The form as it was last saved. */
  readonly fill: (draft: Draft, query: unknown) => FormBody;
  readonly read: (body: FormBody, draft: Draft) => Answer;
  /** A button that changes the form itself, such as one more row; null: none was pressed. */
  readonly amend?: (body: FormBody) => Amended | null;
  /** The name of the control that mends a gap, where it is not the gap's own field. */
  readonly controlOf?: (field: string, body: FormBody) => string;
  /** The names of the controls in the order of the page, for a form that has not always the same. */
  readonly controls: (body: FormBody, draft: Draft) => readonly string[];
  /** A page to which the answers lead instead of the next step; null: none. */
  readonly detour?: (draft: Draft, body: FormBody) => string | null;
  /** Which of its gaps keep the draft from going on; where it is not all of them. */
  readonly barriers?: (gaps: readonly Gap[], draft: Draft, body: FormBody) => readonly Gap[];
  /** What looks odd, and may be right: told on the next page, on the step itself and on the check page. */
  readonly warnings?: (draft: Draft) => readonly Gap[];
  /** What is good to know once the step is saved. */
  readonly news?: (draft: Draft) => readonly Alert[];
  readonly summary: (draft: Draft) => readonly SummaryRow[];
  readonly render: (res: Response, page: StepPage) => void;
}

/** What a form says. */
export interface Answer {
  readonly changes: DraftChanges;
  /** What cannot be understood, and so is not kept. */
  readonly unreadable: readonly FieldError[];
  /** What the form asks beyond what the rules ask of a complaint. */
  readonly missing?: readonly FieldError[];
}

export interface Amended {
  readonly body: FormBody;
  /** What the step's address needs to show the same, with the place to go on. */
  readonly address: string;
}

/** Everything a step's page is made from. */
export interface StepPage {
  readonly draft: Draft;
  readonly body: FormBody;
  readonly frame: StepFrame;
  readonly status: number | undefined;
}
