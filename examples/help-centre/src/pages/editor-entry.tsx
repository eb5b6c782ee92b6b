import type { Instant, Snapshot } from "@kefu/core";
import type { EntryContent, EntryHelpfulness, EntryLife, EntryStanding } from "@kefu/faq";
import { type FormErrors, FormNotice } from "../components/form-fields.tsx";
import { momentWords } from "../desk/time-words.ts";
import type { EntryFields } from "../editor/entry-form.ts";
import { figuresIn } from "../editor/figures.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { served } from "../knowledge/served-text.ts";
import { paths } from "../web/reader.ts";
import { EditorEntryForm } from "./editor-entry-form.tsx";
import { EditorEntryPreview } from "./editor-entry-preview.tsx";
import { EditorFrame, type EditorFrameProps } from "./editor-frame.tsx";
import { EditorLifeForms } from "./editor-life-forms.tsx";
import { EditorRevisions } from "./editor-revisions.tsx";

/** What readers say of a text of the entry that was shown to them. */
export interface RevisionVotes extends EntryHelpfulness {
  /** The newest revision that says the same; nothing for a text from before. */
  readonly ofRevision: number | undefined;
}

export interface EditorEntryProps extends EditorFrameProps {
  readonly knowledge: Knowledge;
  readonly entryId: string;
  readonly snapshot: Snapshot<EntryLife>;
  readonly standing: EntryStanding;
  readonly now: Instant;
  readonly token: string;
  /** What stands in the form. */
  readonly fields: EntryFields;
  readonly errors: FormErrors;
  readonly notice: string | undefined;
  /** What the preview shows. */
  readonly preview: EntryContent;
  /** Whether the preview shows what is not saved yet. */
  readonly isUnsaved: boolean;
  readonly votes: readonly RevisionVotes[];
  /** The languages that lag behind the source. */
  readonly stale: readonly string[];
}

/** An entry as its editors have it. */
export function EditorEntryPage(props: EditorEntryProps) {
  const { reader, entryId, notice, preview } = props;
  const { locale } = reader;
  const title = served(preview.question, locale);
  return (
    <EditorFrame {...props} tab="entries" title={title?.value ?? entryId}>
      {notice !== undefined && <FormNotice>{notice}</FormNotice>}
      <div class="desk-columns editor-columns">
        <Standing {...props} />
        <div class="editor-main">
          <EditorEntryForm {...props} />
          <EditorEntryPreview {...props} />
        </div>
        <EditorRevisions {...props} />
      </div>
    </EditorFrame>
  );
}

/** Where the entry stands, and what can be done next. */
function Standing(props: EditorEntryProps) {
  const { reader, standing, snapshot, now, entryId } = props;
  const { locale, texts } = reader;
  const { entry } = texts.editor;
  const { status, liveRevision, latestRevision } = standing;
  const words = (at: Instant) => momentWords(at, now, locale);
  const planned = snapshot.state.publications.find(({ from }) => from > now);
  const { reviewBy } = snapshot.state;
  return (
    <section class="card standing" aria-labelledby="standing">
      <h2 id="standing">{entry.lifeTitle}</h2>
      <p>
        <span class={`tag status-${status}`}>{entry.status[status]}</span>
      </p>
      <p>{entry.statusHint[status]}</p>
      {planned !== undefined && <p>{entry.scheduledFor(words(planned.from))}</p>}
      {liveRevision !== null && liveRevision !== latestRevision && <p>{entry.newerDraft}</p>}
      {liveRevision !== null && reviewBy !== null && reviewBy > now && (
        <p class="hint">{entry.reviewBy(figuresIn(locale).date((reviewBy - 1) as Instant))}</p>
      )}
      <EditorLifeForms {...props} />
      {liveRevision !== null && (
        <p class="back">
          <a href={paths.answer(locale, entryId)}>{entry.view}</a>
        </p>
      )}
    </section>
  );
}
