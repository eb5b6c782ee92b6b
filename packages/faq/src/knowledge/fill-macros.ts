import { parseInput } from "@kefu/core";
import { z } from "zod";

/** How {@link fillMacros} makes values harmless for where the text goes. */
export const MacroOptions = z.strictObject({
  /** `"html"` for text inside elements and quoted attributes, `"markdown"` for Markdown, `"none"` for plain text. */
  escape: z.enum(["html", "markdown", "none"]),
});
/** How {@link fillMacros} makes values harmless, see the schema of the same name. */
export interface MacroOptions extends Readonly<z.output<typeof MacroOptions>> {}

/** A text with its macros filled in. */
export interface FilledMacros {
  /** The text; macros without a value stand as they were. */
  readonly text: string;
  /** The names that had no value, each once, in the order of the text. */
  readonly missing: readonly string[];
}

const MACRO = /\{\{ {0,3}([A-Za-z_][\w-]{0,99}(?:\.[A-Za-z_][\w-]{0,99}){0,9}) {0,3}\}\}/g;

/**
 * Fills variables such as `{{order.number}}` into a text. Values are escaped for where the text goes, and
 * are never searched for macros themselves, so that a customer's name cannot become markup or a macro.
 *
 * @param text - the text with macros: dotted names in double braces
 * @param values - plain data; only its own properties are read, only texts and finite numbers are filled in
 * @param options - where the text goes
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { fillMacros } from "@kefu/faq";
 *
 * const values = { customer: { name: "<Ada>" } };
 * fillMacros("Dear {{customer.name}}, {{order.number}}", values, { escape: "html" });
 * // => { text: "Dear &lt;Ada&gt;, {{order.number}}", missing: ["order.number"] }
 * ```
 */
export function fillMacros(
  text: string,
  values: Readonly<Record<string, unknown>>,
  options: MacroOptions,
): FilledMacros {
  const { escape: target } = parseInput(MacroOptions, "macro options", options);
  const root = parseInput(Values, "macro values", values);
  const missing = new Set<string>();
  const filled = parseInput(z.string(), "text", text).replace(MACRO, (macro, name: string) => {
    const value = valueAt(root, name.split("."));
    if (value === undefined) missing.add(name);
    return value === undefined ? macro : ESCAPES[target](value);
  });
  return { text: filled, missing: [...missing] };
}

const Values = z.custom<object>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "must be an object",
);

function valueAt(root: object, path: readonly string[]): string | undefined {
  let here: unknown = root;
  for (const key of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = Reflect.get(here, key);
  }
  if (typeof here === "string") return here;
  return typeof here === "number" && Number.isFinite(here) ? String(here) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const ESCAPES: Readonly<Record<MacroOptions["escape"], (value: string) => string>> = {
  none: (value) => value,
  html: (value) => value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character),
  // Every ASCII punctuation mark may be escaped in CommonMark; a line break could start a block.
  markdown: (value) => value.replace(/\s+/g, " ").replace(/[!-/:-@[-`{-~]/g, "\\$&"),
};
