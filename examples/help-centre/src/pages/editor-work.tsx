import type { Instant } from "@kefu/core";
import { EntryTitle } from "../components/entry-title.tsx";
import { editorPaths } from "../editor/editor-paths.ts";
import { figuresIn } from "../editor/figures.ts";
import type { EntryWork } from "../editor/work-list.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { localeOf } from "../knowledge/served-text.ts";
import { LANGUAGE_NAMES } from "../locales.ts";
import { EditorFrame, type EditorFrameProps } from "./editor-frame.tsx";
import { reasonText } from "./reason-text.ts";

interface EditorWorkProps extends EditorFrameProps {
  readonly knowledge: Knowledge;
  readonly work: readonly EntryWork[];
}

/** The entries that someone should look after. */
export function EditorWorkPage(props: EditorWorkProps) {
  const { reader, work } = props;
  const { work: texts } = reader.texts.editor;
  return (
    <EditorFrame {...props} tab="work" lead={texts.lead}>
      {work.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <ul class="rows card">
          {work.map((one) => (
            <WorkRow {...props} one={one} />
          ))}
        </ul>
      )}
    </EditorFrame>
  );
}

function WorkRow({ reader, knowledge, one }: EditorWorkProps & { readonly one: EntryWork }) {
  const { work: texts } = reader.texts.editor;
  const { entryId, unhelpful, stale, dueSince, views, since } = one;
  const figures = figuresIn(reader.locale);
  const day = (at: Instant) => figures.date(at);
  return (
    <li class="row">
      <div>
        <strong>
          <EntryTitle
            {...{ reader, knowledge, entryId }}
            href={editorPaths.entry(reader.locale, entryId)}
          />
        </strong>
        <ul class="reasons">
          {unhelpful !== undefined && (
            <li>
              <span class="tag tag-notHelpful">
                {texts.unhelpful(unhelpful.no, unhelpful.no + unhelpful.yes)}
              </span>{" "}
              {texts.atMost(figures.share(unhelpful.interval.upper))}
              {unhelpful.reasons.map(({ code, count }) => (
                <span class="said">
                  {reasonText(reader, code)} · {count}
                </span>
              ))}
            </li>
          )}
          {stale.map(({ locale }) => (
            <li>
              <span class="tag">{texts.stale(LANGUAGE_NAMES[localeOf(locale)])}</span>
            </li>
          ))}
          {dueSince !== undefined && (
            <li>
              <span class="tag">{texts.dueSince(day(dueSince))}</span>
            </li>
          )}
        </ul>
        <p class="hint">
          {texts.views(views)} · {texts.since(day(since))}
        </p>
      </div>
    </li>
  );
}
