import type { TextRange } from "@kefu/faq";
import type { Suggestions } from "./suggester.ts";

/** Where the options lead, and what they say; `{query}` stands for what was typed. */
export interface SuggestionTexts {
  readonly locale: string;
  readonly answerPath: string;
  readonly searchPath: string;
  readonly askPath: string;
  readonly seeAll: string;
  readonly none: string;
  readonly askPerson: string;
  /** Above the choices where several fit equally well, and the way on where none is meant. */
  readonly asksBack: string;
  readonly noneOfThese: string;
}

/** The options for what was typed: what to choose from or the suggestions, then a way on. */
export function optionsFor(
  typed: string,
  { found, choices }: Suggestions,
  texts: SuggestionTexts,
): HTMLAnchorElement[] {
  const query = `?q=${encodeURIComponent(typed)}`;
  const entries = found.map(({ id, question, locale, highlights }, index) => {
    const isChoice = index < choices;
    const from = `&from=${isChoice ? "clarify" : "suggestion"}-${index + 1}`;
    const link = option(texts.answerPath + encodeURIComponent(id) + query + from, "");
    if (locale !== texts.locale && locale !== "") link.lang = locale;
    link.append(marked(question, highlights, isChoice ? "strong" : "mark"));
    return link;
  });
  return [...entries, ...waysOn(typed, { found, choices }, texts)].map((link, index) => {
    link.id = `suggestion-${index}`;
    return link;
  });
}

function waysOn(
  typed: string,
  { found, choices }: Suggestions,
  texts: SuggestionTexts,
): HTMLAnchorElement[] {
  const query = `?q=${encodeURIComponent(typed)}`;
  const seeAll = texts.seeAll.replace("{query}", () => typed);
  const person = option(texts.askPath + query, texts.askPerson);
  const declined = option(`${texts.askPath}${query}&declined=yes`, texts.noneOfThese);
  const all = option(texts.searchPath + query, seeAll);
  const ways = found.length === 0 ? [person] : choices > 0 ? [all, declined] : [all];
  for (const way of ways) way.classList.add("see-all");
  return ways;
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
function marked(text: string, ranges: readonly TextRange[], name: "mark" | "strong"): HTMLElement {
  const whole = document.createElement("span");
  if (name === "strong") whole.className = "apart";
  let done = 0;
  for (const [start, end] of ranges) {
    const mark = document.createElement(name);
    mark.textContent = text.slice(start, end);
    whole.append(text.slice(done, start), mark);
    done = end;
  }
  whole.append(text.slice(done));
  return whole;
}
