import {
  APOSTROPHE,
  DIGIT,
  GRAM,
  HAN_SURROGATE,
  isHan,
  kindOf,
  LETTER,
  MARK,
  SPACE,
} from "./character-kind.ts";
import { isStopWord, spelledOut, stemOf } from "./english-words.ts";
import { foldText } from "./fold-text.ts";
import { foldedHan } from "./han-folding.ts";
import { UNIT_WEIGHT } from "./ranking-weights.ts";

/** The smallest thing that is searched: a stemmed word, or one character of a script without spaces. */
export interface Unit {
  /** What it is searched as. */
  readonly key: string;
  /** As written, lower case, without accents: what typing mistakes are compared with. */
  readonly word: string;
  /** Where it begins in the original text. */
  readonly start: number;
  /** Where it ends in the original text. */
  readonly end: number;
  /** Whether it is a character rather than a word. */
  readonly isGram: boolean;
  /** How much it says by itself, before rarity: function words say less. */
  readonly weight: number;
  /** Whether nothing but space parts it from the unit before it. */
  readonly isJoined: boolean;
}

const FUNCTION_CHARACTERS = new Set(
  "的了吗呢吧啊呀是我你您他她它们这那个在有和与就也都还很着把被给要会能可以请问么什怎哪为之其及或",
);

/**
 * The units of a text, in order. One path for all scripts, from Unicode properties alone, so that a base indexed on one
 * runtime is searched alike on another.
 */
export function unitsOf(original: string): Unit[] {
  const { text, origins } = foldText(original);
  const units: Unit[] = [];
  let isJoined = false;
  const add = (
    key: string,
    word: string,
    from: number,
    to: number,
    isGram: boolean,
    weight: number,
  ) => {
    const start = origins === null ? from : (origins.starts[from] as number);
    const end = origins === null ? to : (origins.ends[to - 1] as number);
    units.push({ key, word, start, end, isGram, weight, isJoined });
    isJoined = true;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    const end = endOfUnit(text, at, kind);
    if (kind === GRAM) {
      const key = String.fromCharCode(foldedHan(code));
      add(key, key, at, end, true, gramWeight(code, key));
    } else if (kind === HAN_SURROGATE && end > at + 1) {
      const key = text.slice(at, end);
      add(key, key, at, end, true, UNIT_WEIGHT.han);
    } else if (kind === LETTER || kind === DIGIT) {
      for (const word of wordsOf(text.slice(at, end))) {
        add(stemOf(word), word, at, end, false, wordWeight(word, kind));
      }
    } else if (kind !== SPACE && kind !== MARK) isJoined = false;
    at = end;
  }
  return units;
}

function gramWeight(code: number, key: string): number {
  if (!isHan(code)) return UNIT_WEIGHT.gram;
  return FUNCTION_CHARACTERS.has(key) ? UNIT_WEIGHT.functionCharacter : UNIT_WEIGHT.han;
}

function wordWeight(word: string, kind: number): number {
  if (kind === DIGIT) return word.length > 4 ? UNIT_WEIGHT.longNumber : UNIT_WEIGHT.number;
  return isStopWord(word) ? UNIT_WEIGHT.stopWord : UNIT_WEIGHT.word;
}

function wordsOf(written: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
  const plain = /^[\x00-\x7f]*$/.test(written) ? written : withoutAccents(written);
  return plain.length > 2 ? spelledOut(plain) : [plain];
}

const DROPS_ACCENTS = /[\p{Script=Latin}\p{Script=Greek}]/u;

/** Accents are dropped after Latin and Greek letters; elsewhere a mark is part of the letter. */
function withoutAccents(word: string): string {
  let isDropping = false;
  let bare = "";
  for (const character of word.normalize("NFD")) {
    const isMark = kindOf(character.charCodeAt(0)) === MARK;
    if (!isMark) isDropping = DROPS_ACCENTS.test(character);
    if (!isMark || !isDropping) bare += character;
  }
  return bare.normalize("NFC");
}

function endOfUnit(text: string, from: number, kind: number): number {
  if (kind === HAN_SURROGATE) return from + (isLowSurrogate(text.charCodeAt(from + 1)) ? 2 : 1);
  if (kind !== LETTER && kind !== DIGIT) return from + 1;
  let at = from + 1;
  while (at < text.length && continuesWord(text, at, kind)) at++;
  return at;
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

function continuesWord(text: string, at: number, kind: number): boolean {
  const here = kindOf(text.charCodeAt(at));
  if (here === kind || here === MARK) return true;
  return here === APOSTROPHE && kind === LETTER && kindOf(text.charCodeAt(at + 1)) === LETTER;
}
