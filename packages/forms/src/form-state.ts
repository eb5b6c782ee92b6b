import { Instant, InvalidInputError, parseInput } from "@kefu/core";
import { z } from "zod";
import { type CompiledForm, type FormParts, partsIn } from "./compile-form.ts";
import { FormKey } from "./question.ts";

const StoredAnswer = z.union([
  z.string().max(200_000),
  z.number(),
  z.boolean(),
  z.array(z.string()).max(1000).readonly(),
  z.record(z.string(), z.string()).readonly(),
]);
const HiddenValue = z.union([z.string().max(10_000), z.number(), z.boolean()]);

/** A form that is being filled in: plain JSON, to be stored between two visits. */
export const FormState = z.strictObject({
  /** Which form. */
  formId: z.string(),
  /** Which version of it. */
  formVersion: z.int().positive(),
  /** Every answer given, also to questions that are no longer asked: they come back when they are. */
  answers: z.record(FormKey, StoredAnswer).readonly(),
  /** What the shop filled in. */
  hidden: z.record(FormKey, HiddenValue).readonly(),
  /** The moment of the first step that had one. */
  startedAt: Instant.optional(),
});
/** A form that is being filled in, see the schema of the same name. */
export interface FormState extends Readonly<z.output<typeof FormState>> {}

/** The present moment, checked. */
export const FillOptions = z.strictObject({ at: Instant.optional() });
/** The present moment, for conditions that look at it. */
export interface FillFormOptions {
  /** Now. */
  readonly at?: Instant | undefined;
}

/**
 * A form that nobody has filled in yet.
 *
 * @param hidden - what the shop fills in, by hidden field
 * @throws `InvalidInputError` for a field that the form has not
 */
export function startForm(
  form: CompiledForm,
  hidden: Readonly<Record<string, string | number | boolean>> = {},
): FormState {
  const { form: definition } = partsIn(form);
  const given = parseInput(z.record(FormKey, HiddenValue), "hidden fields", hidden);
  const unknown = Object.keys(given).filter((key) => !definition.hidden.includes(key));
  if (unknown.length > 0) {
    const message = "is no hidden field of the form";
    throw new InvalidInputError(
      "hidden fields",
      unknown.map((key) => ({ path: [key], message })),
    );
  }
  return { formId: definition.id, formVersion: definition.version, answers: {}, hidden: given };
}

/** A stored state that belongs to this version of this form. */
export function ownState({ form }: FormParts, state: FormState): FormState {
  const stored = parseInput(FormState, "form state", state);
  if (stored.formId === form.id && stored.formVersion === form.version) return stored;
  const message = `belongs to ${stored.formId}, version ${stored.formVersion}`;
  throw new InvalidInputError("form state", [{ path: ["formVersion"], message }]);
}
