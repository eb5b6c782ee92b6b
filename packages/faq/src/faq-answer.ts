import { z } from "zod";
import { DecisionTreeAnswer } from "./knowledge/decision-tree.ts";
import { MediaAnswer, TableAnswer } from "./knowledge/faq-answer-formats.ts";

/** An answer in Markdown: paragraphs, lists, tables, links to other entries as `[text](entry:its-id)`. */
export const MarkdownAnswer = z.strictObject({
  /** Tells the formats apart. */
  format: z.literal("markdown"),
  /** The whole answer. */
  markdown: z.string(),
});
/** An answer in Markdown, see the schema of the same name. */
export interface MarkdownAnswer extends Readonly<z.output<typeof MarkdownAnswer>> {}

/** An answer that is done one step after the other. */
export const StepsAnswer = z.strictObject({
  /** Tells the formats apart. */
  format: z.literal("steps"),
  /** What to know before the first step, Markdown. */
  intro: z.string().optional(),
  /** What to do, in order, each inline Markdown; at least one. */
  steps: z.array(z.string()).min(1).readonly(),
  /** What to know after the last step, Markdown. */
  outro: z.string().optional(),
});
/** An answer that is done one step after the other, see the schema of the same name. */
export interface StepsAnswer extends Readonly<z.output<typeof StepsAnswer>> {}

/** What an entry answers, in the format that fits it. */
export const FaqAnswer = z.discriminatedUnion("format", [
  MarkdownAnswer,
  StepsAnswer,
  TableAnswer,
  DecisionTreeAnswer,
  MediaAnswer,
]);
/** What an entry answers, see the schema of the same name. */
export type FaqAnswer =
  | MarkdownAnswer
  | StepsAnswer
  | TableAnswer
  | DecisionTreeAnswer
  | MediaAnswer;
