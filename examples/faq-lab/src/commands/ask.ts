import { buildFaqIndex, type FaqIndex, searchFaq } from "@kefu/faq";
import { guessLocale } from "../base/entry-part.ts";
import { readBase } from "../base/read-base.ts";
import { resultText } from "../screen/result-text.ts";
import type { Terminal } from "../terminal.ts";
import { prompt } from "./prompt.ts";

/** How to ask. */
export interface AskOptions {
  readonly locale: string | undefined;
  readonly limit: number;
}

/** Shows what a query finds; without one, asks for queries. */
export async function ask(
  terminal: Terminal,
  [base, query]: readonly [base: string, query: string | undefined],
  options: AskOptions,
): Promise<void> {
  const index = buildFaqIndex(readBase(base).entries);
  if (query !== undefined) terminal.print(answerTo(index, query, { ...options, terminal }));
  else await prompt(terminal, (text) => answerTo(index, text, { ...options, terminal }));
}

function answerTo(
  index: FaqIndex,
  query: string,
  { locale, limit, terminal }: AskOptions & { readonly terminal: Terminal },
): string {
  const view = { locale: locale ?? guessLocale(query), audience: "admin", limit } as const;
  return resultText(searchFaq(index, query, view), terminal.paint);
}
