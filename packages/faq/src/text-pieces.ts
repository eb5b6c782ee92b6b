import { DIGIT, isHan, kindOf, LETTER, MARK } from "./character-kind.ts";
import { isStopStem, spelledOut, stemOf } from "./english-words.ts";
import { foldedHan } from "./han-folding.ts";
import { isGramKind, TERM_KIND, weightOfKind } from "./term-kind.ts";

/** What a word or character is searched as, wherever it stands. */
export interface Piece {
  /** What it is searched as. */
  readonly key: string;
  /** As written, lower case, without accents: what typing mistakes are compared with. */
  readonly word: string;
  /** What sort of thing it is, see `TERM_KIND`. */
  readonly kind: number;
  /** Whether it is a character rather than a word. */
  readonly isGram: boolean;
  /** How much it says by itself, before rarity: function words say less. */
  readonly weight: number;
}

/** A piece that remembers its numbers in the vocabulary that has last asked for them: a look-up by text costs more. */
export interface NumberedPiece extends Piece {
  /** The number of that vocabulary. */
  vocabulary: number;
  term: number;
  /** The number of its word; -1 for a character. */
  wordNumber: number;
}

/** More than any vocabulary of help texts; reached only by hostile input. */
const REMEMBERED = 50_000;
/** Longer ones are no words, and would fill the memory. */
const LONGEST_REMEMBERED = 40;
const remembered = new Map<string, WrittenPieces>();

interface WrittenPieces {
  readonly written: string;
  readonly pieces: readonly NumberedPiece[];
}

/** So many words are found again without cutting them out of their text; each has one place, and gives way to the next. */
const PLACES = 1 << 15;
const placed = new Array<WrittenPieces | undefined>(PLACES);

/** The pieces of the word, number or character in a stretch of a text; more than one only for words such as "can't". */
export function piecesAt(
  text: string,
  from: number,
  to: number,
  kind: number,
): readonly NumberedPiece[] {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(at);
  const place = (hash ^ (hash >>> 14)) & (PLACES - 1);
  const known = placed[place];
  if (known !== undefined && isAt(text, from, to, known.written)) return known.pieces;
  const read = piecesOf(text.slice(from, to), kind);
  if (read.written.length <= LONGEST_REMEMBERED) placed[place] = read;
  return read.pieces;
}

function isAt(text: string, from: number, to: number, written: string): boolean {
  if (written.length !== to - from) return false;
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) !== written.charCodeAt(at - from)) return false;
  }
  return true;
}

function piecesOf(written: string, kind: number): WrittenPieces {
  const known = remembered.get(written);
  if (known !== undefined) return known;
  const isWord = kind === LETTER || kind === DIGIT;
  const read = { written, pieces: isWord ? wordPieces(written, kind) : [gram(written)] };
  if (written.length > LONGEST_REMEMBERED) return read;
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(written, read);
  return read;
}

const FUNCTION_CHARACTERS = new Set(
  "的了吗呢吧啊呀是我你您他她它们这那个在有和与就也都还很着把被给要会能可以请问么什怎哪为之其及或",
);

const pieceOf = (key: string, word: string, kind: number): NumberedPiece => ({
  key,
  word,
  kind,
  isGram: isGramKind(kind),
  weight: weightOfKind(kind),
  vocabulary: -1,
  term: -1,
  wordNumber: -1,
});

function gram(character: string): NumberedPiece {
  const code = character.charCodeAt(0);
  const isPair = character.length > 1;
  const key = isPair ? character : String.fromCharCode(foldedHan(code));
  if (FUNCTION_CHARACTERS.has(key)) return pieceOf(key, key, TERM_KIND.functionCharacter);
  return pieceOf(key, key, isPair || isHan(code) ? TERM_KIND.han : TERM_KIND.gram);
}

function wordPieces(written: string, kind: number): NumberedPiece[] {
  const plain = withoutAccents(written);
  const words = plain.length > 2 ? spelledOut(plain) : [plain];
  return words.map((word) => {
    const key = stemOf(word);
    return pieceOf(key, word, kind === DIGIT ? numberKind(key) : wordKind(key));
  });
}

const numberKind = (digits: string): number =>
  digits.length > 4 ? TERM_KIND.longNumber : TERM_KIND.number;

const wordKind = (stem: string): number => (isStopStem(stem) ? TERM_KIND.stopWord : TERM_KIND.word);

const DROPS_ACCENTS = /[\p{Script=Latin}\p{Script=Greek}]/u;

/** Accents are dropped after Latin and Greek letters; elsewhere a mark is part of the letter. */
function withoutAccents(word: string): string {
  if (/^[a-z]*$/.test(word)) return word;
  let isDropping = false;
  let bare = "";
  for (const character of word.normalize("NFD")) {
    const isMark = kindOf(character.charCodeAt(0)) === MARK;
    if (!isMark) isDropping = DROPS_ACCENTS.test(character);
    if (!isMark || !isDropping) bare += character;
  }
  return bare.normalize("NFC");
}
