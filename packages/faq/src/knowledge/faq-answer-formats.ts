import { z } from "zod";

const cell = z.string().max(10_000);

/** An answer that is looked up in a table: sizes, fees, delivery times. */
export const TableAnswer = z
  .strictObject({
    /** Tells the formats apart. */
    format: z.literal("table"),
    /** What to know before reading the table, Markdown. */
    intro: z.string().optional(),
    /** What each column holds, inline Markdown; at least one. */
    columns: z.array(cell).min(1).max(50).readonly(),
    /** The rows, each with one cell a column, inline Markdown. */
    rows: z.array(z.array(cell).readonly()).max(1000).readonly(),
    /** What to know after reading the table, Markdown. */
    outro: z.string().optional(),
  })
  .check(({ value: { columns, rows }, issues }) => {
    rows.forEach((row, position) => {
      if (row.length === columns.length) return;
      const message = `must have ${columns.length} cells, as there are columns`;
      issues.push({ code: "custom", input: row, path: ["rows", position], message });
    });
  });
/** An answer that is looked up in a table, see the schema of the same name. */
export interface TableAnswer extends Readonly<z.output<typeof TableAnswer>> {}

/** An answer that is shown or heard. The library holds a reference only; the host keeps the file. */
export const MediaAnswer = z.strictObject({
  /** Tells the formats apart. */
  format: z.literal("media"),
  /** What is played or shown. */
  kind: z.enum(["image", "video", "audio", "document"]),
  /** Where it is: an https address or a path of the host's own. Other schemes could run code, and are refused. */
  source: z
    .string()
    .max(2000)
    .regex(/^(?:https:\/\/|\/(?!\/))[^\s\p{Cc}"'<>\\]+$/u, "must be an https address or a path"),
  /** The same in words, Markdown, for who cannot see or hear it; also what is searched. */
  description: z.string().min(1),
});
/** An answer that is shown or heard, see the schema of the same name. */
export interface MediaAnswer extends Readonly<z.output<typeof MediaAnswer>> {}
