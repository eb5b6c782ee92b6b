import type { Child } from "hono/jsx";
import { Layout } from "../components/layout.tsx";
import { editorPaths, TABS, type Tab } from "../editor/editor-paths.ts";
import { PERIODS, type Period } from "../editor/search-history.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

export interface EditorFrameProps {
  readonly reader: Reader;
  readonly assets: Assets;
  /** Where made-up visits are among those that are shown. */
  readonly isDemo: boolean;
}

interface EditorPageProps extends EditorFrameProps {
  readonly tab: Tab;
  /** Without one, the name of the tab. */
  readonly title?: string;
  readonly lead?: string;
  /** Where the page depends on it. */
  readonly period?: Period;
  readonly children: Child;
}

const TAB_NAMES = Object.keys(TABS) as Tab[];

/** The tabs that show what visitors did. */
const FROM_VISITS: readonly Tab[] = ["overview", "queries", "suggestions", "work"];

/** What all pages of the editor have around them. */
export function EditorFrame(props: EditorPageProps) {
  const { reader, assets, tab, isDemo, children, lead } = props;
  const { locale, texts } = reader;
  const { editor } = texts;
  const title = props.title ?? editor.tabs[tab];
  return (
    <Layout reader={reader} assets={assets} title={`${title} · ${editor.title}`} access="private">
      <div class="page editor">
        <nav class="editor-nav" aria-label={editor.navigation}>
          <p class="editor-name">
            {editor.title} <a href={paths.desk(locale)}>{editor.toDesk}</a>
          </p>
          <ul class="tabs">
            {TAB_NAMES.map((one) => (
              <li>
                <a
                  href={editorPaths.tab(locale, one)}
                  aria-current={one !== tab ? undefined : props.title ? "true" : "page"}
                >
                  {editor.tabs[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <header class="page-header desk-header">
          <div>
            <h1>{title}</h1>
            {lead !== undefined && <p>{lead}</p>}
          </div>
          {props.period !== undefined && (
            <PeriodChoice reader={reader} tab={tab} period={props.period} />
          )}
        </header>
        {isDemo && FROM_VISITS.includes(tab) && <p class="notice">{editor.demo}</p>}
        {children}
      </div>
    </Layout>
  );
}

function PeriodChoice({
  reader: { locale, texts },
  tab,
  period,
}: {
  readonly reader: Reader;
  readonly tab: Tab;
  readonly period: Period;
}) {
  return (
    <nav class="tabs" aria-label={texts.editor.period}>
      {(Object.keys(PERIODS) as Period[]).map((one) => (
        <a
          href={editorPaths.period(locale, tab, one)}
          aria-current={one === period ? "true" : undefined}
        >
          {texts.editor.periods[one]}
        </a>
      ))}
    </nav>
  );
}
