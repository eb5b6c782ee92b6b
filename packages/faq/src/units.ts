import { APOSTROPHE, DIGIT, HAN_SURROGATE, kindOf, LETTER, MARK } from "./character-kind.ts";
import { foldText } from "./fold-text.ts";
import { type NumberedPiece, type Piece, piecesAt } from "./text-pieces.ts";

/** The smallest thing that is searched: a stemmed word, or one character of a script without spaces. */
export interface Unit extends Piece {
  /** Where it begins in the original text. */
  readonly start: number;
  /** Where it ends in the original text. */
  readonly end: number;
  /** Whether nothing but space parts it from the unit before it. */
  readonly isJoined: boolean;
}

/**
 * The units of a text, in order. One path for all scripts, from Unicode properties alone, so that a base indexed on one
 * runtime is searched alike on another.
 */
export function unitsOf(original: string): Unit[] {
  const { text, origins } = foldText(original);
  const units: Unit[] = [];
  scanFolded(text, ({ key, word, kind, isGram, weight }, isJoined, from, to) => {
    const start = origins?.starts[from] ?? from;
    const end = origins?.ends[to - 1] ?? to;
    units.push({ key, word, kind, isGram, weight, start, end, isJoined });
  });
  return units;
}

/** Takes a piece, whether nothing but space parts it from the one before, and where in the text it stands. */
export type PieceVisitor = (
  piece: NumberedPiece,
  isJoined: boolean,
  from: number,
  to: number,
) => void;

/** Visits the pieces of a text that is folded already: what its units are made of, without making them. */
export function scanFolded(text: string, visit: PieceVisitor): void {
  let isJoined = false;
  let end = 0;
  for (let at = 0; at < text.length; at = end) {
    const kind = kindOf(text.charCodeAt(at));
    end = endOfUnit(text, at, kind);
    // The kinds from here on part the units on their sides.
    if (kind >= APOSTROPHE) isJoined = false;
    if (kind <= MARK || kind >= APOSTROPHE) continue;
    const pieces = piecesAt(text, at, end, kind);
    for (let index = 0; index < pieces.length; index++) {
      visit(pieces[index] as NumberedPiece, isJoined, at, end);
      isJoined = true;
    }
  }
}

function endOfUnit(text: string, from: number, kind: number): number {
  if (kind === HAN_SURROGATE) return Math.min(text.length, from + 2);
  if (kind !== LETTER && kind !== DIGIT) return from + 1;
  let at = from + 1;
  while (at < text.length && continuesWord(text, at, kind)) at++;
  return at;
}

function continuesWord(text: string, at: number, kind: number): boolean {
  const here = kindOf(text.charCodeAt(at));
  if (here === kind || here === MARK) return true;
  return here === APOSTROPHE && kind === LETTER && kindOf(text.charCodeAt(at + 1)) === LETTER;
}
