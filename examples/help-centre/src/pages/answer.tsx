import { type FaqEntry, faqPage, jsonForScript } from "@kefu/faq";
import { raw } from "hono/html";
import { AnswerBody } from "../components/answer-body.tsx";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { DecisionWalk } from "../components/decision-walk.tsx";
import { EntryLinks } from "../components/entry-links.tsx";
import { foreignLang } from "../components/foreign-lang.ts";
import { FormNotice } from "../components/form-fields.tsx";
import { Layout } from "../components/layout.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { SearchForm } from "../components/search-form.tsx";
import { VerdictForm, type VerdictFormProps } from "../components/verdict-form.tsx";
import type { EntryRevisionNumber } from "../database/revisions.ts";
import type { DeskState } from "../desk/promise.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { served } from "../knowledge/served-text.ts";
import type { Standing } from "../knowledge/walk.ts";
import { LANGUAGE_NAMES, LOCALES } from "../locales.ts";
import type { Assets } from "../web/assets.ts";

interface AnswerPageProps extends Omit<VerdictFormProps, "entryId"> {
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly entry: FaqEntry;
  readonly revision: EntryRevisionNumber;
  readonly related: readonly FaqEntry[];
  /** The search that led here; empty when none did. */
  readonly query: string;
  /** Where the walk stands, when the answer is a decision tree. */
  readonly standing: Standing | undefined;
  /** Why a verdict was not taken. */
  readonly notice?: string | undefined;
  readonly desk: DeskState & { readonly words: string };
}

export function AnswerPage(props: AnswerPageProps) {
  const { reader, assets, knowledge, entry, related, query, standing, notice, desk } = props;
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
          <AnswerText {...props} title={title} />
        </article>
        {notice !== undefined && <FormNotice>{notice}</FormNotice>}
        {isReached(standing) && <VerdictForm {...props} entryId={entry.id} />}
        {related.length > 0 && (
          <section aria-labelledby="related">
            <h2 id="related">{texts.answer.related}</h2>
            <EntryLinks reader={reader} entries={related} via="related" />
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
      <ForMachines {...props} />
    </Layout>
  );
}

/** A decision tree has answered nothing before its end, nor where it says to ask a person. */
function isReached(standing: Standing | undefined): boolean {
  return standing === undefined || (standing.step.kind === "outcome" && !standing.step.handOff);
}

const UNTITLED = { value: "", locale: LOCALES[0] };

/** The answer in the reader's language, or in the next best one, which it then says. */
function AnswerText({
  reader,
  entry,
  title,
  standing,
  query,
}: AnswerPageProps & { readonly title: string }) {
  const { locale, texts } = reader;
  const found = served(entry.answer, locale);
  if (found === undefined) return null;
  const { value: answer, locale: language } = found;
  return (
    <>
      {language !== locale && <p class="notice">{texts.languageNote(LANGUAGE_NAMES[language])}</p>}
      <div class="prose" lang={foreignLang(language, locale)}>
        {answer.format === "decisionTree" ? (
          standing && <DecisionWalk {...{ reader, query, ...standing }} entryId={entry.id} />
        ) : (
          <AnswerBody reader={reader} answer={answer} title={title} />
        )}
      </div>
    </>
  );
}

/** The same for search engines: nothing but what anyone may read, in this very language. */
function ForMachines({ reader, entry, revision }: AnswerPageProps) {
  const page = faqPage([entry], reader.locale, { modifiedAt: revision.since });
  if (page.mainEntity.length === 0) return null;
  return <script type="application/ld+json">{raw(jsonForScript(page))}</script>;
}
