import type { EntryStanding } from "@kefu/faq";
import { EntryTitle } from "../components/entry-title.tsx";
import { FieldError, FormNotice } from "../components/form-fields.tsx";
import { editorPaths } from "../editor/editor-paths.ts";
import { categoryById } from "../knowledge/categories.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { newKey } from "../web/keys.ts";
import { EditorFrame, type EditorFrameProps } from "./editor-frame.tsx";

/** An entry in the list of all of them. */
export interface ListedEntry {
  readonly entryId: string;
  readonly status: EntryStanding["status"];
}

interface EditorEntriesProps extends EditorFrameProps {
  readonly knowledge: Knowledge;
  readonly entries: readonly ListedEntry[];
  /** The only status that is shown; all without one. */
  readonly status: ListedEntry["status"] | undefined;
  readonly token: string;
  readonly notice: string | undefined;
  readonly error: string | undefined;
}

/** All entries, drafts too, and a way to begin a new one. */
export function EditorEntriesPage(props: EditorEntriesProps) {
  const { reader, knowledge, entries, status, notice } = props;
  const { locale, texts } = reader;
  const { entries: words, entry } = texts.editor;
  const shown = entries.filter((one) => status === undefined || one.status === status);
  return (
    <EditorFrame {...props} tab="entries" lead={words.lead}>
      {notice !== undefined && <FormNotice>{notice}</FormNotice>}
      <NewEntryForm {...props} />
      <StatusTabs {...props} />
      {shown.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <ul class="rows card">
          {shown.map(({ entryId, status: one }) => (
            <li class="row">
              <div>
                <EntryTitle
                  {...{ reader, knowledge, entryId }}
                  href={editorPaths.entry(locale, entryId)}
                />
                <p class="hint">
                  {categoryById(knowledge.entries.get(entryId)?.category[0])?.name[locale] ??
                    entry.noTopic}
                </p>
              </div>
              <span class={`tag status-${one}`}>{entry.status[one]}</span>
            </li>
          ))}
        </ul>
      )}
    </EditorFrame>
  );
}

function StatusTabs({ reader, entries, status }: EditorEntriesProps) {
  const { locale, texts } = reader;
  const { entries: words, entry } = texts.editor;
  const address = editorPaths.tab(locale, "entries");
  const counts = new Map<ListedEntry["status"], number>();
  for (const one of entries) counts.set(one.status, (counts.get(one.status) ?? 0) + 1);
  return (
    <nav class="tabs" aria-label={words.filter}>
      <a href={address} aria-current={status === undefined ? "true" : undefined}>
        {words.all} <span class="tab-count">{entries.length}</span>
      </a>
      {[...counts].map(([one, count]) => (
        <a href={`${address}?status=${one}`} aria-current={one === status ? "true" : undefined}>
          {entry.status[one]} <span class="tab-count">{count}</span>
        </a>
      ))}
    </nav>
  );
}

function NewEntryForm({ reader, token, error }: EditorEntriesProps) {
  const { entries: words } = reader.texts.editor;
  return (
    <form
      class="new-entry"
      method="post"
      action={editorPaths.tab(reader.locale, "entries")}
      novalidate
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="formKey" value={newKey()} />
      <div class={error === undefined ? "field" : "field field-wrong"}>
        <label for="question">{words.createLabel}</label>
        <p class="hint" id="question-hint">
          {words.createHint}
        </p>
        <FieldError name="question" error={error} />
        <input
          id="question"
          name="question"
          autocomplete="off"
          dir="auto"
          aria-invalid={error === undefined ? undefined : "true"}
          aria-describedby={error === undefined ? "question-hint" : "question-hint question-error"}
        />
      </div>
      <button class="button button-quiet" type="submit">
        {words.create}
      </button>
    </form>
  );
}
