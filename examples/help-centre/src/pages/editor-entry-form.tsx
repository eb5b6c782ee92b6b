import { Audience } from "@kefu/faq";
import { ErrorSummary, FieldError } from "../components/form-fields.tsx";
import { editorPaths } from "../editor/editor-paths.ts";
import { wayOfWriting } from "../editor/entry-form.ts";
import { CATEGORIES, categoryById, subtopicName } from "../knowledge/categories.ts";
import { localeOf } from "../knowledge/served-text.ts";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "../locales.ts";
import { newKey } from "../web/keys.ts";
import type { EditorEntryProps } from "./editor-entry.tsx";

/** Writes the next revision of an entry, in three languages. */
export function EditorEntryForm(props: EditorEntryProps) {
  const { reader, entryId, snapshot, token, errors } = props;
  const { entry } = reader.texts.editor;
  return (
    <form
      class="form card entry-form"
      method="post"
      action={editorPaths.entry(reader.locale, entryId)}
      novalidate
    >
      <h2>{entry.editTitle}</h2>
      <ErrorSummary reader={reader} errors={errors} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="formKey" value={newKey()} />
      <input type="hidden" name="version" value={String(snapshot.version)} />
      {LOCALES.map((locale) => (
        <LanguageFields {...props} language={locale} />
      ))}
      <Particulars {...props} />
      <Checked {...props} />
      <Line {...props} name="why" label={entry.changeWhy} value={props.fields.why} />
      <div class="actions">
        <button class="button" type="submit">
          {entry.save}
        </button>
        <button class="button button-quiet" type="submit" name="intent" value="preview">
          {entry.preview}
        </button>
      </div>
    </form>
  );
}

/** The texts of one language. */
function LanguageFields(props: EditorEntryProps & { readonly language: Locale }) {
  const { reader, fields, errors, snapshot, language } = props;
  const { entry } = reader.texts.editor;
  const way = wayOfWriting(snapshot.state.revisions.at(-1)?.content.answer[language]);
  const answer = `answer-${language}`;
  const question = `question-${language}`;
  return (
    <fieldset class="language-fields">
      <legend lang={language}>{LANGUAGE_NAMES[language]}</legend>
      <Line
        {...props}
        name={question}
        label={entry.question}
        value={fields.question[language]}
        lang={language}
        error={errors[question]}
      />
      <Area
        {...props}
        name={`alternates-${language}`}
        label={entry.alternates}
        hint={entry.alternatesHint}
        value={fields.alternates[language]}
        rows={3}
        language={language}
      />
      <Area
        {...props}
        name={answer}
        label={entry.answer}
        hint={{ markdown: entry.answerHint, steps: entry.stepsHint, data: entry.dataHint }[way]}
        value={fields.answer[language]}
        rows={way === "markdown" ? 6 : 10}
        isData={way === "data"}
        error={errors[answer]}
        language={language}
      />
    </fieldset>
  );
}

function Line(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly lang?: Locale;
  readonly error?: string | undefined;
}) {
  const { name, label, value, hint, lang, error } = props;
  return (
    <div class={error === undefined ? "field" : "field field-wrong"}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError name={name} error={error} />
      <input
        id={name}
        name={name}
        value={value}
        lang={lang}
        dir="auto"
        autocomplete="off"
        aria-invalid={error === undefined ? undefined : "true"}
        aria-describedby={describedBy(name, hint, error)}
      />
    </div>
  );
}

function Area(props: {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly rows: number;
  readonly language: Locale;
  readonly isData?: boolean;
  readonly error?: string | undefined;
}) {
  const { name, label, hint, value, rows, language, isData, error } = props;
  return (
    <div class={error === undefined ? "field" : "field field-wrong"}>
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <FieldError name={name} error={error} />
      <textarea
        id={name}
        name={name}
        rows={rows}
        lang={language}
        dir="auto"
        class={isData ? "data" : undefined}
        spellcheck={isData ? false : undefined}
        aria-invalid={error === undefined ? undefined : "true"}
        aria-describedby={describedBy(name, hint, error)}
      >
        {value}
      </textarea>
    </div>
  );
}

function describedBy(name: string, hint: string | undefined, error: string | undefined) {
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** Topic, readers and tags. */
function Particulars({ reader, fields, knowledge }: EditorEntryProps) {
  const { locale, texts } = reader;
  const { entry } = texts.editor;
  const used = [...knowledge.entries.values()].map(({ category }) => category.join("/"));
  const known = [...CATEGORIES.map(({ id }) => id), ...used, fields.category];
  const categories = [...new Set(known)].filter((one) => one !== "").sort();
  const nameOf = (path: string) =>
    path
      .split("/")
      .map((id) => categoryById(id)?.name[locale] ?? subtopicName(id, locale) ?? id)
      .join(" › ");
  return (
    <div class="particulars">
      <div class="field">
        <label for="category">{entry.topic}</label>
        <select id="category" name="category">
          <option value="">{entry.noTopic}</option>
          {categories.map((path) => (
            <option value={path} selected={path === fields.category}>
              {nameOf(path)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="audience">{entry.audience}</label>
        <select id="audience" name="audience">
          {Audience.options.map((one) => (
            <option value={one} selected={one === fields.audience}>
              {entry.audiences[one]}
            </option>
          ))}
        </select>
      </div>
      <Line name="tags" label={entry.tags} hint={entry.tagsHint} value={fields.tags} />
    </div>
  );
}

/** For translations that lag behind, but are right all the same. */
function Checked({ reader, stale, fields }: EditorEntryProps) {
  const { entry } = reader.texts.editor;
  if (stale.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{entry.checked}</legend>
      <p class="hint">{entry.checkedHint}</p>
      {stale.map(localeOf).map((locale) => (
        <label class="choice-row">
          <input
            type="checkbox"
            name={`checked-${locale}`}
            value="yes"
            checked={fields.checked.includes(locale)}
          />
          <span lang={locale}>{LANGUAGE_NAMES[locale]}</span>
        </label>
      ))}
    </fieldset>
  );
}
