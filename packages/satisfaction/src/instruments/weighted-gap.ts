import { InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { qualityName } from "./service-quality-policy.ts";

const Gaps = z.record(qualityName, z.number().min(-1e6).max(1e6));
const Weights = z.record(qualityName, z.number().nonnegative().max(1e6));

/** The whole out of the gaps of dimensions. */
export interface WeightedGap {
  /** The weighted mean of the gaps. */
  readonly value: number;
  /** The dimension that falls shortest; of equal ones the first. */
  readonly widest: string;
}

/**
 * The weighted mean of gaps that are known already, such as published ones.
 *
 * @param gaps - by dimension: perception less expectation
 * @param weights - by dimension: what it counts; only proportions matter; all alike when left out
 * @throws `InvalidInputError` when there is no gap, a weight is missing or negative, or all weights are 0
 *
 * @example
 * ```ts
 * import { weightedGap } from "@kefu/satisfaction";
 *
 * const gaps = { reliability: -1.2, responsiveness: -0.75, assurance: 0.2 };
 * weightedGap(gaps, { reliability: 50, responsiveness: 30, assurance: 20 }).value.toFixed(3); // => "-0.785"
 * weightedGap(gaps).widest; // => "reliability"
 * ```
 */
export function weightedGap(
  gaps: Readonly<Record<string, number>>,
  weights?: Readonly<Record<string, number>>,
): WeightedGap {
  const given = Object.entries(parseInput(Gaps, "gaps", gaps));
  const even = Object.fromEntries(given.map(([dimension]) => [dimension, 1]));
  const counted = parseInput(Weights, "weights", weights ?? even);
  const [widest] = given.toSorted(([, one], [, other]) => one - other);
  const missing = given.filter(([dimension]) => !Object.hasOwn(counted, dimension));
  const total = given.reduce((sum, [dimension]) => sum + (counted[dimension] ?? 0), 0);
  if (widest === undefined || missing.length > 0 || total === 0) {
    const message = missing.length > 0 ? "is missing" : "must add up to more than 0";
    const paths = missing.length > 0 ? missing.map(([dimension]) => [dimension]) : [[]];
    throw new InvalidInputError(
      "weights",
      paths.map((path) => ({ path, message })),
    );
  }
  const sum = given.reduce((before, [key, gap]) => before + gap * (counted[key] as number), 0);
  return { value: sum / total, widest: widest[0] };
}
