/** What is wrong with one field, and the address of the control that mends it (`#` and its DOM id). */
export interface FieldError {
  readonly field: string;
  readonly text: string;
  readonly href: string;
}

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** What every page has. The layout shows the errors as a summary, and the way back, above the page itself. */
export interface PageView {
  /** The page's `<title>`; no protected health information. The page's own `<h1>` says it again. */
  readonly title: string;
  readonly errors?: readonly FieldError[] | undefined;
  /** One step up: "Back", or where it leads. */
  readonly back?: Link | undefined;
  /** The way down to this page, without the page itself. */
  readonly breadcrumbs?: readonly Link[] | undefined;
}

/**
 * Each template and the view it shows. An area adds its own beside its view builder:
 * `declare module '../web/pages.ts' { interface Pages { 'filing/plan': PlanStepView } }`.
 */
export interface Pages {
  'errors/problem': ProblemView;
}

/** A page that says what went wrong and what to do now. */
export interface ProblemView extends PageView {
  readonly paragraphs: readonly string[];
  /** What changed meanwhile, or what was refused, a line each. */
  readonly details?: readonly string[] | undefined;
  readonly actions: readonly Link[];
  /** For the person who asks for help: it finds the request in the log. */
  readonly requestId: string | null;
}

export interface NavigationLink extends Link {
  readonly current: boolean;
}

/** What the layout knows beside the page: the same for every template. */
export interface Shell {
  readonly template: string;
  readonly title: string;
  readonly nonce: string;
  /** Read only where a form needs it: reading it opens a session. */
  readonly csrfToken: string;
  readonly account: { readonly name: string; readonly roleWords: string } | null;
  readonly navigation: readonly NavigationLink[];
  readonly flash: string | null;
  readonly path: string;
  readonly isDemo: boolean;
  /** The e-mail address for help with the portal. */
  readonly supportContact: string | null;
  /** Seconds until an unused session ends; null when nobody is signed in. */
  readonly idleSeconds: number | null;
  /** The address of a style, script or image, with its fingerprint. */
  readonly asset: (name: string) => string;
}
