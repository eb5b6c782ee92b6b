import { REMEDIES, SYMPTOMS } from "../desk/complaint-words.ts";
import type { Draft } from "../routes/ticket-actions.tsx";
import type { Reader } from "../web/reader.ts";
import { draftOf } from "./draft-of.ts";
import { FieldError, TextField } from "./form-fields.tsx";
import { SmallForm } from "./small-form.tsx";

interface ComplaintFormProps {
  readonly reader: Reader;
  readonly action: string;
  readonly token: string;
  readonly formKey: string;
  readonly draft?: Draft | undefined;
}

/** How a customer makes a complaint: what went wrong, and what would put it right. */
export function ComplaintForm({ reader, action, token, formKey, draft }: ComplaintFormProps) {
  const { complaint: words } = reader.texts.service;
  const isDraft = draft?.name === "complaint";
  return (
    <details class="card complaint-form" open={isDraft}>
      <summary>{words.start}</summary>
      <p class="hint">{words.startHint}</p>
      <SmallForm {...{ action, token, formKey }} submit={words.submit}>
        <Choices
          {...{ name: "symptom", legend: words.symptom, choices: SYMPTOMS, names: words.symptoms }}
          {...draftOf(draft, "complaint", "symptom")}
        />
        <Choices
          {...{ name: "wish", legend: words.wish, choices: REMEDIES, names: words.wishes }}
          {...draftOf(draft, "complaint", "wish")}
        />
        <TextField
          {...{ reader, name: "detail", label: words.detail, hint: words.detailHint }}
          {...draftOf(draft, "complaint", "detail")}
        />
      </SmallForm>
    </details>
  );
}

function Choices<Choice extends string>({
  name,
  legend,
  choices,
  names,
  value,
  error,
}: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly names: Readonly<Record<Choice, string>>;
  readonly value: string;
  readonly error: string | undefined;
}) {
  return (
    <fieldset
      class="field"
      id={name}
      tabindex={-1}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
    >
      <legend>{legend}</legend>
      <FieldError name={name} error={error} />
      {choices.map((choice) => (
        <label class="choice-row">
          <input type="radio" name={name} value={choice} checked={value === choice} />
          <span>{names[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
