import { InvalidInputError } from "@kefu/core";

/** What a number of an option may be. */
export interface NumberRule {
  /** In words, after "must be". */
  readonly words: string;
  /** Whether a value is such a number. */
  readonly holds: (value: number) => boolean;
}

/** A number from 0 up to what no business exceeds, in whatever unit. */
export const FROM_ZERO: NumberRule = {
  words: "a number from 0 to 1e9",
  holds: (value) => value >= 0 && value <= 1e9,
};

/** A number above 0, and not so near to it that what is divided by it has no end. */
export const ABOVE_ZERO: NumberRule = {
  words: "a number from 1e-12 to 1e9",
  holds: (value) => value >= 1e-12 && value <= 1e9,
};

/** A number between 0 and 1, both included. */
export const SHARE: NumberRule = {
  words: "a number from 0 to 1",
  holds: (value) => value >= 0 && value <= 1,
};

/** A whole number within limits, both included. */
export const wholeUpTo = (most: number, least = 0): NumberRule => ({
  words: `a whole number from ${least} to ${most}`,
  holds: (value) => Number.isInteger(value) && value >= least && value <= most,
});

/**
 * Refuses options of which a number is not what it must be, and options that are unknown, all of them at once.
 *
 * @param rules - by the name of the option
 * @param others - further options, which are no numbers
 */
export function checkNumbers<Options extends object>(
  options: Options,
  rules: Readonly<Partial<Record<keyof Options & string, NumberRule>>>,
  others: readonly (keyof Options & string)[] = [],
): void {
  const given = options as Readonly<Record<string, unknown>> | null | undefined;
  const issues = Object.entries<NumberRule | undefined>(rules).flatMap(([key, rule]) => {
    const value = given?.[key];
    const holds = rule === undefined || (typeof value === "number" && rule.holds(value));
    return holds ? [] : [{ path: [key], message: `must be ${rule.words}` }];
  });
  const known = new Set<string>([...Object.keys(rules), ...others]);
  for (const key of Object.keys(given ?? {})) {
    if (!known.has(key)) issues.push({ path: [key], message: "is no option" });
  }
  if (issues.length > 0) throw new InvalidInputError("options", issues);
}
