/** One thing that is wrong, and where: `path` leads from the root of the input to the culprit. */
export interface KefuIssue {
  /** Keys and array positions from the root of the input; `[]` is the input itself. */
  readonly path: readonly (string | number)[];
  /** What is wrong there, in English, for developers. */
  readonly message: string;
}

/**
 * The root of every error that Kefu throws. A `KefuError` is a *mistake of the caller* (a policy that
 * contradicts itself, an impossible argument); outcomes that a business expects are returned, never thrown.
 *
 * Tell errors apart by `code`, a literal that each subclass fixes; `message` may change between versions.
 */
export abstract class KefuError extends Error {
  /** What kind of mistake it is: kebab-case, stable over versions. */
  abstract readonly code: string;
  /** Everything that is wrong, all at once; at least one. */
  readonly issues: readonly KefuIssue[];

  /**
   * @param subject - what was being read, as in "return policy"
   * @param issues - what is wrong with it
   */
  constructor(subject: string, issues: readonly KefuIssue[]) {
    const more = issues.length > MENTIONED ? `; and ${issues.length - MENTIONED} more` : "";
    super(`${subject}: ${issues.slice(0, MENTIONED).map(describe).join("; ")}${more}`);
    this.issues = issues;
  }
}

/** An input does not have the shape that is asked for. `code` is `"invalid-input"`. */
export class InvalidInputError extends KefuError {
  override readonly code = "invalid-input";
  override readonly name = "InvalidInputError";
}

/** A message is for people; `issues` holds them all. */
const MENTIONED = 20;

function describe({ path, message }: KefuIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
