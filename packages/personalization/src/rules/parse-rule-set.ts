import { KefuError, parseInput } from "@kefu/core";
import { conditionReader, type RuleCondition } from "./rule-condition.ts";
import { type RuleSet, type RuleSetInput, RuleSetOutline } from "./rule-set.ts";
import { InvalidRuleSetError, type RuleSetIssue } from "./rule-set-issue.ts";
import { segmentOrder, segmentsIn } from "./segment-order.ts";

/** What became of unchecked data: a rule set, unless something is wrong with it. */
export interface RuleSetReading {
  /** As much as could be read; conditions that are wrong are `{ const: false }`. Undefined where even the outline is wrong. */
  readonly ruleSet?: RuleSet;
  /** What is wrong, all of it. */
  readonly issues: readonly RuleSetIssue[];
}

/**
 * Reads a rule set from unchecked data, such as a file.
 *
 * @returns a copy with all defaults filled in, known to be right; contents are not copied
 * @throws {@link InvalidRuleSetError} (`invalid-rule-set`) naming every path that is wrong: unknown operators and keys, regular
 *   expressions that are unsafe, segments that are unknown, stand in a circle or more than 64 deep, fields that name a
 *   prototype, ids that stand twice
 *
 * @example
 * ```ts
 * import { parseRuleSet } from "@kefu/personalization";
 *
 * const { rules } = parseRuleSet({ version: "1", rules: [{ id: "welcome", content: "Hello!" }] });
 * rules; // => [{ id: "welcome", when: { const: true }, priority: 0, content: "Hello!" }]
 * ```
 */
export function parseRuleSet(input: RuleSetInput): RuleSet {
  const { ruleSet, issues } = readRuleSet(input);
  if (ruleSet !== undefined && issues.length === 0) return ruleSet;
  throw new InvalidRuleSetError("rule set", issues);
}

/** Reads a condition alone; whether there are its segments is for the rule set to say. */
export function parseRuleCondition(input: unknown): RuleCondition {
  const issues: RuleSetIssue[] = [];
  const condition = readOrReport(conditionReader(), input, [], issues);
  if (condition !== undefined && issues.length === 0) return condition;
  throw new InvalidRuleSetError("condition", issues);
}

/** Reads as much as can be read, and says what is wrong. */
export function readRuleSet(input: unknown): RuleSetReading {
  const outline = readOutline(input);
  return "issues" in outline ? outline : readConditions(outline);
}

/** The door finds the words for what is wrong; what is right need not pass all its checks. */
function readOutline(input: unknown): RuleSet | { readonly issues: readonly RuleSetIssue[] } {
  try {
    return quicklyRead(input) ?? parseInput(RuleSetOutline, "rule set", input);
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    return { issues: error.issues.map((issue) => ({ code: "invalid", ...issue })) };
  }
}

function quicklyRead(input: unknown): RuleSet | undefined {
  try {
    return RuleSetOutline.safeParse(input).data;
  } catch {
    return undefined;
  }
}

function readConditions(outline: RuleSet): RuleSetReading {
  const issues: RuleSetIssue[] = [];
  const read = conditionReader();
  const conditionAt = (input: unknown, path: RuleSetIssue["path"]): RuleCondition =>
    readOrReport(read, input, path, issues) ?? { const: false };
  const segments = Object.fromEntries(
    Object.entries(outline.segments).map(([name, condition]) => [
      name,
      conditionAt(condition, ["segments", name]),
    ]),
  );
  const rules = outline.rules.map((rule, at) => ({
    ...rule,
    when: conditionAt(rule.when, ["rules", at, "when"]),
  }));
  const ruleSet = { ...outline, segments, rules };
  issues.push(...repeatedIds(ruleSet), ...brokenSegments(ruleSet));
  return { ruleSet, issues };
}

/** What is no plain data may throw where it is looked at. */
function readOrReport(
  read: ReturnType<typeof conditionReader>,
  ...[input, path, issues]: [unknown, RuleSetIssue["path"], RuleSetIssue[]]
): RuleCondition | undefined {
  try {
    return read(input, path, issues);
  } catch {
    issues.push({ code: "invalid", path, message: "cannot be read" });
    return undefined;
  }
}

function repeatedIds({ rules }: RuleSet): RuleSetIssue[] {
  const seen = new Set<string>();
  return rules.flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ code: "invalid", path: ["rules", at, "id"], message: `"${id}" stands twice` }];
  });
}

function brokenSegments({ segments, rules }: RuleSet): RuleSetIssue[] {
  const references = [
    ...Object.entries(segments).flatMap(([name, condition]) =>
      segmentsIn(condition, ["segments", name]),
    ),
    ...rules.flatMap(({ when }, at) => segmentsIn(when, ["rules", at, "when"])),
  ];
  const unknown = references.filter(({ segment }) => !Object.hasOwn(segments, segment));
  return [
    ...unknown.map(({ segment, path }): RuleSetIssue => {
      const message = `unknown segment "${segment}": define it under segments`;
      return { code: "unknown-segment", path, message };
    }),
    ...segmentOrder(segments).circular.map((name): RuleSetIssue => {
      const message =
        "asks for itself, through others or directly, or is more than 64 segments deep";
      return { code: "segment-cycle", path: ["segments", name], message };
    }),
  ];
}
