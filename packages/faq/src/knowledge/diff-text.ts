import { diffArrays } from "diff";

/** A piece of two texts laid over each other. */
export interface DiffPiece {
  /** `"same"` stands in both, `"removed"` only in the older, `"added"` only in the newer text. */
  readonly kind: "same" | "removed" | "added";
  /** The piece itself; never empty. */
  readonly text: string;
}

/** Texts of more pieces are compared by line, those of more lines as a whole, so that any text is done in time. */
const MOST_PIECES = 20_000;
/** How many pieces may differ before a coarser comparison reads better, and is quicker. */
const MOST_EDITS = 600;

/** Words, single Han characters, line ends, space, and each other character; together they are the text. */
const FINE = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|\r?\n|[^\S\n]+|[\s\S]/gu;
const LINES = /[^\n]*\n|[^\n]+/g;

/**
 * What was removed and added between two texts, by words (in Chinese by characters). What is the same and removed makes
 * the older text, what is the same and added the newer. Removed comes before added.
 */
export function diffText(older: string, newer: string): DiffPiece[] {
  if (older === newer) return pieces(["same", older]);
  return (
    diffBy(FINE, older, newer) ??
    diffBy(LINES, older, newer) ??
    pieces(["removed", older], ["added", newer])
  );
}

function diffBy(pattern: RegExp, older: string, newer: string): DiffPiece[] | undefined {
  const [before, after] = [older.match(pattern) ?? [], newer.match(pattern) ?? []];
  if (before.length + after.length > MOST_PIECES) return undefined;
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  return changes?.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

function pieces(...given: (readonly [kind: DiffPiece["kind"], text: string])[]): DiffPiece[] {
  return given.flatMap(([kind, text]) => (text === "" ? [] : [{ kind, text }]));
}
