import type { FaqEntry } from "@kefu/faq";
import { served } from "../knowledge/served-text.ts";
import { paths, type Reader } from "../web/reader.ts";
import { foreignLang } from "./foreign-lang.ts";
import { Icon } from "./icon.tsx";

/** Questions, each a link to its answer. */
export function EntryLinks({
  reader: { locale },
  entries,
}: {
  readonly reader: Reader;
  readonly entries: readonly FaqEntry[];
}) {
  return (
    <ul class="entry-links">
      {entries.map(({ id, question }) => {
        const text = served(question, locale);
        return (
          text && (
            <li>
              <a href={paths.answer(locale, id)} lang={foreignLang(text.locale, locale)}>
                <span>{text.value}</span>
                <Icon name="arrow" />
              </a>
            </li>
          )
        );
      })}
    </ul>
  );
}
