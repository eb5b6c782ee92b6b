import { PositiveBudget } from "@kefu/calendar";
import { Condition, SERVICE_LEVELS, ServiceLevel } from "@kefu/core";
import { z } from "zod";
import { namesTwice } from "./names-twice.ts";

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
  /** Where an unmet need goes, a higher level; without it this level is the last. */
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
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const check = (level: ServiceLevel | undefined, ...path: (string | number)[]) => {
      if (level !== undefined && !known.includes(level)) refuse(path, `has no rung for ${level}`);
    };
    if (namesTwice(known)) refuse(["rungs"], "names a level twice");
    rungs.forEach(({ level, unmetTo, invitesTo }, i) => {
      check(unmetTo, "rungs", i, "unmetTo");
      check(invitesTo, "rungs", i, "invitesTo");
      // What only ever climbs cannot lead in a circle.
      const climbs = unmetTo === undefined || rankOf(unmetTo) > rankOf(level);
      if (!climbs) refuse(["rungs", i, "unmetTo"], `must be higher than ${level}`);
    });
    for (const [i, { level }] of entry.entries()) check(level, "entry", i, "level");
    check(personLevel, "personLevel");
    check(complaintLevel, "complaintLevel");
  });
/** How needs climb from level to level, see the schema of the same name. */
export interface Ladder extends Readonly<z.output<typeof Ladder>> {}

/** How high a level is, counted from 0. */
export const rankOf = (level: ServiceLevel): number => SERVICE_LEVELS.indexOf(level);
