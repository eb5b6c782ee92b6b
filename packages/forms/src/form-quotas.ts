import { type Accumulator, parseInput } from "@kefu/core";
import { z } from "zod";
import { type CompiledForm, partsIn } from "./compile-form.ts";
import { namesIn } from "./lint-form.ts";
import type { FormResponse } from "./submit-form.ts";

const count = z.int().nonnegative();
const Counts = z.record(z.string(), count);

/** How many responses each quota has, by its id. */
export type QuotaCounts = Readonly<Record<string, number>>;

/** Whether a response is still wanted. */
export type QuotaDecision =
  | { readonly status: "screenedIn" }
  | {
      /** It is not wanted any more. */
      readonly status: "screenedOut";
      /** Which quota is full. */
      readonly quotaId: string;
      /** What to do: end the survey, or go on and mark the response. */
      readonly action: "endSurvey" | "continueSurvey";
    };

/** The part of a response that quotas look at. */
export type QuotaAnswers = Pick<FormResponse, "answers" | "hidden" | "calculated">;

const Answers = z.object({
  answers: z.record(z.string(), z.unknown()),
  hidden: z.record(z.string(), z.unknown()),
  calculated: z.record(z.string(), z.unknown()),
});

/**
 * Whether a response is still wanted. A quota is asked only once everything that it looks at is answered; of several full
 * ones, the first that ends the survey decides, else the first.
 *
 * @param counts - how many responses each quota has, from {@link quotaCounter}; a quota that is not there has none
 * @throws `InvalidInputError` when an argument has not its shape
 *
 * @example
 * ```ts
 * import { checkQuotas, compileForm } from "@kefu/forms";
 *
 * const form = compileForm({
 *   id: "f",
 *   questions: [{ id: "city", type: "single", options: [{ id: "taipei" }, { id: "berlin" }] }],
 *   quotas: [{ id: "north", limit: 2, if: { field: "city", op: "eq", value: "berlin" } }],
 * });
 * const response = { answers: { city: "berlin" }, hidden: {}, calculated: {} };
 * checkQuotas(form, { north: 1 }, response).status; // => "screenedIn"
 * checkQuotas(form, { north: 2 }, response).status; // => "screenedOut"
 * ```
 */
export function checkQuotas(
  form: CompiledForm,
  counts: QuotaCounts,
  response: QuotaAnswers,
): QuotaDecision {
  const { quotas } = partsIn(form);
  const counted = parseInput(Counts, "quota counts", counts);
  const data = dataOf(response);
  const full = quotas
    .filter(({ quota, holds }) => isAnswered(quota.if, data) && holds(data, undefined))
    .map(({ quota }) => quota)
    .filter(({ id, limit }) => (Object.hasOwn(counted, id) ? (counted[id] ?? 0) : 0) >= limit);
  const decisive = full.find(({ action }) => action === "endSurvey") ?? full[0];
  if (decisive === undefined) return { status: "screenedIn" };
  return { status: "screenedOut", quotaId: decisive.id, action: decisive.action };
}

function dataOf(response: QuotaAnswers): Record<string, unknown> {
  const { answers, hidden, calculated } = parseInput(Answers, "response", response);
  return { ...hidden, ...answers, ...calculated };
}

const isAnswered = (condition: Parameters<typeof namesIn>[0], data: object): boolean =>
  namesIn(condition).every((name) => Object.hasOwn(data, name));

/**
 * Counts responses by quota, each once however often it comes.
 *
 * @returns an accumulator: add responses, merge sums, finish with {@link QuotaCounts}
 * @throws `InvalidInputError` when a response or a sum has not its shape
 */
export function quotaCounter(
  form: CompiledForm,
): Accumulator<FormResponse, Readonly<Record<string, readonly string[]>>, QuotaCounts> {
  const { quotas } = partsIn(form);
  const Sum = z.record(z.string(), z.array(z.string()));
  const Counted = z.object({ key: z.string().min(1).max(256), complete: z.boolean() });
  const checked = (sum: unknown) => parseInput(Sum, "quota sum", sum);
  return {
    create: () => ({}),
    add: (sum, response) => {
      const before = checked(sum);
      const { key, complete } = parseInput(Counted, "response", response);
      const data = dataOf(response);
      const fits = quotas
        .filter(({ quota, holds }) => (complete || quota.countPartial) && holds(data, undefined))
        .map(({ quota: { id } }) => [id, [key]] as const);
      return union(before, Object.fromEntries(fits));
    },
    merge: (one, other) => union(checked(one), checked(other)),
    finish: (sum) =>
      Object.fromEntries(Object.entries(checked(sum)).map(([id, keys]) => [id, keys.length])),
  };
}

type Keys = Readonly<Record<string, readonly string[]>>;

function union(one: Keys, other: Keys): Record<string, readonly string[]> {
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return Object.fromEntries(
    ids.map((id) => [id, [...new Set([...(one[id] ?? []), ...(other[id] ?? [])])].sort()]),
  );
}
