import { type ParseError, parse as parseTolerantly } from "jsonc-parser";
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

/** JSON.parse does not always say where; a parser for editors does. */
function brokenLine(text: string): number | undefined {
  const errors: ParseError[] = [];
  parseTolerantly(text, errors, { disallowComments: true, allowEmptyContent: false });
  return errors[0] && text.slice(0, errors[0].offset).split("\n").length;
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
