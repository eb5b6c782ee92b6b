import { z } from "zod";
import type { FormErrors } from "../components/form-fields.tsx";
import type { TicketKind } from "../desk/ticket-life.ts";
import type { Texts } from "../texts/texts.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import type { FormValues } from "./form.ts";
import { LIMITS } from "./limits.ts";

/** What someone typed into the ask-a-person form, cleaned, right or wrong. */
export interface AskValues {
  readonly kind: string;
  readonly name: string;
  readonly email: string;
  readonly orderNumber: string;
  readonly message: string;
}

export const NOTHING_ASKED: AskValues = {
  kind: "question",
  name: "",
  email: "",
  orderNumber: "",
  message: "",
};

export function askValuesOf(form: FormValues): AskValues {
  return {
    kind: cleanLine(form["kind"]),
    name: cleanLine(form["name"]),
    email: cleanLine(form["email"]),
    orderNumber: cleanLine(form["orderNumber"]),
    message: cleanText(form["message"]),
  };
}

/** What is wrong with it, in the order of the fields; empty when it can be sent. */
export function askErrors(values: AskValues, { ask }: Texts): FormErrors {
  const { errors } = ask;
  const found: Record<string, string | undefined> = {
    kind: isTicketKind(values.kind) ? undefined : errors.kindMissing,
    name: lineError(values.name, LIMITS.name, errors.nameMissing, errors.nameLong),
    email: emailError(values.email, errors),
    orderNumber: lineError(values.orderNumber, LIMITS.orderNumber, undefined, errors.orderLong),
    message: messageError(values.message, errors.messageMissing, errors.messageLong),
  };
  return Object.fromEntries(
    Object.entries(found).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** What is wrong with a message, for the ask form and for later messages. */
export function messageError(
  message: string,
  missing: string,
  long: (limit: number, length: number) => string,
): string | undefined {
  if (message === "") return missing;
  // Counted as people count: an emoji of two code units is one character.
  const length = [...message].length;
  return length > LIMITS.message ? long(LIMITS.message, length) : undefined;
}

export function isTicketKind(text: string): text is TicketKind {
  return text === "question" || text === "complaint";
}

/** Also lets through addresses in other scripts, as RFC 6531 does. */
const EMAIL = z.email({
  pattern: /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\.]+(\.[^\s@<>"(),:;[\]\\.]+)+$/u,
});

function emailError(email: string, errors: Texts["ask"]["errors"]): string | undefined {
  if (email === "") return errors.emailMissing;
  return email.length <= LIMITS.email && EMAIL.safeParse(email).success
    ? undefined
    : errors.emailWrong;
}

function lineError(
  text: string,
  limit: number,
  missing: string | undefined,
  long: (limit: number) => string,
): string | undefined {
  if (text === "") return missing;
  return [...text].length > limit ? long(limit) : undefined;
}
