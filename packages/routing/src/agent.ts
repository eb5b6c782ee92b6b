import { Instant, Locale } from "@kefu/core";
import { z } from "zod";

const word = z.string().min(1).max(128);

/** How well someone masters something: 1 knows it, 5 teaches it. */
export const SkillLevel = z.int().min(1).max(5);

/** Someone who answers, and how things stand with them at the moment. */
export const Agent = z.strictObject({
  /** Stands for them everywhere else. */
  id: word,
  /** What they master, and how well, from 1 to 5. */
  skills: z.record(word, SkillLevel).readonly().default({}),
  /** The languages they write: `"zh-Hant"` serves `"zh-TW"`, `"zh"` serves both scripts, and either serves who says just `"zh"`. */
  languages: z.array(Locale).max(100).readonly().default([]),
  /** The name of the calendar of their own working hours. */
  calendar: word,
  /** Spans in which they are away though the calendar is open, from a moment on, up to but not including another. */
  absences: z
    .array(
      z
        .strictObject({ from: Instant, to: Instant })
        .refine(({ from, to }) => from <= to, { message: "ends before it starts" }),
    )
    .max(1000)
    .readonly()
    .default([]),
  /** How much they can look after at a time; a ticket takes 1 unless it says otherwise. */
  capacity: z.int().nonnegative().max(100_000).default(1),
  /** How much they look after now. */
  load: z.int().nonnegative().max(1_000_000).default(0),
  /** The share of tickets they are to get, beside the weights of the others; 1 by default. */
  weight: z.int().min(1).max(1000).default(1),
  /** How many tickets they got lately: since the morning, or within whatever span is to be fair. */
  recentAssignments: z.int().nonnegative().max(1_000_000).default(0),
  /** When they got the last one. */
  lastAssignedAt: Instant.optional(),
});
/** Someone who answers, see the schema of the same name. */
export interface Agent extends Readonly<z.output<typeof Agent>> {}
/** An agent as written: keys with a default may be left out. */
export interface AgentInput extends Readonly<z.input<typeof Agent>> {}
