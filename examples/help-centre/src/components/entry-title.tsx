import type { Knowledge } from "../knowledge/knowledge.ts";
import { served } from "../knowledge/served-text.ts";
import { paths, type Reader } from "../web/reader.ts";
import { foreignLang } from "./foreign-lang.ts";

/** The question of an entry, as a link to its answer; the id of one that is gone. */
export function EntryTitle({
  reader: { locale },
  knowledge,
  entryId,
  href = paths.answer(locale, entryId),
}: {
  readonly reader: Reader;
  readonly knowledge: Knowledge;
  readonly entryId: string;
  /** Where it leads, if not to the answer. */
  readonly href?: string;
}) {
  const title = served(knowledge.entries.get(entryId)?.question ?? {}, locale);
  return (
    <a href={href} lang={title && foreignLang(title.locale, locale)}>
      {title?.value ?? entryId}
    </a>
  );
}
