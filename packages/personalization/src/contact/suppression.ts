import { Channel, Instant } from "@kefu/core";
import { z } from "zod";
import { checked } from "./checked.ts";

/** Why an address must not be used, whatever the customer has agreed to. */
export const SuppressionReason = z.enum(["bounce", "complaint", "manual", "blocklist"]);
/** Why an address must not be used, see the schema of the same name. */
export type SuppressionReason = z.output<typeof SuppressionReason>;

/** A customer, or one channel to them, that must not be used, not even for what is transactional. */
export const Suppression = z.strictObject({
  /** `"bounce"`: mail comes back for good; `"complaint"`: was reported as spam; `"manual"`: by the staff; `"blocklist"`. */
  reason: SuppressionReason,
  /** Which channel; all when it is absent. */
  channel: Channel.optional(),
  /** From when on; ever since, when it is absent. */
  from: Instant.optional(),
  /** The first moment at which it is over; never, when it is absent. */
  until: Instant.optional(),
});
/** A channel that must not be used, see the schema of the same name. */
export interface Suppression extends Readonly<z.output<typeof Suppression>> {}

const Suppressions = z.lazy(() => z.array(Suppression));

/**
 * The first suppression that keeps a channel from being used at a moment.
 *
 * @returns `undefined` when the channel may be used
 * @throws `InvalidInputError` (`invalid-input`) when an argument has not its shape
 *
 * @example
 * ```ts
 * import { instant } from "@kefu/core";
 * import { suppressionOf } from "@kefu/personalization";
 *
 * const bounced = { reason: "bounce", channel: "email" } as const;
 * const at = instant("2026-03-01T00:00:00Z");
 * suppressionOf([bounced], "email", at); // => { reason: "bounce", channel: "email" }
 * suppressionOf([bounced], "sms", at); // => undefined
 * ```
 */
export function suppressionOf(
  suppressions: readonly Suppression[],
  channel: Channel,
  at: Instant,
): Suppression | undefined {
  const all = checked(Suppressions, "suppressions", suppressions);
  return suppressing(all, checked(Channel, "channel", channel), checked(Instant, "at", at));
}

/** {@link suppressionOf} of what is known to be in shape. */
export function suppressing(
  suppressions: readonly Suppression[],
  channel: Channel,
  at: number,
): Suppression | undefined {
  for (const one of suppressions) {
    const holds = (one.from ?? at) <= at && at < (one.until ?? Number.POSITIVE_INFINITY);
    if (holds && (one.channel === undefined || one.channel === channel)) return one;
  }
  return undefined;
}
