import { type Instant, instant, KefuError } from "@kefu/core";
import { Mistake } from "./mistake.ts";

/** The moment that a text names. @throws {@link Mistake} saying where the text stands when it names none */
export function momentOf(text: string, place: string): Instant {
  try {
    return instant(text);
  } catch (error) {
    if (!(error instanceof KefuError)) throw error;
    throw new Mistake(`${place}: "${text}" is no moment in ISO 8601 with offset`);
  }
}
