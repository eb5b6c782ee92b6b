import { parseInput } from "@kefu/core";
import { type DiffPiece, diffText } from "./diff-text.ts";
import { EntryContent, type EntryContentInput } from "./entry-revision.ts";

/** One place in which two revisions differ. */
export interface RevisionChange {
  /** Where: `["question", "zh-Hant"]`, `["answer", "en", "steps"]`, `["tags"]`. */
  readonly path: readonly string[];
  /** What happened to it. */
  readonly change: "added" | "removed" | "changed";
  /** The old and the new text laid over each other. Lists stand one item a line, their inner lists separated by tabs. */
  readonly pieces: readonly DiffPiece[];
}

/**
 * How two revisions of an entry differ: field by field, language by language, and within texts by words, in Chinese by
 * characters. Texts with more than 600 differing or 20,000 words in all are compared by line, longer ones as a whole.
 *
 * @returns in the order of the fields; places of the older content first. Empty when both say the same.
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { diffRevisions } from "@kefu/faq";
 *
 * diffRevisions({ question: { "zh-Hans": "怎么退货？" } }, { question: { "zh-Hans": "怎么换货？" } });
 * // => [{ path: ["question", "zh-Hans"], change: "changed", pieces: [{ kind: "same", text: "怎么" }, { kind: "removed", text: "退" }, { kind: "added", text: "换" }, { kind: "same", text: "货？" }] }]
 * ```
 */
export function diffRevisions(
  older: EntryContentInput,
  newer: EntryContentInput,
): readonly RevisionChange[] {
  const before = textsOf(parseInput(EntryContent, "older content", older));
  const after = textsOf(parseInput(EntryContent, "newer content", newer));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (was === is) return [];
    const change = was === undefined ? "added" : is === undefined ? "removed" : "changed";
    return [{ path: JSON.parse(key), change, pieces: diffText(was ?? "", is ?? "") }] as const;
  });
}

/** The texts of a value by their path, which is written as JSON, so that no name can stand for another place. */
function textsOf(value: unknown, path: readonly string[] = []): Map<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const text = textOf(value);
    return new Map(text === "" ? [] : [[JSON.stringify(path), text]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...textsOf(part, [...path, key])]),
  );
}

function textOf(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === "string" ? value : JSON.stringify(value);
  return value.map((item) => (Array.isArray(item) ? item.join("\t") : textOf(item))).join("\n");
}
