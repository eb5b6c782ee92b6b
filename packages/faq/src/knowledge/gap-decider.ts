import {
  type Because,
  CommandId,
  type Decider,
  type Decision,
  Instant,
  parseInput,
} from "@kefu/core";
import { z } from "zod";

const question = z.string().min(1).max(1000);
const verdict = {
  /** Names the gap. */
  question,
  /** The queries that are settled with it, so that they do not come up again under another name. */
  queries: z.array(question).max(5000).readonly(),
  /** Who decided. */
  by: z.string().min(1).max(200),
  /** When. */
  at: Instant,
};
const approved = {
  ...verdict,
  /** The entry that now answers it. */ entryId: z.string().min(1).max(200),
};
const dismissed = { ...verdict, /** Why no entry is to answer it. */ why: z.string().max(2000) };
const merged = { ...verdict, /** The question of the gap that it is a part of. */ into: question };
const reopened = { question, by: verdict.by, at: Instant };
const head = { commandId: CommandId, expectedVersion: z.int().nonnegative().optional() };

/** What an editor decides about a {@link KnowledgeGap}. */
export const GapCommand = z.discriminatedUnion("type", [
  z.strictObject({ ...head, type: z.literal("approve"), ...approved }),
  z.strictObject({ ...head, type: z.literal("dismiss"), ...dismissed }),
  z.strictObject({ ...head, type: z.literal("merge"), ...merged }),
  z.strictObject({ ...head, type: z.literal("reopen"), ...reopened }),
]);
/** What an editor decides about a gap, see the schema of the same name. */
export type GapCommand = z.output<typeof GapCommand>;
/** A decision as it is written: identifiers are plain texts. */
export type GapCommandInput = z.input<typeof GapCommand>;

const GapVerdict = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("approved"), ...approved }),
  z.strictObject({ type: z.literal("dismissed"), ...dismissed }),
  z.strictObject({ type: z.literal("merged"), ...merged }),
]);

/** What was decided: to be stored by the host. */
export const GapEvent = z.discriminatedUnion("type", [
  ...GapVerdict.options,
  z.strictObject({ type: z.literal("reopened"), ...reopened }),
]);
/** What was decided, see the schema of the same name. */
export type GapEvent = z.output<typeof GapEvent>;

/** All verdicts that stand, one a gap. Plain JSON. */
export const GapBoard = z.strictObject({ verdicts: z.array(GapVerdict).readonly() });
/** All verdicts that stand, see the schema of the same name. */
export interface GapBoard extends Readonly<z.output<typeof GapBoard>> {}

/** Why a decision about a gap is refused; {@link gapMessages} has the sentences. */
export type GapRefusal = Because<"gap-decided" | "gap-not-decided" | "gap-merged-into-itself">;

/**
 * What editors make of gaps: an entry, nothing, or a part of another gap. Run it with `handle` and `replay` of
 * `@kefu/core`; `openGaps` says what is left to decide.
 *
 * A gap is decided once; reopen it to decide anew. A gap can be merged only into one that is not decided.
 *
 * @example
 * ```ts
 * import { handle, instant, replay } from "@kefu/core";
 * import { gapDecider, openGaps } from "@kefu/faq";
 *
 * const gap = { question: "gift wrap", weight: 2, locales: ["en"], members: [{ query: "gift wrap", weight: 2 }] };
 * const decided = handle(gapDecider, {}, replay(gapDecider, []), {
 *   commandId: "c1", type: "dismiss", question: "gift wrap", queries: ["gift wrap"], by: "ada", at: instant(0), why: "Not offered.",
 * });
 * decided.outcome === "accepted" && openGaps([gap], decided.snapshot.state); // => []
 * ```
 */
export const gapDecider: Decider<object, GapBoard, GapCommandInput, GapEvent, GapRefusal> = {
  initial: { verdicts: [] },
  decide: (_, state, command) =>
    decideGap(
      parseInput(GapBoard, "gap board", state),
      parseInput(GapCommand, "gap command", command),
    ),
  evolve: (state, event) => {
    const { verdicts } = parseInput(GapBoard, "gap board", state);
    const happened = parseInput(GapEvent, "gap event", event);
    const others = verdicts.filter((standing) => standing.question !== happened.question);
    return { verdicts: happened.type === "reopened" ? others : [...others, happened] };
  },
};

function decideGap({ verdicts }: GapBoard, asked: GapCommand): Decision<GapEvent, GapRefusal> {
  const isDecided = (name: string) => verdicts.some((standing) => standing.question === name);
  if (asked.type === "reopen" && !isDecided(asked.question))
    return refused("gap-not-decided", asked.question);
  if (asked.type !== "reopen" && isDecided(asked.question))
    return refused("gap-decided", asked.question);
  if (asked.type !== "merge") return { outcome: "accepted", events: [eventOf(asked)] };
  if (asked.into === asked.question) return refused("gap-merged-into-itself", asked.question);
  if (isDecided(asked.into)) return refused("gap-decided", asked.into);
  return { outcome: "accepted", events: [eventOf(asked)] };
}

function eventOf(asked: GapCommand): GapEvent {
  const { commandId: _, expectedVersion: __, ...rest } = asked;
  switch (rest.type) {
    case "approve":
      return { ...rest, type: "approved" };
    case "dismiss":
      return { ...rest, type: "dismissed" };
    case "merge":
      return { ...rest, type: "merged" };
    case "reopen":
      return { ...rest, type: "reopened" };
    default:
      return rest satisfies never;
  }
}

function refused(code: GapRefusal["code"], name: string): Decision<GapEvent, GapRefusal> {
  return { outcome: "refused", because: { code, facts: { question: name } } };
}
