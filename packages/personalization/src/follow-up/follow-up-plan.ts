import { Instant, type JsonValue } from "@kefu/core";
import { z } from "zod";
import { RuleMessage, Variant } from "../rules/rule-set.ts";

const label = z.string().min(1).max(128);
const days = z.int().nonnegative().max(36_500);
const { content } = Variant.shape as { readonly content: z.ZodType<JsonValue> };

const stepShape = {
  /** Names the step, once in its plan; without slashes, which divide the ids of follow-ups. */
  id: label.regex(/^[^/]*$/, "must have no slash"),
  /** The kind of event that the days are counted from, as the timeline names it: `"delivered"`. */
  on: label,
  /** The kinds of event that call it off for the same subject, for good. */
  cancelledBy: z.array(label).max(100).readonly().default(["returned", "complained"]),
  /** How many days after it is due it is still of use. */
  usefulDays: z.int().positive().max(36_500).default(7),
  /** How it is sent; asked of the contact policy. */
  message: RuleMessage,
  /** What it says. */
  content,
};

/** One contact of a plan: so many days after something, once or several times, or so many days before it. */
export const FollowUpStep = z.union([
  z.strictObject({
    ...stepShape,
    /** How many days of 24 hours after the event it is due. */
    afterDays: days,
    /** How often it comes again, and after how many days each; never, when it is absent. */
    repeat: z
      .strictObject({
        /** The days from one time to the next. */
        everyDays: z.int().positive().max(36_500),
        /** How often in all, the first time included. */
        times: z.int().positive().max(100),
      })
      .optional(),
  }),
  z.strictObject({
    ...stepShape,
    /** How many days of 24 hours before the event it is due; from the event on it is of no use. */
    beforeDays: z.int().positive().max(36_500),
  }),
]);
/** One contact of a plan, see the schema of the same name. */
export type FollowUpStep = Readonly<z.output<typeof FollowUpStep>>;

/** When customers hear from the shop after a purchase. */
export const FollowUpPlan = z
  .strictObject({
    /** The contacts; of those due in the same moment the earlier one in the list comes first. */
    steps: z.array(FollowUpStep).max(1000).readonly(),
  })
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    value.steps.forEach(({ id }, position) => {
      if (seen.has(id)) {
        const path = ["steps", position, "id"];
        issues.push({ code: "custom", input: id, path, message: "must be there only once" });
      }
      seen.add(id);
    });
  });
/** When customers hear from the shop after a purchase, see the schema of the same name. */
export interface FollowUpPlan extends Readonly<z.output<typeof FollowUpPlan>> {}
/** A plan as it is written: keys with a default may be left out. */
export interface FollowUpPlanInput extends Readonly<z.input<typeof FollowUpPlan>> {}

/** Something that happened to what a customer bought, or that is known to happen, as the end of a guarantee. */
export const TimelineEvent = z.strictObject({
  /** Names the event; told twice, it is one. */
  id: label,
  /** What happened, in the shop's own words: `"delivered"`, `"returned"`, `"guarantee-ends"`. */
  kind: label,
  /** What it happened to: an order, or one thing in it. */
  subject: label,
  /** When; may lie ahead. */
  at: Instant,
});
/** Something that happened to what a customer bought, see the schema of the same name. */
export interface TimelineEvent extends Readonly<z.output<typeof TimelineEvent>> {}

/** What is known of one customer, in any order. */
export const CustomerTimeline = z.strictObject({
  /** What happened and will happen. */
  events: z.array(TimelineEvent).readonly(),
  /** The ids of follow-ups that were done or given up; they do not come again. */
  done: z.array(z.string().max(512)).readonly().default([]),
});
/** What is known of one customer, see the schema of the same name. */
export interface CustomerTimeline extends Readonly<z.output<typeof CustomerTimeline>> {}
/** A timeline as it is written: keys with a default may be left out. */
export interface CustomerTimelineInput extends Readonly<z.input<typeof CustomerTimeline>> {}
