import { Condition, LocalDate, LocalizedText } from "@kefu/core";
import { z } from "zod";

/** Names a question, an option, a row; it is a key of stored answers, so it has no dot and no name of a prototype's. */
export const FormKey = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,64}$/u, "must be 1 to 64 letters, digits, _ or -")
  .refine((key) => !(key in {}), "is reserved");

const count = z.int().nonnegative();

/** One of the answers to choose from. */
export const FormOption = z.strictObject({
  /** What is stored. */
  id: FormKey,
  /** What is shown; the id where it is left out. */
  label: LocalizedText.optional(),
  /** What the option counts in a calculated value. */
  points: z.number().min(-1e9).max(1e9).optional(),
});

/** Where to go on after a question. */
export const FormJump = z.strictObject({
  /** When to jump; always where it is left out. */
  if: Condition.optional(),
  /** The question to go on with, or `null` to end there. */
  goTo: FormKey.nullable(),
});

const common = {
  /** Unique in the form. */
  id: FormKey,
  /** What is asked. */
  title: LocalizedText.optional(),
  /** Whether it has to be answered, where it is asked at all. */
  required: z.boolean().default(false),
  /** When it is asked; always where it is left out. Only what was asked before may be looked at. */
  visibleIf: Condition.optional(),
  /** When it has to be answered, beside `required`. */
  requiredIf: Condition.optional(),
  /** Where to go on: the first jump that holds; else the question that follows. */
  next: z.array(FormJump).max(100).readonly().default([]),
};

const options = z
  .array(FormOption)
  .min(1)
  .max(1000)
  .readonly()
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "names an id twice");

const bound = z.number().min(-1e15).max(1e15).optional();

/** A free text. */
const TextQuestion = z.strictObject({
  ...common,
  type: z.literal("text"),
  /** The fewest characters. */
  minLength: count.optional(),
  /** The most characters. */
  maxLength: count.max(100_000).default(10_000),
  /** Whether digits may be in it. */
  allowDigits: z.boolean().default(true),
  /** What it has to be. */
  format: z.enum(["any", "email", "url", "phone"]).default("any"),
});

/** A number. Written digits are read, with a point or a comma. */
const NumberQuestion = z.strictObject({
  ...common,
  type: z.literal("number"),
  /** The least, inclusive. */
  min: bound,
  /** The most, inclusive. */
  max: bound,
  /** Whether it has to be whole. */
  whole: z.boolean().default(false),
});

/** One of some options. */
const SingleQuestion = z.strictObject({ ...common, type: z.literal("single"), options });

/** Some of some options. */
const MultiQuestion = z.strictObject({
  ...common,
  type: z.literal("multi"),
  options,
  /** The fewest to choose. */
  minChoices: count.default(0),
  /** The most to choose. */
  maxChoices: count.max(1000).optional(),
});

const USUAL_SCALES = { nps: [0, 10], csat: [1, 5], ces: [1, 7], likert: [1, 5] } as const;

/** A rating on a scale of whole numbers. */
const RatingQuestion = z
  .strictObject({
    ...common,
    type: z.literal("rating"),
    /** What it measures: decides how it is scored, and the usual scale. */
    kind: z.enum(["nps", "csat", "ces", "likert"]).default("likert"),
    /** The lowest and the highest rating, both included; 0–10, 1–5, 1–7 and 1–5 by default. An NPS has no other. */
    scale: z
      .tuple([count.max(100), count.max(100)])
      .readonly()
      .optional(),
  })
  .transform((question) => ({ ...question, scale: question.scale ?? USUAL_SCALES[question.kind] }));

/** Options put in order, all or none. */
const RankingQuestion = z.strictObject({ ...common, type: z.literal("ranking"), options });

/** One column for each row. */
const MatrixQuestion = z.strictObject({
  ...common,
  type: z.literal("matrix"),
  /** What is rated. */
  rows: options,
  /** How it is rated. */
  columns: options,
});

/** A day. */
const DateQuestion = z.strictObject({
  ...common,
  type: z.literal("date"),
  /** The first day that will do. */
  min: LocalDate.optional(),
  /** The last day that will do. */
  max: LocalDate.optional(),
});

/** A box to tick; where it is required, it has to be ticked. */
const ConsentQuestion = z.strictObject({ ...common, type: z.literal("consent") });

/** How to reach the customer. */
const ContactQuestion = z.strictObject({
  ...common,
  type: z.literal("contact"),
  /** What may be given. */
  fields: z
    .array(z.enum(["name", "email", "phone"]))
    .min(1)
    .max(3)
    .readonly()
    .default(["name", "email"]),
  /** What of it has to be given, when anything is. */
  requiredFields: z
    .array(z.enum(["name", "email", "phone"]))
    .max(3)
    .readonly()
    .default([]),
});

/** Something to ask. */
export const FormQuestion = z.discriminatedUnion("type", [
  TextQuestion,
  NumberQuestion,
  SingleQuestion,
  MultiQuestion,
  RatingQuestion,
  RankingQuestion,
  MatrixQuestion,
  DateQuestion,
  ConsentQuestion,
  ContactQuestion,
]);
/** Something to ask, see the schema of the same name. */
export type FormQuestion = z.output<typeof FormQuestion>;
