import { Instant } from "@kefu/core";
import { z } from "zod";
import { TimePhase } from "./psychological-time.ts";

const head = {
  /** The visit that it belongs to: a pseudonym. */
  sessionId: z.string().min(1).max(200),
  /** When, by the clock of the host. */
  at: Instant,
};
const entryId = z.string().min(1).max(200);

/** What someone does who looks for help: what {@link searchAnalytics} reads. */
export const SearchEvent = z.discriminatedUnion("type", [
  z.strictObject({
    ...head,
    /** Someone searched. */
    type: z.literal("searched"),
    /** What for. */
    query: z.string().max(1000),
    /** How many entries were found. */
    hits: z.int().nonnegative(),
    /** How sure the engine was, 0 to 1. */
    confidence: z.number().min(0).max(1).default(0),
    /** Whether the answer itself was shown, so that nothing had to be opened. */
    shown: z.enum(["list", "answer"]).default("list"),
  }),
  z.strictObject({
    ...head,
    /** Someone opened an entry. */
    type: z.literal("opened"),
    entryId,
    /** Its place in the list, from 1; left out where it came from no list. */
    position: z.int().min(1).optional(),
  }),
  z.strictObject({ ...head, /** Someone went back. */ type: z.literal("wentBack") }),
  z.strictObject({ ...head, /** Someone asked a person. */ type: z.literal("contacted") }),
  z.strictObject({ ...head, /** Someone left. */ type: z.literal("left") }),
  z.strictObject({
    ...head,
    /** A stretch of the visit that felt longer than it was, such as a page that would not load. */
    type: z.literal("waited"),
    ...TimePhase.shape,
  }),
]);
/** What someone does who looks for help, see the schema of the same name. */
export type SearchEvent = z.output<typeof SearchEvent>;
/** An event as it is written: keys with a default may be left out. */
export type SearchEventInput = z.input<typeof SearchEvent>;
