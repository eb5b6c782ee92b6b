import { Layout } from "../components/layout.tsx";
import { SearchForm } from "../components/search-form.tsx";
import type { HelpCentre } from "../help-centre.ts";
import type { ProblemKind } from "../texts/texts.ts";
import { paths, type Reader } from "../web/reader.ts";

interface ProblemPageProps {
  readonly reader: Reader;
  readonly centre: HelpCentre;
  readonly kind: ProblemKind;
  readonly status: number;
}

/** What went wrong, in the reader's language, and a way on. */
export function ProblemPage({ reader, centre, kind, status }: ProblemPageProps) {
  const { locale, texts } = reader;
  const { title, text } = texts.problem[kind];
  return (
    <Layout
      // The address is wrong in every language: switching leads home.
      reader={{ ...reader, place: "" }}
      assets={centre.assets}
      title={title}
      access="private"
    >
      <div class="page page-narrow problem">
        <p class="problem-status">{status}</p>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <SearchForm reader={reader} knowledge={centre.knowledge} size="compact" />
        <p class="actions">
          <a class="button" href={paths.home(locale)}>
            {texts.backHome}
          </a>
          <a class="button button-quiet" href={paths.ask(locale)}>
            {texts.search.personLink}
          </a>
        </p>
      </div>
    </Layout>
  );
}
