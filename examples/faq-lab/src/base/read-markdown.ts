import MarkdownIt from "markdown-it";
import { parse } from "yaml";
import { z } from "zod";
import { LabError } from "../lab-error.ts";
import { type EntryPart, entryOfText, guessLocale } from "./entry-part.ts";
import { linesOf } from "./read-text.ts";

const FrontMatter = z.strictObject({
  id: z.string().optional(),
  locale: z.string().optional(),
  question: z.string().optional(),
  alternates: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  category: z.array(z.string()).default([]),
});
type FrontMatter = z.output<typeof FrontMatter>;

interface Source {
  readonly file: string;
  /** The name of the file without its ending: the id, where none is written. */
  readonly name: string;
}

interface Section {
  readonly level: number;
  readonly title: string;
  readonly line: number;
  readonly body: readonly string[];
}

/** The entries of a Markdown file: one for each `##`, or the whole file where there is none. */
export function readMarkdown(text: string, { file, name }: Source): readonly EntryPart[] {
  const lines = linesOf(text, file);
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  const front = readFrontMatter(lines.slice(1, Math.max(1, end)).join("\n"), file);
  const sections = sectionsOf(lines, end + 1);
  const questions = sections.filter(({ level }) => level === 2);
  if (questions.length > 0 && front.question === undefined) {
    return questions.map((section, at) => partOfSection(section, front, { file, name }, at));
  }
  const [title] = sections.filter(({ level }) => level === 1);
  const question = front.question ?? title?.title;
  if (question === undefined) {
    throw new LabError("has neither a heading nor a question in its front matter", {
      file,
      line: 1,
    });
  }
  const { id = name, locale = guessLocale(question) } = front;
  const answer = (title?.body ?? lines.slice(end + 1)).join("\n").trim();
  const entry = entryOfText({ ...front, id, locale, question, answer });
  return [{ place: { file, line: title?.line ?? 1 }, entry }];
}

function readFrontMatter(yaml: string, file: string): FrontMatter {
  let value: unknown;
  try {
    value = parse(yaml) ?? {};
  } catch (error) {
    const { message, linePos } = error as Error & { linePos?: [{ line: number }] };
    const line = (linePos?.[0].line ?? 1) + 1;
    throw new LabError(`front matter: ${message.split("\n")[0]}`, { file, line });
  }
  const { success, data, error } = FrontMatter.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new LabError(`front matter: ${issue?.path.join(".")} ${issue?.message}`, { file, line: 1 });
}

const markdown = new MarkdownIt();

/** Headings and what stands under them; "##" within a block of code is no heading. */
function sectionsOf(lines: readonly string[], from: number): Section[] {
  const tokens = markdown.parse(lines.slice(from).join("\n"), {});
  const heads = tokens.flatMap(({ type, tag, map, level }, at) => {
    const depth = Number(tag.slice(1));
    if (type !== "heading_open" || map === null || level > 0 || depth > 2) return [];
    return [
      { depth, title: tokens[at + 1]?.content ?? "", start: map[0] + from, end: map[1] + from },
    ];
  });
  return heads.map(({ depth, title, start, end }, at) => ({
    level: depth,
    title,
    line: start + 1,
    body: lines.slice(end, heads[at + 1]?.start ?? lines.length),
  }));
}

/** Other ways of asking stand as a quotation under the question, one a line. */
function partOfSection(
  section: Section,
  front: FrontMatter,
  source: Source,
  at: number,
): EntryPart {
  const [, question = "", id = `${source.name}-${at + 1}`] =
    /^(.*?)(?:\s*\{#([^}\s]+)\})?$/.exec(section.title) ?? [];
  const body = section.body.join("\n").trim().split("\n");
  const end = body.findIndex((line) => !line.startsWith(">"));
  const quoted = body.slice(0, end < 0 ? body.length : end);
  const entry = entryOfText({
    ...front,
    id,
    locale: front.locale ?? guessLocale(question),
    question,
    alternates: quoted.map((line) => line.slice(1).trim()).filter((line) => line !== ""),
    answer: body.slice(quoted.length).join("\n").trim(),
  });
  return { place: { file: source.file, line: section.line }, entry };
}
