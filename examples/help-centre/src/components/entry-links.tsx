import type { FaqEntry } from "@kefu/faq";
import { served } from "../knowledge/served-text.ts";
import { paths, type Reader } from "../web/reader.ts";
import type { WayHere } from "../web/way-here.ts";
import { foreignLang } from "./foreign-lang.ts";
import { Icon } from "./icon.tsx";

/** Questions, each a link to its answer. */
export function EntryLinks({
  reader: { locale },
  entries,
  via,
}: {
  readonly reader: Reader;
  readonly entries: readonly FaqEntry[];
  /** How the links are told apart from others that lead to the same answers. */
  readonly via?: WayHere["via"];
}) {
  return (
    <ul class="entry-links">
      {entries.map(({ id, question }, index) => {
        const text = served(question, locale);
        const way = via && { via, position: index + 1 };
        return (
          text && (
            <li>
              <a href={paths.answer(locale, id, { way })} lang={foreignLang(text.locale, locale)}>
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
