import type { FaqHit } from "@kefu/faq";
import { categoryById } from "../knowledge/categories.ts";
import { localeOf } from "../knowledge/served-text.ts";
import { paths, type Reader } from "../web/reader.ts";
import { foreignLang } from "./foreign-lang.ts";
import { Marked } from "./marked.tsx";

interface ResultListProps {
  readonly reader: Reader;
  readonly hits: readonly FaqHit[];
  readonly query: string;
}

/** Entries that a search found, with what fits marked. */
export function ResultList({ reader, hits, query }: ResultListProps) {
  const { locale } = reader;
  return (
    <ol class="results">
      {hits.map(({ id, locale: tag, question, category, highlights }, index) => {
        const lang = foreignLang(localeOf(tag), locale);
        const way = { via: "list", position: index + 1 } as const;
        const { excerpt, ranges } = highlights.answer;
        return (
          <li class="result">
            <h3 lang={lang}>
              <a href={paths.answer(locale, id, { query, way })}>
                <Marked text={question} ranges={highlights.question} />
              </a>
            </h3>
            {excerpt !== "" && (
              <p class="result-excerpt" lang={lang}>
                <Marked text={excerpt} ranges={ranges} />
              </p>
            )}
            <p class="result-topic">{categoryById(category[0])?.name[locale]}</p>
          </li>
        );
      })}
    </ol>
  );
}
