import { EDITORS, FILES } from "../editor/entry-record.ts";
import type { Reader } from "../web/reader.ts";

/** Who wrote a revision, in the reader's language. */
export function authorName({ texts }: Reader, author: string): string {
  const { fromFiles, editors } = texts.editor.entry;
  return author === FILES ? fromFiles : author === EDITORS ? editors : author;
}
