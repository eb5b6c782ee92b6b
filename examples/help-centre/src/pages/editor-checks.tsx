import { explainBecause } from "@kefu/core";
import { type KnowledgeFinding, lintMessages } from "@kefu/faq";
import { EntryTitle } from "../components/entry-title.tsx";
import { editorPaths } from "../editor/editor-paths.ts";
import type { FindingGroup } from "../editor/lint-findings.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { isLocale, LANGUAGE_NAMES } from "../locales.ts";
import type { Reader } from "../web/reader.ts";
import { EditorFrame, type EditorFrameProps } from "./editor-frame.tsx";

interface EditorChecksProps extends EditorFrameProps {
  readonly knowledge: Knowledge;
  readonly groups: readonly FindingGroup[];
}

/** What the checks find in the texts. */
export function EditorChecksPage(props: EditorChecksProps) {
  const { reader, groups, knowledge } = props;
  const { lint } = reader.texts.editor;
  return (
    <EditorFrame {...props} tab="lint" lead={lint.lead}>
      {groups.length === 0 && <p class="empty">{lint.none}</p>}
      {groups.map(({ code, findings }) => (
        <section class="card" aria-labelledby={code}>
          <h2 id={code}>
            {lint.kinds[code]} <span class="tab-count">{findings.length}</span>
          </h2>
          <ul class="rows">
            {findings.map((finding) => (
              <li class="row">
                <div>
                  <strong>
                    <EntryTitle
                      {...{ reader, knowledge, entryId: finding.entryId }}
                      href={editorPaths.entry(reader.locale, finding.entryId)}
                    />
                  </strong>
                  <p>
                    {explainBecause(finding.because, reader.locale, lintMessages)}{" "}
                    <span class="hint">{placeOf(reader, finding)}</span>
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </EditorFrame>
  );
}

/** Where in the entry, in words: "answer, English". */
function placeOf({ texts }: Reader, { path }: KnowledgeFinding): string {
  const [field = "", second] = path.map(String);
  const names = [texts.editor.lint.places[field] ?? field];
  if (isLocale(second)) names.push(LANGUAGE_NAMES[second]);
  return names.join(" · ");
}
