import type { Snapshot } from "@kefu/core";
import {
  type DiffPiece,
  diffRevisions,
  type EntryLife,
  type EntryRevision,
  type RevisionChange,
} from "@kefu/faq";
import { editorPaths } from "../editor/editor-paths.ts";
import { figuresIn } from "../editor/figures.ts";
import { isLocale, LANGUAGE_NAMES } from "../locales.ts";
import { newKey } from "../web/keys.ts";
import type { Reader } from "../web/reader.ts";
import { authorName } from "./author-name.ts";
import { EditorFrame, type EditorFrameProps } from "./editor-frame.tsx";

interface EditorRevisionProps extends EditorFrameProps {
  readonly entryId: string;
  readonly snapshot: Snapshot<EntryLife>;
  readonly revision: EntryRevision;
  readonly token: string;
}

/** The first revision is compared with a text in no language: all of it is new. */
const NOTHING = { question: { zxx: "-" } };

/** What a revision changed, and a way back to it. */
export function EditorRevisionPage(props: EditorRevisionProps) {
  const { reader, entryId, snapshot, revision } = props;
  const { locale, texts } = reader;
  const { entry } = texts.editor;
  const before = snapshot.state.revisions[revision.number - 2];
  const changes = diffRevisions(before?.content ?? NOTHING, revision.content).filter(
    ({ path }) => path[1] !== "zxx",
  );
  return (
    <EditorFrame {...props} tab="entries" title={entry.diffTitle(revision.number)}>
      <p class="back">
        <a href={editorPaths.entry(locale, entryId)}>{entry.back}</a>
      </p>
      <section class="card" aria-labelledby="changes">
        <h2 id="changes">{entry.compare}</h2>
        <p class="hint">
          {before === undefined ? entry.firstRevision : entry.diffAgainst(before.number)}{" "}
          {figuresIn(locale).date(revision.at)} ·{" "}
          {entry.writtenBy(authorName(reader, revision.author))}
        </p>
        {revision.why !== "" && (
          <p>
            <bdi>{revision.why}</bdi>
          </p>
        )}
        {changes.length === 0 && <p>{entry.noDifference}</p>}
        {changes.map((change) => (
          <Change reader={reader} change={change} />
        ))}
      </section>
      {revision.number < snapshot.state.revisions.length && <RestoreForm {...props} />}
    </EditorFrame>
  );
}

function Change({
  reader,
  change: { path, change, pieces },
}: {
  readonly reader: Reader;
  readonly change: RevisionChange;
}) {
  const { entry } = reader.texts.editor;
  const [field = "", second = "", ...rest] = path;
  const lang = isLocale(second) ? second : undefined;
  const names = [
    entry.fields[field] ?? field,
    lang === undefined ? second : LANGUAGE_NAMES[lang],
    ...rest.map((part) => entry.fields[part] ?? part),
  ].filter((name) => name !== "");
  return (
    <div class="change">
      <h3>
        {names.join(" · ")} <span class="hint">{entry.changes[change]}</span>
      </h3>
      <p class="diff" lang={lang} dir="auto">
        {pieces.map((piece) => (
          <Piece piece={piece} />
        ))}
      </p>
    </div>
  );
}

function Piece({ piece: { kind, text } }: { readonly piece: DiffPiece }) {
  if (kind === "same") return <>{text}</>;
  return kind === "added" ? <ins>{text}</ins> : <del>{text}</del>;
}

function RestoreForm({ reader, entryId, snapshot, revision, token }: EditorRevisionProps) {
  return (
    <form method="post" action={editorPaths.life(reader.locale, entryId)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="formKey" value={newKey()} />
      <input type="hidden" name="version" value={String(snapshot.version)} />
      <input type="hidden" name="command" value="restoreRevision" />
      <input type="hidden" name="revision" value={String(revision.number)} />
      <button class="button" type="submit">
        {reader.texts.editor.entry.commands.restoreRevision}
      </button>
    </form>
  );
}
