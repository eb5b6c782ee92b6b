import type { Reader } from "../web/reader.ts";
import { Icon } from "./icon.tsx";

/** What is wrong with a form: for each field's name, a sentence that says what to do. */
export type FormErrors = Readonly<Record<string, string>>;

interface FieldProps {
  readonly reader: Reader;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly isOptional?: true;
}

/** A field of one line. */
export function LineField({
  type = "text",
  autocomplete,
  ...field
}: FieldProps & {
  readonly type?: "text" | "email" | "password";
  readonly autocomplete: string;
}) {
  const { name, value, isOptional } = field;
  return (
    <div class={fieldClass(field)}>
      <FieldLabel {...field} />
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        autocomplete={autocomplete}
        required={!isOptional}
        dir="auto"
        aria-invalid={field.error === undefined ? undefined : "true"}
        aria-describedby={describedBy(field)}
      />
    </div>
  );
}

/** A field of several lines. */
export function TextField({ lang, ...field }: FieldProps & { readonly lang?: string | undefined }) {
  const { name, value, isOptional } = field;
  return (
    <div class={fieldClass(field)}>
      <FieldLabel {...field} />
      <textarea
        id={name}
        name={name}
        rows={7}
        required={!isOptional}
        dir="auto"
        lang={lang}
        aria-invalid={field.error === undefined ? undefined : "true"}
        aria-describedby={describedBy(field)}
      >
        {value}
      </textarea>
    </div>
  );
}

/** What is wrong, above the form, each a link to its field. */
export function ErrorSummary({
  reader,
  errors,
}: {
  readonly reader: Reader;
  readonly errors: FormErrors;
}) {
  const names = Object.keys(errors);
  if (names.length === 0) return null;
  return (
    <div class="error-summary" id="errors" role="alert" tabindex={-1} data-focus>
      <h2>{reader.texts.form.errorTitle}</h2>
      <ul>
        {names.map((name) => (
          <li>
            <a href={`#${name}`}>{errors[name]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Says that a form could not be taken although its fields are right. */
export function FormNotice({ children }: { readonly children: string }) {
  return (
    <div class="error-summary" role="alert" tabindex={-1} data-focus>
      <p>{children}</p>
    </div>
  );
}

/** What is wrong with one field, found by screen readers through `aria-describedby`. */
export function FieldError({ name, error }: Pick<FieldProps, "name" | "error">) {
  if (error === undefined) return null;
  return (
    <p class="field-error" id={`${name}-error`}>
      <Icon name="warning" /> {error}
    </p>
  );
}

function FieldLabel({ reader, name, label, hint, error, isOptional }: FieldProps) {
  return (
    <>
      <label for={name}>
        {label} {isOptional && <span class="optional">({reader.texts.form.optional})</span>}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError name={name} error={error} />
    </>
  );
}

function fieldClass({ error }: FieldProps): string {
  return error === undefined ? "field" : "field field-wrong";
}

function describedBy({ name, hint, error }: FieldProps): string | undefined {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}
