import { type Because, parseInput } from "@kefu/core";
import { z } from "zod";

const Strength = z.number().min(0).max(1);

/** How strong a business is in its products and in its service. */
export const ServiceStrengths = z.strictObject({
  /** From 0, weak, to 1, strong: a share of satisfied customers, a rank among competitors. */
  product: Strength,
  /** The same of its service. */
  service: Strength,
  /** From here on, included, it counts as strong. */
  strongFrom: Strength.default(0.5),
});
/** How strong a business is in its products and in its service, with defaults left out. */
export type ServiceStrengthsInput = Readonly<z.input<typeof ServiceStrengths>>;

/** What a business competes by. */
export type ServiceOrientation = "price" | "product" | "service" | "relationship";

/**
 * What a business competes by: its price where neither is strong, its product or its service where one is, the relationship
 * to its customers where both are.
 *
 * @throws `InvalidInputError` when the strengths have not their shape
 *
 * @example
 * ```ts
 * import { serviceOrientation } from "@kefu/retention";
 *
 * serviceOrientation({ product: 0.8, service: 0.5 }).orientation; // => "relationship"
 * serviceOrientation({ product: 0.8, service: 0.49 }).orientation; // => "product"
 * ```
 */
export function serviceOrientation(input: ServiceStrengthsInput): {
  readonly orientation: ServiceOrientation;
  readonly because: Because;
} {
  const { product, service, strongFrom } = parseInput(ServiceStrengths, "service strengths", input);
  const [weak, strong] =
    service >= strongFrom
      ? (["service", "relationship"] as const)
      : (["price", "product"] as const);
  const orientation = product >= strongFrom ? strong : weak;
  return {
    orientation,
    because: { code: `${orientation}-orientation`, facts: { product, service, strongFrom } },
  };
}
