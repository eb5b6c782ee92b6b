import type { CountedShare, SearchReport, Spread } from "@kefu/faq";
import { EntryTitle } from "../components/entry-title.tsx";
import { editorPaths } from "../editor/editor-paths.ts";
import { type Figures, figuresIn } from "../editor/figures.ts";
import type { Period, SearchHistory } from "../editor/search-history.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Reader } from "../web/reader.ts";
import { EditorCharts } from "./editor-charts.tsx";
import { EditorFrame, type EditorFrameProps } from "./editor-frame.tsx";

interface EditorOverviewProps extends EditorFrameProps {
  readonly knowledge: Knowledge;
  readonly history: SearchHistory;
  readonly period: Period;
}

/** How many rows a table of the overview has. */
const ROWS = 8;

/** Whether customers find what they look for, in figures and charts. */
export function EditorOverviewPage(props: EditorOverviewProps) {
  const { reader, history, period } = props;
  const figures = figuresIn(reader.locale);
  return (
    <EditorFrame {...props} tab="overview" lead={reader.texts.editor.overview.lead} period={period}>
      <KeyFigures reader={reader} history={history} figures={figures} />
      <EditorCharts reader={reader} history={history} period={period} figures={figures} />
      <div class="editor-pair">
        <ContactsTable {...props} figures={figures} />
        <Chains reader={reader} chains={history.whole.chains} />
      </div>
    </EditorFrame>
  );
}

interface FiguresProps {
  readonly reader: Reader;
  readonly history: SearchHistory;
  readonly figures: Figures;
}

function KeyFigures({ reader, history, figures }: FiguresProps) {
  const { overview, chart } = reader.texts.editor;
  const share = (label: string, of: (report: SearchReport) => CountedShare, hint?: string) => (
    <ShareFigure
      {...{ reader, figures, label, hint }}
      now={of(history.whole)}
      was={of(history.before)}
    />
  );
  const spread = (
    label: string,
    of: (report: SearchReport) => Spread | null,
    hint: string,
    format: (value: number) => string,
  ) => (
    <Figure
      label={label}
      value={inWords(of(history.whole)?.median, format, chart.nothing)}
      notes={[overview.before(inWords(of(history.before)?.median, format, chart.nothing)), hint]}
    />
  );
  const seconds = (value: number) => chart.seconds(figures.number(Math.round(value)));
  return (
    <dl class="key-figures">
      <Figure
        label={overview.searches}
        value={figures.number(history.whole.searches)}
        notes={[
          overview.before(figures.number(history.before.searches)),
          `${overview.visits}: ${figures.number(history.whole.sessions)}`,
        ]}
      />
      {share(overview.withoutResult, (report) => report.zeroResults)}
      {share(overview.withoutClick, (report) => report.zeroClicks)}
      {share(overview.deflection, (report) => report.deflection, overview.deflectionHint)}
      {spread(overview.effort, (report) => report.effort, overview.effortHint, figures.number)}
      {spread(overview.elapsed, (report) => report.elapsedSeconds, chart.timeDescription, seconds)}
      {spread(overview.felt, (report) => report.feltSeconds, overview.feltHint, seconds)}
    </dl>
  );
}

function ShareFigure({
  reader,
  figures,
  label,
  hint,
  now,
  was,
}: {
  readonly reader: Reader;
  readonly figures: Figures;
  readonly label: string;
  readonly hint: string | undefined;
  readonly now: CountedShare;
  readonly was: CountedShare;
}) {
  const { overview, chart } = reader.texts.editor;
  const { lower, upper } = now.interval;
  const counted = [
    overview.countOf(figures.number(now.count), figures.number(now.of)),
    overview.interval(figures.share(lower), figures.share(upper)),
  ];
  return (
    <Figure
      label={label}
      value={inWords(now.share, figures.share, chart.nothing)}
      notes={[
        ...(now.share === null ? [chart.nothingNote] : counted),
        overview.before(inWords(was.share, figures.share, chart.nothing)),
        ...(hint === undefined ? [] : [hint]),
      ]}
    />
  );
}

function Figure(props: {
  readonly label: string;
  readonly value: string;
  readonly notes: readonly string[];
}) {
  return (
    <div class="key-figure">
      <dt>{props.label}</dt>
      <dd class="key-value">{props.value}</dd>
      {props.notes.map((note) => (
        <dd class="hint">{note}</dd>
      ))}
    </div>
  );
}

/** Nothing to count is not the same as none. */
function inWords(
  value: number | null | undefined,
  format: (value: number) => string,
  nothing: string,
): string {
  return value === null || value === undefined ? nothing : format(value);
}

function ContactsTable({
  reader,
  knowledge,
  history,
  figures,
}: EditorOverviewProps & { readonly figures: Figures }) {
  const { overview } = reader.texts.editor;
  const rows = history.whole.contactAfterReading.filter(({ count }) => count > 0).slice(0, ROWS);
  return (
    <section class="card" aria-labelledby="contacts">
      <h2 id="contacts">{overview.contactTitle}</h2>
      <p class="hint">{overview.contactHint}</p>
      {rows.length === 0 ? (
        <p>{overview.noContacts}</p>
      ) : (
        <section class="table-scroll" tabindex={0} aria-labelledby="contacts">
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{overview.entry}</th>
                <th scope="col">{overview.contacts}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ entryId, count, of, share, interval }) => (
                <tr>
                  <th scope="row">
                    <EntryTitle
                      {...{ reader, knowledge, entryId }}
                      href={editorPaths.entry(reader.locale, entryId)}
                    />
                  </th>
                  <td>
                    <strong>{figures.share(share ?? 0)}</strong>
                    <br />
                    {overview.countOf(figures.number(count), figures.number(of))}
                    <br />
                    <span class="hint">
                      {overview.interval(
                        figures.share(interval.lower),
                        figures.share(interval.upper),
                      )}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Chains({
  reader,
  chains,
}: {
  readonly reader: Reader;
  readonly chains: SearchReport["chains"];
}) {
  const { overview } = reader.texts.editor;
  return (
    <section class="card" aria-labelledby="chains">
      <h2 id="chains">{overview.chainsTitle}</h2>
      <p class="hint">{overview.chainsHint}</p>
      {chains.length === 0 ? (
        <p>{overview.noChains}</p>
      ) : (
        <ul class="chains">
          {chains.slice(0, ROWS).map(({ queries, count }) => (
            <li>
              {queries.map((query, at) => (
                <>
                  {at > 0 && " → "}
                  <bdi>{query}</bdi>
                </>
              ))}{" "}
              <span class="hint">{overview.times(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
