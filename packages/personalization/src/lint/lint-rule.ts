import type { JsonValue } from "@kefu/core";
import type { Rule, Split } from "../rules/rule-set.ts";
import type { Finding } from "./finding.ts";

type Draft = Pick<Finding, "code" | "path" | "facts">;

/** What is odd about a rule beside its condition; paths begin at the rule. */
export function lintParts(rule: Rule, sensitive: readonly string[]): readonly Draft[] {
  return [
    ...lintDates(rule),
    ...(rule.split ? lintSplit(rule.split) : []),
    ...(rule.message?.purpose === "marketing" && rule.message.unsubscribe === undefined
      ? [{ code: "no-unsubscribe" as const, path: ["message"], facts: {} }]
      : []),
    ...contentsOf(rule).flatMap(([content, path]) => lintContent(content, path, sensitive)),
  ];
}

function lintDates({ activeFrom, activeTo, message }: Rule): readonly Draft[] {
  const code = "dates-never" as const;
  if (activeFrom !== undefined && activeTo !== undefined && activeFrom >= activeTo) {
    return [{ code, path: ["activeTo"], facts: {} }];
  }
  const expiresAt = message?.expiresAt;
  return expiresAt !== undefined && activeFrom !== undefined && expiresAt <= activeFrom
    ? [{ code, path: ["message", "expiresAt"], facts: {} }]
    : [];
}

/** Parts of a thousandth are rounding. */
const TOLERANCE = 0.001;

function lintSplit({ variants }: Split): readonly Draft[] {
  const ranges = variants.map(({ range }) => range).sort(([left], [right]) => left - right);
  let end = 0;
  let covered = 0;
  let doubled = 0;
  for (const [from, to] of ranges) {
    doubled += Math.max(0, Math.min(end, to) - from);
    covered += Math.max(0, to - Math.max(end, from));
    end = Math.max(end, to);
  }
  if (doubled <= TOLERANCE && covered >= 1 - TOLERANCE) return [];
  const facts = { missing: percent(1 - covered), doubled: percent(doubled) };
  return [{ code: "split-sum", path: ["split", "variants"], facts }];
}

function percent(part: number): number {
  return Math.round(part * 1000) / 10;
}

function contentsOf({ content, split }: Rule): readonly (readonly [JsonValue, Finding["path"]])[] {
  const variants = split?.variants ?? [];
  return [
    ...(content === undefined ? [] : [[content, ["content"]] as const]),
    ...variants.map((one, at) => [one.content, ["split", "variants", at, "content"]] as const),
  ];
}

/** A field that a template fills in: `{name}` or `{{ name }}`. */
const PLACEHOLDER = /\{\{?\s*([^{}\s]{1,256})\s*\}/g;

function lintContent(
  content: JsonValue,
  path: Finding["path"],
  sensitive: readonly string[],
): readonly Draft[] {
  if (typeof content === "string") {
    return [...content.matchAll(PLACEHOLDER)].flatMap(([, field = ""]) =>
      sensitive.some((secret) => overlap(field, secret))
        ? [{ code: "sensitive-field-in-message" as const, path, facts: { field } }]
        : [],
    );
  }
  if (typeof content !== "object" || content === null || sensitive.length === 0) return [];
  return Object.entries(content).flatMap(([key, part]) =>
    lintContent(part, [...path, Array.isArray(content) ? Number(key) : key], sensitive),
  );
}

/** Whether one path leads into the other; positions in lists are left out of account. */
function overlap(field: string, secret: string): boolean {
  const [left, right] = [field, secret].map(
    (path) => `${path.replace(/\.(?:\d+|\*)(?=\.|$)/g, "")}.`,
  );
  return `${left}`.startsWith(`${right}`) || `${right}`.startsWith(`${left}`);
}
