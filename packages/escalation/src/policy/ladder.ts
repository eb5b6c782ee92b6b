import { Condition, ServiceLevel } from "@kefu/core";
import { z } from "zod";
import { PositiveBudget } from "./positive-duration.ts";

/** What holds on one level of need, and where an unmet need goes from there. */
export const Rung = z.strictObject({
  /** The level. */
  level: ServiceLevel,
  /** How many attempts may leave the need unmet before it climbs. */
  attempts: z.int().min(1).max(1000).default(1),
  /** How long the need may stay; without it, for ever. */
  limit: z
    .strictObject({
      /** How much time there is on this level. */
      budget: PositiveBudget,
      /** In which calendar of the context it is counted. */
      calendar: z.string().min(1).max(200),
    })
    .optional(),
  /** Where an unmet need goes; without it this level is the last. */
  unmetTo: ServiceLevel.optional(),
  /** To what a customer whose need was met here is invited. */
  invitesTo: ServiceLevel.optional(),
});
/** What holds on one level of need, see the schema of the same name. */
export interface Rung extends Readonly<z.output<typeof Rung>> {}

/** How needs climb from level to level. */
export const Ladder = z
  .strictObject({
    /** Which level a ticket enters at; the first that applies. Otherwise at the one it says itself, or the lowest rung. */
    entry: z
      .array(
        z.strictObject({
          /** Asked of the ticket's attributes; without it every ticket will do. */
          when: Condition.optional(),
          /** The level to enter at. */
          level: ServiceLevel,
        }),
      )
      .max(100)
      .readonly()
      .default([]),
    /** The levels, lowest first, each once. */
    rungs: z.array(Rung).min(1).max(4).readonly(),
    /** Where somebody gets who wishes to speak to a person. */
    personLevel: ServiceLevel.default("contact"),
    /** Where a complaint is looked after, unless it is higher already. */
    complaintLevel: ServiceLevel.default("contact"),
  })
  .superRefine(({ rungs, entry, personLevel, complaintLevel }, context) => {
    const known = rungs.map(({ level }) => level);
    if (new Set(known).size < known.length) {
      context.addIssue({ code: "custom", path: ["rungs"], message: "names a level twice" });
    }
    const check = (level: ServiceLevel | undefined, path: (string | number)[]) => {
      if (level === undefined || known.includes(level)) return;
      context.addIssue({ code: "custom", path, message: `has no rung for ${level}` });
    };
    rungs.forEach(({ unmetTo, invitesTo }, i) => {
      check(unmetTo, ["rungs", i, "unmetTo"]);
      check(invitesTo, ["rungs", i, "invitesTo"]);
    });
    entry.forEach(({ level }, i) => {
      check(level, ["entry", i, "level"]);
    });
    check(personLevel, ["personLevel"]);
    check(complaintLevel, ["complaintLevel"]);
    rungs.forEach((rung, i) => {
      if (!returnsTo(rungs, rung.level)) return;
      const message = "leads in a circle";
      context.addIssue({ code: "custom", path: ["rungs", i, "unmetTo"], message });
    });
  });
/** How needs climb from level to level, see the schema of the same name. */
export interface Ladder extends Readonly<z.output<typeof Ladder>> {}

/** Whether whoever climbs from a level gets back to it. */
function returnsTo(rungs: readonly Rung[], start: ServiceLevel): boolean {
  let level: ServiceLevel | undefined = start;
  for (let step = 0; step < rungs.length; step++) {
    level = rungs.find((rung) => rung.level === level)?.unmetTo;
    if (level === start) return true;
  }
  return false;
}
