import { Condition } from "@kefu/core";
import { z } from "zod";
import { FormKey, FormQuestion } from "./question.ts";

/** A figure worked out from answers, which later conditions, quotas and the response can use. */
export const CalculatedValue = z.strictObject({
  /** Unique among questions, hidden fields and calculated values. */
  id: FormKey,
  /** How to put the answers together. `"count"` counts the questions answered. */
  how: z.enum(["sum", "mean", "min", "max", "count"]),
  /** Which questions: numbers and ratings count as they are, options by their points. */
  of: z.array(FormKey).min(1).max(500).readonly(),
  /** Below this share of answered questions the value is absent: two of five answers are no mean of five. */
  minAnsweredShare: z.number().min(0).max(1).default(0),
});

/** A limit to how many responses of a kind are wanted. */
export const FormQuota = z.strictObject({
  /** Unique among quotas. */
  id: FormKey,
  /** How many are wanted. */
  limit: z.int().nonnegative(),
  /** Which responses count. */
  if: Condition,
  /** What happens to the next one: the survey ends, or goes on and the response is marked. */
  action: z.enum(["endSurvey", "continueSurvey"]).default("endSurvey"),
  /** Whether responses that were not finished count. */
  countPartial: z.boolean().default(false),
});
/** A limit to how many responses of a kind are wanted, see the schema of the same name. */
export type FormQuota = z.output<typeof FormQuota>;

/** A form: what is asked, in which order, of whom. */
export const Form = z.strictObject({
  /** Names the form through all its versions. */
  id: z.string().min(1).max(128),
  /** Counts up with every change; answers belong to a version. */
  version: z.int().positive().default(1),
  /** What is asked, in order. */
  questions: z.array(FormQuestion).min(1).max(500).readonly(),
  /** Fields that the shop fills in, such as the order's number; conditions can look at them. */
  hidden: z.array(FormKey).max(100).readonly().default([]),
  /** Figures worked out from answers. */
  calculated: z.array(CalculatedValue).max(100).readonly().default([]),
  /** Limits to how many responses of a kind are wanted. */
  quotas: z.array(FormQuota).max(100).readonly().default([]),
});
/** A form, see the schema of the same name. */
export interface Form extends Readonly<z.output<typeof Form>> {}
/** A form as it is written: keys with a default may be left out. */
export interface FormInput extends Readonly<z.input<typeof Form>> {}
