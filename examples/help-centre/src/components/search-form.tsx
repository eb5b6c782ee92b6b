import type { Knowledge } from "../knowledge/knowledge.ts";
import { LIMITS } from "../web/limits.ts";
import { paths, type Reader } from "../web/reader.ts";
import { Icon } from "./icon.tsx";

/** How many suggestions appear while typing. */
const SUGGESTIONS = 6;

interface SearchFormProps {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly query?: string;
  readonly size: "large" | "compact";
}

/**
 * Searches on the server. A script turns it into search-as-you-type, for which it finds here the
 * address of the entries and the sentences to say; `{query}` stands for what was typed.
 */
export function SearchForm({ reader, knowledge, query = "", size }: SearchFormProps) {
  const { locale, texts } = reader;
  const { search } = texts;
  const counts = Array.from({ length: SUGGESTIONS + 1 }, (_, count) =>
    search.suggestionCount(count),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2022 do not know the search element
    <form
      class={`search search-${size}`}
      role="search"
      action={paths.search(locale)}
      method="get"
      data-search
      data-locale={locale}
      data-entries={`/data/entries.${locale}.${knowledge.downloads[locale].hash}.json`}
      data-answer-path={paths.answer(locale, "")}
      data-suggestions={search.suggestions}
      data-counts={JSON.stringify(counts)}
      data-see-all={search.seeAll("{query}")}
      data-none={search.noSuggestion}
      data-ask-path={paths.ask(locale)}
      data-ask-person={search.personLink}
      data-asks-back={search.clarify}
      data-none-of-these={search.noneOfThese}
    >
      <label class="visually-hidden" for="q">
        {search.label}
      </label>
      <div class="search-field">
        <Icon name="search" />
        <input
          id="q"
          type="search"
          name="q"
          value={query}
          placeholder={search.placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          dir="auto"
          maxlength={LIMITS.query * 10}
        />
        <button class="button" type="submit">
          {search.submit}
        </button>
      </div>
    </form>
  );
}
