import { createHash } from "node:crypto";

/** An id for a new entry: the words of its question where they are Latin ones, else a short name of its own. */
export function newEntryId(question: string, isTaken: (id: string) => boolean): string {
  const words = question
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
  const hash = createHash("sha256").update(question).digest("hex").slice(0, 8);
  const name = words.length < 3 ? `entry-${hash}` : words;
  for (let number = 1; ; number++) {
    const id = number === 1 ? name : `${name}-${number}`;
    if (!isTaken(id)) return id;
  }
}
