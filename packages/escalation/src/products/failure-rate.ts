import { type Accumulator, parseInput } from "@kefu/core";
import { z } from "zod";
import { ProductStandard } from "../policy/product-standard.ts";

const count = z.int().nonnegative().max(1e12);

/** How many of a product were sold, or failed. */
export const ProductCount = z.strictObject({
  /** Which product. */
  productId: z.string().min(1).max(128),
  /** How many more were sold. */
  sold: count.default(0),
  /** How many more failed. */
  failed: count.default(0),
});
/** A count as it is written: keys with a default may be left out. */
export type ProductCountInput = z.input<typeof ProductCount>;

/** Counts so far. */
export interface FailureSum {
  /** How many were sold. */
  readonly sold: number;
  /** How many of them failed. */
  readonly failed: number;
}

/** How a product does against what is published of it. */
export interface FailureRate extends FailureSum {
  /** Of ten thousand sold. */
  readonly perTenThousand: number;
  /** `"too-few"` sold for the rate to mean anything; `"within"` up to and with the limit, else `"exceeded"`. */
  readonly outcome: "within" | "exceeded" | "too-few";
}

const Sum = z.strictObject({ sold: count, failed: count });

/**
 * How often a product fails, held against the published standard, as a mergeable sum. Counts of other products are passed over.
 *
 * @param standard - what is published
 * @returns an accumulator whose functions throw `InvalidInputError` (`invalid-input`) for what has not its shape
 * @throws `InvalidInputError` (`invalid-input`) when the standard has not its shape
 *
 * @example
 * ```ts
 * import { accumulate } from "@kefu/core";
 * import { failureRate } from "@kefu/escalation";
 *
 * const earphones = failureRate({ productId: "e1", failuresPerTenThousand: 50 });
 * const counts = [{ productId: "e1", sold: 1000 }, { productId: "e1", failed: 6 }];
 * earphones.finish(accumulate(earphones, counts));
 * // => { sold: 1000, failed: 6, perTenThousand: 60, outcome: "exceeded" }
 * ```
 */
export function failureRate(
  standard: z.input<typeof ProductStandard>,
): Accumulator<ProductCountInput, FailureSum, FailureRate> {
  const { productId, failuresPerTenThousand, fromSold } = parseInput(
    ProductStandard,
    "product standard",
    standard,
  );
  const add = (one: FailureSum, other: FailureSum) =>
    parseInput(Sum, "sum", { sold: one.sold + other.sold, failed: one.failed + other.failed });
  return {
    create: () => ({ sold: 0, failed: 0 }),
    add(sum, input) {
      const checked = parseInput(Sum, "sum", sum);
      const counted = parseInput(ProductCount, "product count", input);
      return counted.productId === productId ? add(checked, counted) : checked;
    },
    merge: (one, other) => add(parseInput(Sum, "sum", one), parseInput(Sum, "sum", other)),
    finish(sum) {
      const { sold, failed } = parseInput(Sum, "sum", sum);
      const perTenThousand = sold === 0 ? 0 : (failed * 10_000) / sold;
      const over = failed * 10_000 > failuresPerTenThousand * sold;
      const outcome = sold < fromSold ? "too-few" : over ? "exceeded" : "within";
      return { sold, failed, perTenThousand, outcome };
    },
  };
}
