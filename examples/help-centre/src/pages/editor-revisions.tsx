import { editorPaths } from "../editor/editor-paths.ts";
import { figuresIn } from "../editor/figures.ts";
import type { Reader } from "../web/reader.ts";
import { authorName } from "./author-name.ts";
import type { EditorEntryProps, RevisionVotes } from "./editor-entry.tsx";
import { reasonText } from "./reason-text.ts";

/** All that an entry ever said, the newest first, and what readers said of it. */
export function EditorRevisions(props: EditorEntryProps) {
  const { reader, snapshot, entryId, standing, votes } = props;
  const { entry } = reader.texts.editor;
  const figures = figuresIn(reader.locale);
  const { revisions } = snapshot.state;
  const older = votes.filter(({ ofRevision }) => ofRevision === undefined);
  return (
    <section class="card revisions-card" aria-labelledby="revisions">
      <h2 id="revisions">{entry.revisionsTitle}</h2>
      <ol class="revisions" reversed>
        {revisions.toReversed().map(({ number, author, at, why, restoredFrom }) => (
          <li>
            <p>
              <a href={editorPaths.revision(reader.locale, entryId, number)}>
                {entry.revision(number)}
              </a>{" "}
              {number === standing.liveRevision && (
                <span class="tag tag-helpful">{entry.live}</span>
              )}
            </p>
            <p class="hint">
              {figures.date(at)} · {entry.writtenBy(authorName(reader, author))}
              {restoredFrom !== null && ` · ${entry.restoredFrom(restoredFrom)}`}
            </p>
            {why !== "" && (
              <p>
                <bdi>{why}</bdi>
              </p>
            )}
            <Votes reader={reader} votes={votes.filter((row) => row.ofRevision === number)} />
          </li>
        ))}
      </ol>
      {votes.length === 0 && <p class="hint">{entry.nothingSaid}</p>}
      <Votes reader={reader} votes={older} />
    </section>
  );
}

function Votes({
  reader,
  votes,
}: {
  readonly reader: Reader;
  readonly votes: readonly RevisionVotes[];
}) {
  const { entry } = reader.texts.editor;
  if (votes.length === 0) return null;
  return (
    <ul class="reasons">
      {votes.map(({ yes, no, reasons, needsWork }) => (
        <li>
          <span class={needsWork ? "tag tag-notHelpful" : "tag tag-helpful"}>
            {entry.helped(yes, yes + no)}
          </span>
          {reasons.map(({ code, count }) => (
            <span class="said">
              {reasonText(reader, code)} · {count}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
