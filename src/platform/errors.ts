/** The thing asked for is not there, or not this account's to see: the two are told alike. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** The account may not do this. The message is shown. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** Nobody is signed in, or no longer. The message is shown. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
}

/** Too much, too often. The message is shown. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Somebody else changed it first. `changes` says what, in words that are shown. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly changes: readonly string[];

  constructor(message: string, changes: readonly string[] = []) {
    super(message);
    this.changes = changes;
  }
}

/** What was sent does not hold. `problems` are shown beside their fields. */
export class Invalid extends Error {
  override readonly name = 'Invalid';
  readonly problems: readonly { field: string; text: string }[];

  constructor(problems: readonly { field: string; text: string }[]) {
    super(problems.map((problem) => problem.text).join(' '));
    this.problems = problems;
  }
}

/** The process cannot start or go on as configured. The message is one line for the operator. */
export class BootFailure extends Error {
  override readonly name = 'BootFailure';
}
