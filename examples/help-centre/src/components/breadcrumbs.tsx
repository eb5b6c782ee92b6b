import { categoryById } from "../knowledge/categories.ts";
import { paths, type Reader } from "../web/reader.ts";

/** Home and, where there is one, the topic. */
export function Breadcrumbs({
  reader,
  topic,
}: {
  readonly reader: Reader;
  readonly topic?: string;
}) {
  const { locale, texts } = reader;
  const category = categoryById(topic);
  return (
    <nav class="breadcrumbs" aria-label={texts.answer.breadcrumbs}>
      <ol>
        <li>
          <a href={paths.home(locale)}>{texts.backHome}</a>
        </li>
        {category && (
          <li>
            <a href={paths.topic(locale, category.id)}>{category.name[locale]}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}
