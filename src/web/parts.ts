import type { Link } from './pages.ts';

/** The options of the partials in `views/_parts/`, for the view builders that make them. */
export interface ButtonRow {
  readonly buttons: readonly Button[];
}

/** With `href` a link, or else a submit button. The first button of a row is the main one. */
export interface Button {
  readonly text: string;
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly formaction?: string | undefined;
  readonly style?: 'primary' | 'secondary' | 'danger' | 'link' | undefined;
}

export interface SummaryList {
  readonly heading?: string | undefined;
  readonly change?: ChangeLink | undefined;
  readonly isCompact?: boolean | undefined;
  readonly rows: readonly SummaryRow[];
}

export interface SummaryRow {
  readonly label: string;
  /** One line, or several. */
  readonly value: string | readonly string[];
  readonly href?: string | undefined;
  readonly tag?: StatusTag | undefined;
  readonly change?: ChangeLink | undefined;
}

export interface ChangeLink {
  readonly href: string;
  readonly text?: string | undefined;
}

export interface Table {
  readonly caption: string;
  readonly isCaptionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** What is shown in its place when there are no rows. */
  readonly empty: EmptyState;
  readonly isCompact?: boolean | undefined;
  /** On a narrow screen each row becomes a small list. */
  readonly isStacked?: boolean | undefined;
}

export interface TableColumn {
  readonly text: string;
  readonly isNumeric?: boolean | undefined;
  /** Short values, such as dates, that are not to be broken where there is room. */
  readonly isOneLine?: boolean | undefined;
  readonly href?: string | undefined;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

/** The first cell is the row's header. */
export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly isEmphasized?: boolean | undefined;
}

export interface TableCell {
  readonly text: string | number;
  readonly href?: string | undefined;
  readonly tags?: readonly StatusTag[] | undefined;
  readonly hint?: string | undefined;
}

/** neutral: draft, closed; info: with somebody; attention: waits for the reader; urgent: late or expedited. */
export type Tone = 'neutral' | 'info' | 'attention' | 'success' | 'urgent';

export interface StatusTag {
  readonly text: string;
  readonly tone?: Tone | undefined;
}

export interface History {
  readonly entries: readonly HistoryEntryView[];
}

export interface HistoryEntryView {
  readonly title: string;
  readonly when: string;
  readonly datetime?: string | undefined;
  readonly who?: string | undefined;
  readonly text?: string | readonly string[] | undefined;
}

export interface Steps {
  readonly steps: readonly string[];
  /** From 0. */
  readonly current: number;
  readonly label?: string | undefined;
}

export interface Alert {
  readonly type?: 'info' | 'warning' | 'error' | 'success' | undefined;
  readonly heading?: string | undefined;
  readonly text?: string | readonly string[] | undefined;
  readonly links?: readonly Link[] | undefined;
  readonly role?: 'status' | 'alert' | undefined;
}

export interface Cards {
  readonly cards: readonly { readonly heading: string; readonly text: string; readonly href: string }[];
}

export interface Tabs {
  readonly label: string;
  readonly tabs: readonly (Link & {
    readonly current: boolean;
    readonly count?: number | string | undefined;
  })[];
}

/** A chip's `href` is the page without that filter. */
export interface FilterChips {
  readonly label?: string | undefined;
  readonly chips: readonly Link[];
  readonly clearHref?: string | undefined;
}

export interface Pagination {
  readonly label?: string | undefined;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  readonly summary?: string | undefined;
}

export interface EmptyState {
  readonly heading: string;
  readonly text?: string | undefined;
  readonly action?: Link | undefined;
}

export interface ProcessList {
  readonly steps: readonly {
    readonly heading: string;
    readonly text?: string | readonly string[] | undefined;
  }[];
}

export interface Confirmation {
  readonly heading: string;
  readonly text: string;
  readonly reference: string;
}
