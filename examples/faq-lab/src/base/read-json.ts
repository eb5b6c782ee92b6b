import { LineCounter, parseDocument } from "yaml";
import { LabError } from "../lab-error.ts";
import type { EntryPart } from "./entry-part.ts";
import { linesOf } from "./read-text.ts";

/** The value of a JSON file. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LabError(`is not valid JSON: ${reasonOf(error)}`, { file, line: brokenLine(text) });
  }
}

/** V8 quotes the text around a mistake, which would spread over several lines. */
const reasonOf = (error: unknown) =>
  (error as Error).message.replace(/[\r\n]+\s*/g, " ").slice(0, 120);

/** JSON.parse names no line; YAML, of which JSON is a part, is read with them. */
function brokenLine(text: string): number | undefined {
  const lineCounter = new LineCounter();
  const [first] = parseDocument(text, { lineCounter, prettyErrors: true }).errors;
  return first?.linePos?.[0].line;
}

/** The values of a file with one JSON value a line; blank lines are passed over. */
export function parseJsonLines(text: string, file: string): readonly EntryPart[] {
  return linesOf(text, file).flatMap((line, at) => {
    if (line.trim() === "") return [];
    const place = { file, line: at + 1 };
    try {
      return [{ place, entry: JSON.parse(line) as unknown }];
    } catch (error) {
      throw new LabError(`is not valid JSON: ${reasonOf(error)}`, place);
    }
  });
}
