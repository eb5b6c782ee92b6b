import { figuresIn } from "../editor/figures.ts";
import type { Period } from "../editor/search-history.ts";
import { LACKS, type Lack, topLacking, type UnmetQuery } from "../editor/unmet-queries.ts";
import { LANGUAGE_NAMES } from "../locales.ts";
import { paths, type Reader } from "../web/reader.ts";
import { EditorFrame, type EditorFrameProps } from "./editor-frame.tsx";

interface EditorQueriesProps extends EditorFrameProps {
  readonly queries: readonly UnmetQuery[];
  readonly period: Period;
}

/** How many queries each list shows. */
const ROWS = 15;

/** What customers looked for and did not find. */
export function EditorQueriesPage(props: EditorQueriesProps) {
  const { reader, queries, period } = props;
  const { lead, none, lacks } = reader.texts.editor.queries;
  return (
    <EditorFrame {...props} tab="queries" lead={lead} period={period}>
      {LACKS.map((lack) => {
        const top = topLacking(queries, lack, ROWS);
        return (
          <section class="card" aria-labelledby={lack}>
            <h2 id={lack}>{lacks[lack].title}</h2>
            <p class="hint">{lacks[lack].text}</p>
            {top.length === 0 ? <p>{none}</p> : <QueryTable {...{ reader, lack, top }} />}
          </section>
        );
      })}
    </EditorFrame>
  );
}

function QueryTable({
  reader,
  lack,
  top,
}: {
  readonly reader: Reader;
  readonly lack: Lack;
  readonly top: readonly UnmetQuery[];
}) {
  const { queries } = reader.texts.editor;
  const figures = figuresIn(reader.locale);
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby={lack}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{queries.query}</th>
            <th scope="col">{queries.times}</th>
            <th scope="col">{queries.searches}</th>
            <th scope="col">{queries.lastSeen}</th>
            <th scope="col">{queries.language}</th>
          </tr>
        </thead>
        <tbody>
          {top.map(({ query, locale, searches, lacks, lastSeen }) => (
            <tr>
              <th scope="row">
                <a href={paths.search(locale, query)} lang={locale} title={queries.tryIt}>
                  <bdi>{query}</bdi>
                </a>
              </th>
              <td>{figures.number(lacks[lack])}</td>
              <td>{figures.number(searches)}</td>
              <td>{figures.date(lastSeen)}</td>
              <td lang={locale}>{LANGUAGE_NAMES[locale]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
