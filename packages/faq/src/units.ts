import {
  APOSTROPHE,
  BREAK,
  DIGIT,
  HAN_SURROGATE,
  kindOf,
  LETTER,
  MARK,
  SPACE,
} from "./character-kind.ts";
import { foldText } from "./fold-text.ts";
import { type Piece, piecesOf } from "./text-pieces.ts";

/** The smallest thing that is searched: a stemmed word, or one character of a script without spaces. */
export interface Unit extends Piece {
  /** Where it begins in the original text. */
  readonly start: number;
  /** Where it ends in the original text. */
  readonly end: number;
  /** Whether nothing but space parts it from the unit before it. */
  readonly isJoined: boolean;
}

/** What belongs to no unit, and what of it parts the units on its sides. */
const SKIPPED = new Set([SPACE, MARK, BREAK, APOSTROPHE]);
const PARTS = new Set([BREAK, APOSTROPHE]);

/**
 * The units of a text, in order. One path for all scripts, from Unicode properties alone, so that a base indexed on one
 * runtime is searched alike on another.
 */
export function unitsOf(original: string): Unit[] {
  const { text, origins } = foldText(original);
  const units: Unit[] = [];
  let isJoined = false;
  let end = 0;
  for (let at = 0; at < text.length; at = end) {
    const kind = kindOf(text.charCodeAt(at));
    end = endOfUnit(text, at, kind);
    if (PARTS.has(kind)) isJoined = false;
    if (SKIPPED.has(kind)) continue;
    const start = origins?.starts[at] ?? at;
    const stop = origins?.ends[end - 1] ?? end;
    for (const piece of piecesOf(text.slice(at, end), kind)) {
      const { key, word, isGram, weight } = piece;
      units.push({ key, word, kind: piece.kind, isGram, weight, start, end: stop, isJoined });
      isJoined = true;
    }
  }
  return units;
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
