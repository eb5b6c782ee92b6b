import type { z } from "zod";
import { type CompiledRules, compileRules } from "./compile-rules.ts";
import { parseRuleCondition, parseRuleSet } from "./parse-rule-set.ts";
import { readProfileSchema } from "./profile-schema.ts";
import type { RuleCondition } from "./rule-condition.ts";
import type { RuleSet, RuleSetInput } from "./rule-set.ts";
import type { ProfileCondition } from "./typed-condition.ts";

/** A rule as people write it, over profiles of a type. */
export type ProfileRule<Profile> = Omit<RuleSetInput["rules"][number], "when"> & {
  readonly when?: ProfileCondition<Profile>;
};

/** A rule set as people write it, over profiles of a type. */
export type ProfileRuleSet<Profile> = Omit<RuleSetInput, "rules" | "segments"> & {
  readonly segments?: Readonly<Record<string, ProfileCondition<Profile>>>;
  readonly rules: readonly ProfileRule<Profile>[];
};

/** Writes and loads rules over profiles of one type. */
export interface RuleWriter<Profile> {
  /** A copy of the condition. @throws {@link InvalidRuleSetError} when it is none */
  readonly condition: (condition: ProfileCondition<Profile>) => RuleCondition;
  /** The rule set with its defaults, as {@link parseRuleSet} reads it: plain data, to be stored or compiled. */
  readonly ruleSet: (ruleSet: ProfileRuleSet<Profile>) => RuleSet;
  /** {@link compileRules} with the schema: checks at run time what the compiler can't, such as a file. */
  readonly compile: (ruleSet: unknown) => CompiledRules;
}

/**
 * Ties rules to the zod schema of the profiles they are for. In code, field paths, operators and operands are then checked by the
 * compiler; in files, by `compile`, which proposes the field that was meant.
 *
 * @throws `InvalidInputError` (`invalid-input`) when the schema is none
 *
 * @example
 * ```ts
 * import { defineRules } from "@kefu/personalization";
 * import { z } from "zod";
 *
 * const Profile = z.object({ id: z.string(), country: z.string(), orders: z.number() });
 * const { condition } = defineRules(Profile);
 * condition({ field: "orders", op: "gte", value: 3 }); // => { field: "orders", op: "gte", value: 3 }
 * ```
 */
export function defineRules<Schema extends z.ZodType>(
  profile: Schema,
): RuleWriter<z.output<Schema>> {
  readProfileSchema(profile);
  return {
    condition: (condition) => parseRuleCondition(condition),
    ruleSet: (ruleSet) => parseRuleSet(ruleSet as RuleSetInput),
    compile: (ruleSet) => compileRules(ruleSet as RuleSetInput, { profile }),
  };
}
