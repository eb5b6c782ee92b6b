import type { FaqEntry } from "@kefu/faq";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { EntryLinks } from "../components/entry-links.tsx";
import { Icon, isIconName } from "../components/icon.tsx";
import { Layout } from "../components/layout.tsx";
import { PersonCard } from "../components/person-card.tsx";
import { SearchForm } from "../components/search-form.tsx";
import type { DeskState } from "../desk/promise.ts";
import { type Category, subtopicName } from "../knowledge/categories.ts";
import { type Knowledge, publicEntriesOf } from "../knowledge/knowledge.ts";
import type { Assets } from "../web/assets.ts";
import type { Reader } from "../web/reader.ts";

interface TopicPageProps {
  readonly reader: Reader;
  readonly assets: Assets;
  readonly knowledge: Knowledge;
  readonly category: Category;
  readonly desk: DeskState & { readonly words: string };
}

export function TopicPage({ reader, assets, knowledge, category, desk }: TopicPageProps) {
  const { locale, texts } = reader;
  const name = category.name[locale];
  return (
    <Layout reader={reader} assets={assets} title={name} description={category.description[locale]}>
      <div class="page page-narrow">
        <SearchForm reader={reader} knowledge={knowledge} size="compact" />
        <Breadcrumbs reader={reader} />
        <header class="page-header with-icon">
          <span class="topic-icon">{isIconName(category.id) && <Icon name={category.id} />}</span>
          <div>
            <h1>{name}</h1>
            <p class="lead">{category.description[locale]}</p>
          </div>
        </header>
        {bySubtopic(publicEntriesOf(knowledge, category.id)).map(([subtopic, entries]) => (
          <section>
            {subtopic !== "" && <h2>{subtopicName(subtopic, locale) ?? subtopic}</h2>}
            <EntryLinks reader={reader} entries={entries} />
          </section>
        ))}
        <PersonCard
          reader={reader}
          title={texts.search.personTitle}
          text={texts.search.personText}
          desk={desk}
        />
      </div>
    </Layout>
  );
}

/** The entries by the topic below this one; those without one come first. */
function bySubtopic(entries: readonly FaqEntry[]): (readonly [string, readonly FaqEntry[]])[] {
  const names = [...new Set(["", ...entries.map(({ category }) => category[1] ?? "")])];
  return names
    .map((name) => [name, entries.filter(({ category }) => (category[1] ?? "") === name)] as const)
    .filter(([, found]) => found.length > 0);
}
