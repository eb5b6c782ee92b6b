import { type Accumulator, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import type { FormResponse } from "./submit-form.ts";

const Responses = z.record(z.string(), z.object({ key: z.string() }).loose());

/**
 * Responses, each once: one that is handed in twice, after a lost connection, is one response. Of two with the same key the
 * one that answers more is kept.
 *
 * @returns an accumulator of which `finish` lists the responses by key
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { compileForm, responseSet, startForm, submitForm } from "@kefu/forms";
 *
 * const form = compileForm({ id: "f", questions: [{ id: "name", type: "text" }] });
 * const handedIn = submitForm(form, startForm(form), "k1");
 * const twice = handedIn.outcome === "submitted" ? [handedIn.response, handedIn.response] : [];
 * responseSet.finish(accumulate(responseSet, twice)).length; // => 1
 * ```
 */
export const responseSet: Accumulator<
  FormResponse,
  Readonly<Record<string, FormResponse>>,
  readonly FormResponse[]
> = {
  create: () => ({}),
  add: (sum, response) => {
    const { key } = parseInput(
      z.looseObject({ key: z.string().min(1).max(256) }),
      "response",
      response,
    );
    if (key === "__proto__") {
      throw new InvalidInputError("response", [{ path: ["key"], message: "is reserved" }]);
    }
    return together(sum, { [key]: response });
  },
  merge: (one, other) => together(one, other),
  finish: (sum) => Object.values(together(sum, {})),
};

function together(
  one: Readonly<Record<string, FormResponse>>,
  other: Readonly<Record<string, FormResponse>>,
): Record<string, FormResponse> {
  const sets = [one, other].map((set) => parseInput(Responses, "responses", set));
  const keys = [...new Set(sets.flatMap((set) => Object.keys(set)))].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const found = sets.flatMap((set) => (Object.hasOwn(set, key) ? (set[key] as unknown) : []));
      return [key, (found as FormResponse[]).reduce(fuller)];
    }),
  );
}

/** The one that says more; of equal ones the one that is first as a text, so that the order of merging does not matter. */
function fuller(one: FormResponse, other: FormResponse): FormResponse {
  const [a, b] = [one, other].map((response) => JSON.stringify(response)) as [string, string];
  if (a.length !== b.length) return a.length > b.length ? one : other;
  return a <= b ? one : other;
}
