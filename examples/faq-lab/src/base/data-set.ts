import { z } from "zod";
import { LabError } from "../lab-error.ts";
import { type EntryPart, entryOfText } from "./entry-part.ts";
import type { LabelledQuery } from "./labelled-query.ts";

const DataSet = z.object({
  name: z.string(),
  lang: z.string(),
  docs: z.array(
    z.object({
      id: z.number(),
      q: z.string(),
      alts: z.array(z.string()).default([]),
      tags: z.string().default(""),
      answer: z.string().default(""),
      g: z.number().optional(),
    }),
  ),
  queries: z.array(z.object({ q: z.string(), rel: z.array(z.number()), g: z.number().optional() })),
});
type DataSet = z.output<typeof DataSet>;

/** Whether a JSON value is a data set with labelled queries, `{name, lang, docs, queries}`. */
export const isDataSet = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "docs" in value && "queries" in value;

/** Numbers as ids of equal length, so that they sort as numbers do. */
const idOf = (id: number) => String(id).padStart(7, "0");

/** The entries and queries of a data set. */
export function readDataSet(
  value: unknown,
  file: string,
): { parts: readonly EntryPart[]; queries: readonly LabelledQuery[] } {
  const { success, data, error } = DataSet.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    throw new LabError(`${issue?.path.join(".")}: ${issue?.message}`, { file });
  }
  const { lang: locale, docs, queries } = data;
  const groups = groupsOf(docs);
  return {
    parts: docs.map(({ id, q, alts, tags, answer }) => ({
      place: { file },
      entry: entryOfText({
        id: idOf(id),
        locale,
        question: q,
        alternates: alts,
        answer,
        tags: tags === "" ? [] : [tags],
        category: [],
      }),
    })),
    queries: queries.map(({ q, rel, g }) => ({
      text: q,
      locale,
      right: g === undefined ? new Set(rel.map(idOf)) : (groups.get(g) ?? new Set()),
    })),
  };
}

/** Where entries stand in groups, every entry of the group answers. */
function groupsOf(docs: DataSet["docs"]): ReadonlyMap<number, ReadonlySet<string>> {
  const groups = new Map<number, Set<string>>();
  for (const { id, g } of docs) {
    if (g === undefined) continue;
    const group = groups.get(g) ?? new Set();
    groups.set(g, group.add(idOf(id)));
  }
  return groups;
}
