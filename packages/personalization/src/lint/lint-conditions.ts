import type { FieldCondition } from "@kefu/core";
import type { ProfileSchema } from "../rules/profile-schema.ts";
import { partsOf } from "../rules/questions-in.ts";
import type { RuleCondition } from "../rules/rule-condition.ts";
import type { RuleSet } from "../rules/rule-set.ts";
import type { Finding } from "./finding.ts";

type Path = Finding["path"];

/** Where a condition stands, for those that look at it. */
interface Place {
  readonly path: Path;
  /** Whether its failing is what lets a customer pass. */
  readonly isNegated: boolean;
  /** Fields that an enclosing `all` asks to be present. */
  readonly present: ReadonlySet<string>;
}

type Draft = Pick<Finding, "code" | "path" | "facts">;

/** What is odd about single parts of a condition. */
export function lintCondition(
  condition: RuleCondition,
  path: Path,
  { groups }: RuleSet,
  schema: ProfileSchema | undefined,
): readonly Draft[] {
  const findings: Draft[] = [];

  function visit(part: RuleCondition, place: Place): void {
    if ("field" in part) {
      findings.push(...lintQuestion(part, place));
      return;
    }
    const [name = ""] = Object.keys(part);
    const parts = partsOf(part, place.path);
    findings.push(...emptyList(name, parts.length, place.path));
    const isNegated = place.isNegated !== /^no/.test(name);
    const asked = "all" in part ? fieldsAsked(part.all) : [];
    const present = new Set([...place.present, ...asked]);
    for (const [inner, own] of parts) visit(inner, { path: own, isNegated, present });
  }

  function lintQuestion(
    question: FieldCondition,
    { path: own, isNegated, present }: Place,
  ): Draft[] {
    const { field } = question;
    const unknown =
      "group" in question && !Object.hasOwn(groups, question.group)
        ? [{ code: "unknown-group" as const, path: own, facts: { group: question.group } }]
        : [];
    const passes = passesWhenUnknown(question, isNegated) && !present.has(field);
    return passes && schema !== undefined && mayBeAbsent(schema, field)
      ? [...unknown, { code: "passes-when-unknown", path: own, facts: { field } }]
      : unknown;
  }

  visit(condition, { path, isNegated: false, present: new Set() });
  return findings;
}

function emptyList(name: string, length: number, path: Path): readonly Draft[] {
  if (length > 0 || !/^(?:all|any|none)$/.test(name)) return [];
  return [{ code: name === "all" ? "empty-all" : "empty-any", path, facts: { name } }];
}

const SAYS_TRUE = /^(?:ne|nin|notInGroup|verNe)$/;
const ASKS_PRESENCE = /^(?:present|absent|type)$/;

function passesWhenUnknown({ op }: FieldCondition, isNegated: boolean): boolean {
  return !ASKS_PRESENCE.test(op) && SAYS_TRUE.test(op) !== isNegated;
}

/** Fields that are surely there where all of these hold. */
function fieldsAsked(parts: readonly RuleCondition[]): readonly string[] {
  return parts.flatMap((part) => {
    if (!("field" in part) || SAYS_TRUE.test(part.op) || /^(?:absent|type)$/.test(part.op))
      return [];
    return [part.field];
  });
}

function mayBeAbsent(schema: ProfileSchema, field: string): boolean {
  let places = schema.root;
  for (const key of field === "" ? [] : field.split(".")) {
    if (places.some(({ required = [] }) => !required.includes(key))) return true;
    places = schema.inside(places, key);
  }
  return places.some(({ type }) => type === undefined || type === "null");
}
