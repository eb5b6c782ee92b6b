import { Instant, Locale } from "@kefu/core";
import { z } from "zod";
import { SkillLevel } from "./agent.ts";

const word = z.string().min(1).max(128);

/** A ticket that waits for somebody, and what that takes. */
export const WorkItem = z.strictObject({
  /** Which ticket. */
  id: word,
  /** When it came. */
  openedAt: Instant,
  /** When the next thing is due on it, of all its clocks and promises; absent when nothing is. */
  dueAt: Instant.optional(),
  /** How soon it is to be looked at. */
  priority: z.enum(["low", "normal", "high", "urgent"]).default("normal"),
  /** What must be mastered, and how well at least, from 1 to 5. */
  skills: z.record(word, SkillLevel).readonly().default({}),
  /** The language to answer in; absent when any will do. */
  language: Locale.optional(),
  /** How much of an agent's capacity it takes. */
  size: z.int().positive().max(100_000).default(1),
  /** Who has looked after this customer or ticket before. */
  knownAgentId: word.optional(),
  /** Who handed it back, or must not get it. */
  declinedBy: z.array(word).max(1000).readonly().default([]),
});
/** A ticket that waits for somebody, see the schema of the same name. */
export interface WorkItem extends Readonly<z.output<typeof WorkItem>> {}
/** A work item as written: keys with a default may be left out. */
export interface WorkItemInput extends Readonly<z.input<typeof WorkItem>> {}
