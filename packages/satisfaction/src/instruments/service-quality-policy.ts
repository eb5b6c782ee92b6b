import { InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";

/** The seven functions of customer service, as dimensions of its quality. */
export const SERVICE_FUNCTIONS = [
  "communication",
  "reliability",
  "responsiveness",
  "access",
  "assurance",
  "competence",
  "satisfaction",
] as const;

/** Names an item or a dimension. */
export const qualityName = z
  .string()
  .min(1)
  .max(64)
  .refine((key) => key !== "__proto__", "is reserved");

/** Which items ask for which dimension of quality, and what each dimension counts. */
export const ServiceQualityPolicy = z
  .strictObject({
    /** By dimension: its items, one to ten; an item belongs to one dimension. One item of its name for each of the seven functions by default. */
    dimensions: z
      .record(qualityName, z.array(qualityName).min(1).max(10).readonly())
      .refine((dimensions) => Object.keys(dimensions).length > 0, "must have a dimension")
      .refine(
        (dimensions) => Object.keys(dimensions).length <= 20,
        "must have at most 20 dimensions",
      )
      .readonly()
      .default(Object.fromEntries(SERVICE_FUNCTIONS.map((key) => [key, [key]]))),
    /** By dimension: what it counts in the whole; only proportions matter. All alike by default. */
    weights: z.record(qualityName, z.number().nonnegative().max(1e6)).readonly().optional(),
    /** The lowest and the highest rating, both included. */
    scale: z
      .tuple([z.int().min(0).max(100), z.int().min(0).max(100)])
      .readonly()
      .default([1, 7]),
    /** A customer who answered a smaller share of the items of a dimension does not count there. */
    minAnsweredShare: z.number().gt(0).max(1).default(0.5),
    /** The confidence of the intervals. */
    level: z.number().min(0.5).max(0.9999).default(0.95),
  })
  .superRefine(({ dimensions, weights, scale: [lowest, highest] }, { addIssue }) => {
    const fault = (path: string[], message: string) => addIssue({ code: "custom", path, message });
    if (lowest >= highest) fault(["scale"], "must rise from lowest to highest");
    const items = Object.values(dimensions).flat();
    const twice = items.find((item, at) => items.indexOf(item) !== at);
    if (twice !== undefined) fault(["dimensions"], `names "${twice}" twice`);
    if (weights === undefined) return;
    for (const dimension of Object.keys(dimensions)) {
      if (!Object.hasOwn(weights, dimension)) fault(["weights", dimension], "is missing");
    }
    for (const dimension of Object.keys(weights)) {
      if (!Object.hasOwn(dimensions, dimension)) fault(["weights", dimension], "is no dimension");
    }
    if (Object.values(weights).every((weight) => weight === 0)) fault(["weights"], "are all 0");
  });
/** Which items ask for which dimension, with defaults left out. */
export type ServiceQualityPolicyInput = Readonly<z.input<typeof ServiceQualityPolicy>>;

const rating = z.int().min(0).max(100);

/** What one customer expected and perceived, by item; items left out are not there. */
export const ServiceQualityAnswer = z
  .record(
    qualityName,
    z.strictObject({
      /** What an excellent shop would reach. */
      expected: rating,
      /** What this shop reaches. */
      perceived: rating,
    }),
  )
  .readonly();
/** What one customer expected and perceived, see the schema of the same name. */
export type ServiceQualityAnswer = z.output<typeof ServiceQualityAnswer>;

/** The policy with its defaults. */
export type CheckedQualityPolicy = z.output<typeof ServiceQualityPolicy>;

/** An answer of which all items are known and all ratings on the scale. */
export function readAnswer(
  { dimensions, scale }: CheckedQualityPolicy,
  input: ServiceQualityAnswer,
) {
  const answer = parseInput(ServiceQualityAnswer, "answer", input);
  const [lowest, highest] = scale;
  const known = new Set(Object.values(dimensions).flat());
  const issues = Object.entries(answer).flatMap(([item, ratings]) => {
    if (!known.has(item)) return [{ path: [item], message: "is no item" }];
    return Object.entries(ratings)
      .filter(([, value]) => value < lowest || value > highest)
      .map(([key]) => ({ path: [item, key], message: `must be from ${lowest} to ${highest}` }));
  });
  if (issues.length > 0) throw new InvalidInputError("answer", issues);
  return answer;
}
