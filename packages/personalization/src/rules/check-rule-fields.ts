import type { FieldCondition, JsonTypeName, JsonValue } from "@kefu/core";
import type { z } from "zod";
import { nearName } from "./near-name.ts";
import {
  type ProfileSchema,
  readProfileSchema,
  type SchemaNode,
  takesAnything,
} from "./profile-schema.ts";
import { questionsIn, questionsOf } from "./questions-in.ts";
import type { RuleSet } from "./rule-set.ts";
import type { RuleSetIssue } from "./rule-set-issue.ts";

/** Fields, operators and values of a rule set that profiles of a schema can't have. */
export function checkRuleFields(ruleSet: RuleSet, profile: z.ZodType): RuleSetIssue[] {
  const schema = readProfileSchema(profile);
  const checked = new Map<FieldCondition, readonly RuleSetIssue[]>();
  return questionsIn(ruleSet).flatMap(({ question, path }) => {
    const issues = checked.get(question) ?? issuesOf(question, schema.root, schema);
    checked.set(question, issues);
    return issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  });
}

/** What is wrong with a question about a value of which a schema says this; paths begin at the question. */
function issuesOf(
  question: FieldCondition,
  nodes: readonly SchemaNode[],
  schema: ProfileSchema,
): readonly RuleSetIssue[] {
  let places = nodes;
  for (const key of question.field === "" ? [] : question.field.split(".")) {
    const next = schema.inside(places, key);
    if (next.length === 0) return [unknownField(question.field, key, places)];
    places = next;
  }
  const elements = schema.inside(places, "*");
  if (!("where" in question)) return operandIssues(question, places, elements);
  const inner = question.op === "some" ? elements : [{ type: "number" }];
  if (!kindsOf(places).has("array")) return [wrongType(question.op, "a list")];
  return questionsOf(question.where, ["where"]).flatMap(({ question: asked, path }) =>
    issuesOf(asked, inner, schema).map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
  );
}

function unknownField(field: string, key: string, places: readonly SchemaNode[]): RuleSetIssue {
  const known = places.flatMap(({ properties = {} }) => Object.keys(properties));
  const near = nearName(key, known);
  const hint = near === undefined ? "" : `: did you mean "${near}"?`;
  return { code: "unknown-field", path: ["field"], message: `unknown field "${field}"${hint}` };
}

const NEEDED: readonly (readonly [
  operators: RegExp,
  kinds: readonly JsonTypeName[],
  words: string,
])[] = [
  [/^(?:matches|startsWith|endsWith|ver)/, ["string"], "a text"],
  [/^(?:before|after|within|older)/, ["string", "number"], "a moment"],
  [/^contains$/, ["string", "array"], "a text or a list"],
  [/^containsAll$/, ["array"], "a list"],
];

function operandIssues(
  question: FieldCondition,
  places: readonly SchemaNode[],
  elements: readonly SchemaNode[],
): readonly RuleSetIssue[] {
  const { op } = question;
  const kinds = kindsOf(places);
  const need = NEEDED.find(([operators]) => operators.test(op));
  if (need && !need[1].some((kind) => kinds.has(kind))) return [wrongType(op, need[2])];
  if (!("value" in question) || op === "type" || (need && op !== "containsAll")) return [];
  const isList = /^(?:n?in|containsAll)$/.test(op);
  const own = op === "containsAll" ? [] : places;
  const allowed = isList ? [...own, ...elements] : places;
  const operands = isList
    ? (question.value as readonly JsonValue[])
    : [question.value as JsonValue];
  const isOrder = /^[gl]te?$/.test(op);
  const folded = "ci" in question && question.ci === true;
  return operands.flatMap((operand, at) =>
    operandIssue(operand, allowed, isOrder || folded, isList ? ["value", at] : ["value"]),
  );
}

function operandIssue(
  operand: JsonValue,
  allowed: readonly SchemaNode[],
  isAnyValue: boolean,
  path: RuleSetIssue["path"],
): readonly RuleSetIssue[] {
  const kinds = kindsOf(allowed);
  const kind = kindOf(operand);
  if (!kinds.has(kind)) {
    const message = `the field is never ${kind}: say ${[...kinds].join(" or ")}`;
    return [{ code: "type", path, message }];
  }
  const known = valuesOf(allowed);
  if (isAnyValue || known === undefined || typeof operand === "object" || known.includes(operand))
    return [];
  const texts = known.filter((value) => typeof value === "string");
  const near = typeof operand === "string" ? nearName(operand, texts) : undefined;
  const hint =
    near === undefined ? `say one of ${texts.slice(0, 10).join(", ")}` : `did you mean "${near}"?`;
  return [
    {
      code: "unknown-value",
      path,
      message: `the field is never ${JSON.stringify(operand)}: ${hint}`,
    },
  ];
}

function wrongType(op: string, wanted: string): RuleSetIssue {
  return {
    code: "type",
    path: ["op"],
    message: `"${op}" asks of ${wanted}, which the field never is`,
  };
}

const KINDS: readonly JsonTypeName[] = ["null", "boolean", "number", "string", "array", "object"];

/** The kinds of value that some schemas take. */
function kindsOf(nodes: readonly SchemaNode[]): ReadonlySet<JsonTypeName> {
  return new Set(nodes.flatMap((node) => (takesAnything(node) ? KINDS : kindsOfNode(node))));
}

function kindsOfNode({ type, enum: values, const: only }: SchemaNode): readonly JsonTypeName[] {
  if (type === undefined) return (values ?? [only]).map((value) => kindOf(value as JsonValue));
  return [type === "integer" ? "number" : (type as JsonTypeName)];
}

function kindOf(value: JsonValue): JsonTypeName {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : (typeof value as JsonTypeName);
}

/** All values that a field can have; undefined where they are not counted out. */
function valuesOf(nodes: readonly SchemaNode[]): readonly unknown[] | undefined {
  const some = nodes.filter(({ type }) => type !== "null" && type !== "array");
  const listed = some.map((node) => node.enum ?? ("const" in node ? [node.const] : undefined));
  return listed.length > 0 && listed.every((values) => values !== undefined)
    ? listed.flat()
    : undefined;
}
