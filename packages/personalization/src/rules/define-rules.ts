import type { z } from "zod";
import { type CompiledRules, compileRules } from "./compile-rules.ts";
import { readProfileSchema } from "./profile-schema.ts";
import type { RuleCondition } from "./rule-condition.ts";
import type { RuleSetInput } from "./rule-set.ts";
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
  /** The condition itself, as the compiler has checked it. */
  readonly condition: (condition: ProfileCondition<Profile>) => RuleCondition;
  /** The rule set itself, as the compiler has checked it: plain data, to be stored or compiled. */
  readonly ruleSet: (ruleSet: ProfileRuleSet<Profile>) => RuleSetInput;
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
    condition: (condition) => condition as RuleCondition,
    ruleSet: (ruleSet) => ruleSet as RuleSetInput,
    compile: (ruleSet) => compileRules(ruleSet as RuleSetInput, { profile }),
  };
}
