import { fnv1a32 } from "@kefu/core";
import { kindOf } from "./character-kind.ts";
import { defaultLexicon } from "./default-lexicon.ts";
import { isStopStem } from "./english-words.ts";
import { FOLDED_FROM, FOLDED_TO } from "./han-folding-data.ts";
import { FIELD_WEIGHT } from "./ranking-weights.ts";
import { unitsOf } from "./units.ts";

/** Characters that came late into Unicode: a runtime that does not know them reads them as punctuation. */
const LATE =
  "\u08b5\u0870\u0c5d\u0cf3\u0ece\u1c89\u1ace\u1add\u2c2f\u31bb\u31e4\u9ffd\ua7c0\ua7ca\ua7cb\ua7d2\ua7da";

const PROBE = `Running flies, using one of us: can't 24 h ｆｕｌｌ Café ﬁn Ünï 退貨後 軟體〇 カード ﾊﾟ สวัสดี 한국 ${LATE} 'l'été' x`;

let known: number | undefined;

/**
 * Tells whether two analyzers read texts alike: rules, tables, weights that are part of a row, and what the runtime knows of
 * Unicode. A snapshot of one is of no use to another.
 */
export function analyzerFingerprint(): number {
  known ??= fnv1a32(
    JSON.stringify([
      unitsOf(PROBE),
      Array.from(LATE, (character) => kindOf(character.charCodeAt(0))),
      PROBE.split(" ").map(isStopStem),
      [FOLDED_FROM, FOLDED_TO],
      FIELD_WEIGHT,
      defaultLexicon,
    ]),
  );
  return known;
}
