import { stemmer } from "stemmer";

/** Words that carry little: they count half, but they count ("where is" and "when is" differ by nothing else). */
const STOP_WORDS = new Set(
  (
    "a about all also am an and any are as at be been being but by can could did do does doing for from get give go got " +
    "had has have having he her hi hello help here him his how i if in into is it its just kindly know let like may me might must my " +
    "need no not now of off on or our out over please she should so some tell than thank thanks that the their them then there " +
    "these they this those to too up us very want was we were what when where which while who whom why will with would you your"
  ).split(" "),
);

const NEGATED =
  /^(ca|do|did|does|is|was|wo|could|would|should|have|has|had|are|were|must|need)n['’]?t$/;
const SHORTENED = /['’](s|re|ve|ll|d|m)?$/;
const IRREGULAR: Readonly<Record<string, string>> = { ca: "can", wo: "will" };

/** The words that a written word stands for: "can't" and "cant" are "can" and "not". */
export function spelledOut(word: string): readonly string[] {
  const negated = NEGATED.exec(word)?.[1];
  if (word === "cannot") return ["can", "not"];
  if (negated !== undefined) return [IRREGULAR[negated] ?? negated, "not"];
  return [word.replace(SHORTENED, "").replaceAll(/['’]/g, "")];
}

const ENGLISH = /^[a-z]{3,40}$/;

/** The stem of an English word (Porter's algorithm); any other word as it is. */
export function stemOf(word: string): string {
  if (!ENGLISH.test(word)) return word;
  const stem = stemmer(word);
  // "use" would become "us", and "one" become "on".
  return stem.length === 2 && !STOP_WORDS.has(word) && STOP_WORDS.has(stem) ? `${stem}e` : stem;
}

const STOP_STEMS = new Set([...STOP_WORDS].map(stemOf));

/** Whether a stem is that of a word that carries little by itself. */
export const isStopStem = (stem: string): boolean => STOP_STEMS.has(stem);
