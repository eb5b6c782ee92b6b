import { z } from "zod";
import { parseInput } from "./parse-input.ts";

/**
 * The four levels of need, lowest first: to learn (`"information"`), to be helped (`"help"`), to reach a person
 * (`"contact"`), to take part in making the product (`"participation"`).
 */
export const SERVICE_LEVELS = ["information", "help", "contact", "participation"] as const;

/** A level of need, see {@link SERVICE_LEVELS}. */
export const ServiceLevel = z.enum(SERVICE_LEVELS);
/** A level of need, see {@link SERVICE_LEVELS}. */
export type ServiceLevel = z.output<typeof ServiceLevel>;

/**
 * The level above: where an unmet need goes, and where a satisfied customer is invited to.
 *
 * @returns `undefined` above the highest
 * @throws {@link InvalidInputError} when it is no level
 *
 * @example
 * ```ts
 * import { nextServiceLevel } from "@kefu/core";
 *
 * nextServiceLevel("help"); // => "contact"
 * nextServiceLevel("participation"); // => undefined
 * ```
 */
export function nextServiceLevel(level: ServiceLevel): ServiceLevel | undefined {
  return SERVICE_LEVELS[SERVICE_LEVELS.indexOf(parseInput(ServiceLevel, "level", level)) + 1];
}
