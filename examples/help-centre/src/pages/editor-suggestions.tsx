import type { GapBoard } from "@kefu/faq";
import { EntryTitle } from "../components/entry-title.tsx";
import { FieldError, FormNotice } from "../components/form-fields.tsx";
import { editorPaths } from "../editor/editor-paths.ts";
import type { SuggestedEntry } from "../editor/suggested-entries.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { LANGUAGE_NAMES } from "../locales.ts";
import { newKey } from "../web/keys.ts";
import { paths, type Reader } from "../web/reader.ts";
import { EditorFrame, type EditorFrameProps } from "./editor-frame.tsx";

interface EditorSuggestionsProps extends EditorFrameProps {
  readonly knowledge: Knowledge;
  readonly suggestions: readonly SuggestedEntry[];
  readonly board: GapBoard;
  readonly token: string;
  /** Why the last decision was not taken. */
  readonly notice: string | undefined;
  /** The suggestion whose form has a mistake, and what it is. */
  readonly mistake: { readonly question: string; readonly text: string } | undefined;
}

/** Entries that customers seem to miss, for an editor to decide. */
export function EditorSuggestionsPage(props: EditorSuggestionsProps) {
  const { reader, suggestions, board, notice } = props;
  const { suggestions: texts } = reader.texts.editor;
  return (
    <EditorFrame {...props} tab="suggestions" lead={texts.lead}>
      {notice !== undefined && <FormNotice>{notice}</FormNotice>}
      {suggestions.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <ul class="gaps">
          {suggestions.map((suggestion, number) => (
            <Suggestion {...props} suggestion={suggestion} number={number} />
          ))}
        </ul>
      )}
      {board.verdicts.length > 0 && <Decided {...props} />}
    </EditorFrame>
  );
}

interface SuggestionProps extends EditorSuggestionsProps {
  readonly suggestion: SuggestedEntry;
  readonly number: number;
}

function Suggestion(props: SuggestionProps) {
  const { reader, suggestion, number } = props;
  const { suggestions: texts } = reader.texts.editor;
  const { question, locale, weight, sources } = suggestion;
  return (
    <li class="card gap">
      <div class="gap-head">
        <h2 lang={locale}>
          <bdi>{question}</bdi>
        </h2>
        <span class="tag">{texts.asked(weight)}</span>
      </div>
      <h3 id={`sources-${number}`}>{texts.sources}</h3>
      <ul class="sources" aria-labelledby={`sources-${number}`}>
        {sources.map((source) => (
          <li>
            <a href={paths.search(source.locale, source.query)} lang={source.locale}>
              <bdi>{source.query}</bdi>
            </a>{" "}
            <span class="hint">
              <span lang={source.locale}>{LANGUAGE_NAMES[source.locale]}</span> · {source.weight}
            </span>
          </li>
        ))}
      </ul>
      <div class="gap-actions">
        <GapForm {...props} decision="approve">
          <button class="button" type="submit">
            {texts.approve}
            <span class="visually-hidden">: {question}</span>
          </button>
        </GapForm>
        <DismissForm {...props} />
        <MergeForm {...props} />
      </div>
    </li>
  );
}

/** A form that decides about a suggestion; sent twice, it decides once. */
function GapForm({
  reader,
  token,
  suggestion,
  decision,
  children,
}: SuggestionProps & { readonly decision: string; readonly children: unknown }) {
  return (
    <form method="post" action={editorPaths.decideGap(reader.locale)} novalidate>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="formKey" value={newKey()} />
      <input type="hidden" name="decision" value={decision} />
      <input type="hidden" name="question" value={suggestion.question} />
      {children as never}
    </form>
  );
}

function DismissForm(props: SuggestionProps) {
  const { reader, number, mistake, suggestion } = props;
  const { suggestions: texts } = reader.texts.editor;
  const name = `why-${number}`;
  const error = mistake?.question === suggestion.question ? mistake.text : undefined;
  return (
    <details class="decide" open={error !== undefined}>
      <summary>
        {texts.dismissTitle}
        <span class="visually-hidden">{suggestion.question}</span>
      </summary>
      <GapForm {...props} decision="dismiss">
        <div class={error === undefined ? "field" : "field field-wrong"}>
          <label for={name}>{texts.reason}</label>
          <FieldError name={name} error={error} />
          <input
            id={name}
            name="why"
            autocomplete="off"
            maxlength={500}
            aria-invalid={error === undefined ? undefined : "true"}
            aria-describedby={error === undefined ? undefined : `${name}-error`}
          />
        </div>
        <button class="button button-quiet" type="submit">
          {texts.dismiss}
        </button>
      </GapForm>
    </details>
  );
}

function MergeForm(props: SuggestionProps) {
  const { reader, suggestions, suggestion, number } = props;
  const { suggestions: texts } = reader.texts.editor;
  const others = suggestions.filter(({ question }) => question !== suggestion.question);
  if (others.length === 0) return null;
  return (
    <details class="decide">
      <summary>
        {texts.mergeTitle}
        <span class="visually-hidden">{suggestion.question}</span>
      </summary>
      <GapForm {...props} decision="merge">
        <div class="field">
          <label for={`into-${number}`}>{texts.mergeInto}</label>
          <select id={`into-${number}`} name="into">
            <option value="">{texts.chooseOne}</option>
            {others.map(({ question, locale }) => (
              <option value={question} lang={locale}>
                {question}
              </option>
            ))}
          </select>
        </div>
        <button class="button button-quiet" type="submit">
          {texts.merge}
        </button>
      </GapForm>
    </details>
  );
}

/** What was decided, the latest first, each of which can be undone. */
function Decided({ reader, knowledge, board, token }: EditorSuggestionsProps) {
  const { suggestions: texts } = reader.texts.editor;
  return (
    <section class="card" aria-labelledby="decided">
      <h2 id="decided">{texts.decidedTitle}</h2>
      <ul class="rows">
        {board.verdicts.toReversed().map((verdict) => (
          <li class="row">
            <div>
              <strong>
                <bdi>{verdict.question}</bdi>
              </strong>
              <p class="hint">
                {texts.decided[verdict.type]} <VerdictFacts {...{ reader, knowledge, verdict }} />
              </p>
            </div>
            <form method="post" action={editorPaths.decideGap(reader.locale)}>
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="formKey" value={newKey()} />
              <input type="hidden" name="decision" value="reopen" />
              <input type="hidden" name="question" value={verdict.question} />
              <button class="button button-quiet" type="submit">
                {texts.undo}
                <span class="visually-hidden">: {verdict.question}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function VerdictFacts({
  reader,
  knowledge,
  verdict,
}: {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly verdict: GapBoard["verdicts"][number];
}) {
  switch (verdict.type) {
    case "approved": {
      const { entryId } = verdict;
      const href = editorPaths.entry(reader.locale, entryId);
      return <EntryTitle {...{ reader, knowledge, entryId, href }} />;
    }
    case "dismissed":
      return <bdi>· {verdict.why}</bdi>;
    case "merged":
      return <bdi>{verdict.into}</bdi>;
    default:
      return verdict satisfies never;
  }
}
