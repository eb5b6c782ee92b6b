import type { Context } from "hono";
import { deskState } from "../desk/promise.ts";
import { momentWords } from "../desk/time-words.ts";
import type { HelpCentre } from "../help-centre.ts";
import { formToken, newKey } from "../web/keys.ts";
import { type Reader, readerOf } from "../web/reader.ts";
import { beginVisit } from "../web/visit-cookie.ts";

/** What nearly every page of a request needs. */
export function requestOf(c: Context, centre: HelpCentre) {
  const reader = readerOf(c);
  const now = centre.now();
  return {
    reader,
    now,
    locale: reader.locale,
    texts: reader.texts,
    desk: deskWords(reader, centre),
  };
}

/** Whether the desk is open, with the moment when that changes in words. */
function deskWords({ locale }: Reader, centre: HelpCentre) {
  const now = centre.now();
  const state = deskState(now);
  return { ...state, words: momentWords(state.until, now, locale) };
}

/** The hidden fields of a form for this browser; begins a visit where there is none. */
export function formFields(c: Context, centre: HelpCentre) {
  const visit = beginVisit(c);
  return { token: formToken(centre.formSecret, visit), formKey: newKey() };
}
