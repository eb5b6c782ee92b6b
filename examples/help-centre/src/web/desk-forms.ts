import { localToInstant } from "@kefu/calendar";
import { type Instant, KefuError } from "@kefu/core";
import type { FormErrors } from "../components/form-fields.tsx";
import { isRemedy, isSymptom } from "../desk/complaint-words.ts";
import { DESK_ZONE } from "../desk/desk-hours.ts";
import type { Texts } from "../texts/texts.ts";
import { messageError } from "./ask-form.ts";
import { cleanText } from "./clean-text.ts";
import type { FormValues } from "./form.ts";

/** A moment that was typed as a day and a time of the desk. */
export function momentOf(form: FormValues): Instant | undefined {
  try {
    return localToInstant(DESK_ZONE, form["day"] ?? "", form["time"] ?? "");
  } catch (error) {
    if (error instanceof KefuError) return undefined;
    throw error;
  }
}

/** Nobody promises anything for later than about a year ahead: it is a slip of the keyboard. */
const LONGEST = 400 * 86_400_000;

/** Each field that was left empty or is too long. */
export function textErrors(form: FormValues, names: readonly string[], { form: words }: Texts) {
  return names.flatMap((name): [string, string][] => {
    const error = messageError(cleanText(form[name]), words.bodyMissing, words.bodyLong);
    return error === undefined ? [] : [[name, error]];
  });
}

/** What is wrong with a day and a time that are to come. */
export function momentErrors(
  form: FormValues,
  now: Instant,
  { service }: Texts,
): [string, string][] {
  const at = momentOf(form);
  if (at === undefined || at > now + LONGEST) return [["day", service.promises.dateWrong]];
  return at <= now ? [["day", service.promises.datePast]] : [];
}

/** What is wrong with a complaint. */
export function complaintErrors(form: FormValues, texts: Texts): FormErrors {
  const { complaint } = texts.service;
  return Object.fromEntries([
    ...(isSymptom(form["symptom"]) ? [] : [["symptom", complaint.symptomMissing]]),
    ...(isRemedy(form["wish"]) ? [] : [["wish", complaint.wishMissing]]),
    ...textErrors(form, ["detail"], texts),
  ]);
}
