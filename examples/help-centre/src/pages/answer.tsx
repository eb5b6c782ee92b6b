import type { FaqEntry } from "@kefu/faq";
import { raw } from "hono/html";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { EntryLinks } from "../components/entry-links.tsx";
import { foreignLang } from "../components/foreign-lang.ts";
import { FormNotice } from "../components/form-fields.tsx";
import { Layout } from "../components/layout.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { SearchForm } from "../components/search-form.tsx";
import { VerdictForm, type VerdictFormProps } from "../components/verdict-form.tsx";
import type { DeskState } from "../desk/promise.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { answerHtml } from "../knowledge/markdown.ts";
import { served } from "../knowledge/served-text.ts";
import { LANGUAGE_NAMES, LOCALES } from "../locales.ts";
import type { Assets } from "../web/assets.ts";
import { paths, type Reader } from "../web/reader.ts";

interface AnswerPageProps extends Omit<VerdictFormProps, "entryId"> {
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly entry: FaqEntry;
  readonly related: readonly FaqEntry[];
  /** The search that led here; empty when none did. */
  readonly query: string;
  /** Why a verdict was not taken. */
  readonly notice?: string | undefined;
  readonly desk: DeskState & { readonly words: string };
}

export function AnswerPage(props: AnswerPageProps) {
  const { reader, assets, knowledge, entry, related, query, notice, desk } = props;
  const { locale, texts } = reader;
  const { value: title, locale: lang } = served(entry.question, locale) ?? UNTITLED;
  return (
    <Layout
      reader={reader}
      assets={assets}
      title={title}
      access={entry.audience === "public" ? "public" : "private"}
    >
      <div class="page page-narrow">
        <SearchForm reader={reader} knowledge={knowledge} query={query} size="compact" />
        <Breadcrumbs reader={reader} topic={entry.category[0] ?? ""} />
        <article class="answer">
          {entry.audience !== "public" && <p class="notice">{texts.answer.staffOnly}</p>}
          <h1 lang={foreignLang(lang, locale)}>{title}</h1>
          <AnswerText reader={reader} entry={entry} />
        </article>
        {notice !== undefined && <FormNotice>{notice}</FormNotice>}
        <VerdictForm {...props} entryId={entry.id} />
        {related.length > 0 && (
          <section aria-labelledby="related">
            <h2 id="related">{texts.answer.related}</h2>
            <EntryLinks reader={reader} entries={related} />
          </section>
        )}
        <PersonCard
          reader={reader}
          title={texts.search.personTitle}
          text={texts.search.personText}
          query={query}
          desk={desk}
        />
      </div>
    </Layout>
  );
}

const UNTITLED = { value: "", locale: LOCALES[0] };

/** The answer in the reader's language, or in the next best one, which it then says. */
function AnswerText({ reader, entry }: { readonly reader: Reader; readonly entry: FaqEntry }) {
  const { locale, texts } = reader;
  const answer = served(entry.answer, locale);
  if (answer === undefined) return null;
  const html = answerHtml(answer.value, {
    entryPath: (id) => paths.answer(locale, id),
    tableLabel: texts.answer.tableLabel,
  });
  return (
    <>
      {answer.locale !== locale && (
        <p class="notice">{texts.languageNote(LANGUAGE_NAMES[answer.locale])}</p>
      )}
      <div class="prose" lang={foreignLang(answer.locale, locale)}>
        {raw(html)}
      </div>
    </>
  );
}
