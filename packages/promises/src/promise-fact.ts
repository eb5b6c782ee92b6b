import { Instant } from "@kefu/core";
import { z } from "zod";

const Text = z.string().min(1).max(20_000);

/** Something that happened to a promise. */
export const PromiseFact = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("keep"),
    /** When it happened. */
    at: Instant,
  }),
  z.strictObject({
    type: z.literal("renegotiate"),
    /** When it happened. */
    at: Instant,
    /** Whether the customer agreed to the promise that takes its place. */
    agreed: z.boolean(),
  }),
  z.strictObject({
    type: z.literal("withdraw"),
    /** When it happened. */
    at: Instant,
  }),
  z.strictObject({
    type: z.literal("forecast"),
    /** When it was said. */
    at: Instant,
    /** When the promise will be kept, as far as one can tell. */
    expectedAt: Instant,
  }),
  z.strictObject({
    type: z.literal("tellBadNews"),
    /** When the customer was told. */
    at: Instant,
    /** What the customer was told. */
    text: Text,
    /** What helps the customer until then. */
    stopGap: Text,
  }),
  z.strictObject({
    type: z.literal("timePassed"),
    /** Until when, this moment included. */
    at: Instant,
  }),
]);
/** Something that happened to a promise, see the schema of the same name. */
export type PromiseFact = z.output<typeof PromiseFact>;
