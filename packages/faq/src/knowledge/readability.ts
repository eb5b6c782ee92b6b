import { parseInput } from "@kefu/core";
import { z } from "zod";

/** How hard a text is to read, in the measure that fits its script. */
export interface Readability {
  /**
   * `"grade"`: the Automated Readability Index, about the school year that one must have reached, for scripts that part
   * words by spaces. `"charactersPerSentence"`: the mean number of Han characters in a sentence, for Chinese; a plain
   * measure of our own, since no formula for Chinese is widely agreed on.
   */
  readonly measure: "grade" | "charactersPerSentence";
  /** The figure, to one decimal; a higher one is harder. 0 for a text without words. */
  readonly value: number;
  /** How many words (of any script but Han) and Han characters there are. */
  readonly length: number;
}

/** A point ends a sentence before space only, so that "3.5" stays whole. */
const SENTENCE_ENDS = /[.!?…](?=\s|$)|[。！？；]|\n/;

/**
 * How hard a text is to read.
 *
 * @param text - plain text, as `answerText` gives it
 * @throws `InvalidInputError` when it is no text
 * @see Smith and Senter (1967), Automated readability index, AMRL-TR-66-220: 4.71 × characters ÷ words + 0.5 × words ÷
 *   sentences − 21.43
 *
 * @example
 * ```ts
 * import { readability } from "@kefu/faq";
 *
 * readability("You can return it. We pay the postage.").value; // => 0
 * readability("请在三十天内退货。运费由我们承担。"); // => { measure: "charactersPerSentence", value: 7.5, length: 15 }
 * ```
 */
export function readability(text: string): Readability {
  const read = parseInput(z.string(), "text", text);
  const han = (read.match(/\p{Script=Han}/gu) ?? []).length;
  const words = read.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}'’-]|[.,](?=\p{N}))+/gu) ?? [];
  const parts = read.split(SENTENCE_ENDS).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const sentences = Math.max(1, parts.length);
  const length = han + words.length;
  if (han > words.length) {
    return { measure: "charactersPerSentence", value: rounded(han / sentences), length };
  }
  if (words.length === 0) return { measure: "grade", value: 0, length };
  const letters = words.reduce((sum, word) => sum + word.length, 0) / words.length;
  const grade = 4.71 * letters + 0.5 * (words.length / sentences) - 21.43;
  return { measure: "grade", value: Math.max(0, rounded(grade)), length };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
