import type { TextRange } from "@kefu/faq";
import type { Suggestion } from "./suggester.ts";

/** Where the options lead, and what they say; `{query}` stands for what was typed. */
export interface SuggestionTexts {
  readonly locale: string;
  readonly answerPath: string;
  readonly searchPath: string;
  readonly askPath: string;
  readonly seeAll: string;
  readonly none: string;
  readonly askPerson: string;
}

/** The options for what was typed: the suggestions, then a way on. */
export function optionsFor(
  typed: string,
  suggestions: readonly Suggestion[],
  texts: SuggestionTexts,
): HTMLAnchorElement[] {
  const query = `?q=${encodeURIComponent(typed)}`;
  const last =
    suggestions.length > 0
      ? option(
          texts.searchPath + query,
          texts.seeAll.replace("{query}", () => typed),
        )
      : option(texts.askPath + query, texts.askPerson);
  last.classList.add("see-all");
  const entries = suggestions.map(({ id, question, locale, highlights }) => {
    const link = option(texts.answerPath + encodeURIComponent(id) + query, "");
    if (locale !== texts.locale) link.lang = locale;
    link.append(marked(question, highlights));
    return link;
  });
  return [...entries, last].map((link, index) => {
    link.id = `suggestion-${index}`;
    return link;
  });
}

function option(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  link.tabIndex = -1;
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  return link;
}

/** A text with stretches marked, in one element so that the layout sees one piece. */
function marked(text: string, ranges: readonly TextRange[]): HTMLElement {
  const whole = document.createElement("span");
  let done = 0;
  for (const [start, end] of ranges) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    whole.append(text.slice(done, start), mark);
    done = end;
  }
  whole.append(text.slice(done));
  return whole;
}
