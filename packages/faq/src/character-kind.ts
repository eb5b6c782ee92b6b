/** What a code unit does in a text. The kinds up to {@link MARK} and from {@link APOSTROPHE} on belong to no unit. */
const SPACE = 1;
export const MARK = 2;
export const LETTER = 3;
export const DIGIT = 4;
/** A character of a script that writes no spaces, or joins its words so freely that characters serve better. */
const GRAM = 5;
/** The first half of a Han character beyond the basic plane. */
export const HAN_SURROGATE = 6;
export const APOSTROPHE = 7;
/** Punctuation, symbols, emoji, controls: ends whatever stood before it. */
const BREAK = 8;

const kinds = new Uint8Array(0x10000);

const GRAM_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;

/** The kind of a code unit. Looked up by Unicode property once per character, then remembered. */
export function kindOf(code: number): number {
  return kinds[code] || remember(code);
}

function remember(code: number): number {
  const kind = classify(code);
  kinds[code] = kind;
  return kind;
}

const RULES: readonly (readonly [RegExp, number])[] = [
  [/\s/u, SPACE],
  [/['\u2019\u02bc]/u, APOSTROPHE],
  [GRAM_SCRIPTS, GRAM],
  [/\p{M}/u, MARK],
  [/\p{Nd}/u, DIGIT],
  [/[\p{L}\p{N}]/u, LETTER],
];

function classify(code: number): number {
  // Planes 2 and 3 hold nothing but Han characters.
  if (code >= 0xd840 && code <= 0xd8bf) return HAN_SURROGATE;
  if (code >= 0xd800 && code <= 0xdfff) return BREAK;
  const character = String.fromCharCode(code);
  return RULES.find(([pattern]) => pattern.test(character))?.[1] ?? BREAK;
}

/** Whether a code unit is a Han character of the basic plane. */
export const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3005;
