import type { FaqEntry } from "@kefu/faq";
import { answerText } from "@kefu/faq";
// The engines that are compared are set up in one place, for this command and for the benchmarks alike.
import type { Document } from "../../../../packages/faq/bench/data-sets.ts";
import { type Engine, kefu, PEERS, type Search } from "../../../../packages/faq/bench/engines.ts";
import { queriesPerSecond } from "../../../../packages/faq/bench/queries-per-second.ts";
import { type LabelledQuery, readQueries } from "../base/labelled-query.ts";
import { readBase } from "../base/read-base.ts";
import { LabError } from "../lab-error.ts";
import { figuresOf } from "../measure/figures.ts";
import { table } from "../screen/table.ts";
import type { Terminal } from "../terminal.ts";

/** Longest that one engine is asked, in CPU time. */
const BUDGET_MS = 200;

/** Compares quality and speed with other engines, one language at a time: the peers know no more than one. */
export async function compare(
  terminal: Terminal,
  [base, queriesFile]: readonly [base: string, queriesFile: string | undefined],
): Promise<void> {
  const { entries, queries: own } = readBase(base);
  const queries = queriesFile === undefined ? own : readQueries(queriesFile, entries);
  const asked = queries.length > 0 ? queries : alternatesOf(entries);
  const locales = [...new Set(asked.map(({ locale }) => locale))].sort();
  if (locales.length === 0)
    throw new LabError("has no queries; name a file of them", { file: base });
  for (const locale of locales) {
    const ofLocale = asked.filter((query) => query.locale === locale);
    terminal.print(await comparison(entries, ofLocale, locale));
  }
}

async function comparison(
  entries: readonly FaqEntry[],
  queries: readonly LabelledQuery[],
  locale: string,
): Promise<string> {
  const written = entries.filter(({ question }) => Object.hasOwn(question, locale));
  const documents = written.map((entry, id) => documentOf(entry, id, locale));
  const idAt = (row: number) => written[row]?.id ?? "";
  const texts = queries.map(({ text }) => text);
  const rows: Row[] = [];
  for (const engine of [kefu(), ...PEERS]) {
    const search = await engine.build(documents, locale);
    rows.push({
      engine,
      ranks: await ranksOf(search, queries, idAt),
      perSecond: await queriesPerSecond(search, texts, BUDGET_MS),
    });
  }
  const inScope = queries.filter(({ right }) => right.size > 0).length;
  const title = `${locale}: ${documents.length} entries, ${inScope} queries with an answer`;
  return `${title}\n\n${table(tableRows(rows))}\n`;
}

interface Row {
  readonly engine: Engine;
  readonly ranks: readonly number[];
  readonly perSecond: number;
}

function tableRows(rows: readonly Row[]): string[][] {
  const own = rows[0] as Row;
  const ownMrr = figuresOf(own.ranks).mrr.value;
  return [
    ["engine", "MRR@10", "ratio", "first", "first 3", "first 5", "a CPU second", "ratio"],
    ...rows.map(({ engine, ranks, perSecond }) => {
      const { mrr, within } = figuresOf(ranks);
      return [
        engine.name,
        mrr.value.toFixed(3),
        ratio(ownMrr, mrr.value),
        ...([1, 3, 5] as const).map((most) => within[most].value.toFixed(3)),
        String(Math.round(perSecond)),
        ratio(own.perSecond, perSecond),
      ];
    }),
  ];
}

const ratio = (own: number, other: number) => (other === 0 ? "–" : (own / other).toFixed(2));

async function ranksOf(
  search: Search,
  queries: readonly LabelledQuery[],
  idAt: (row: number) => string,
): Promise<number[]> {
  const ranks: number[] = [];
  for (const { text, right } of queries.filter((query) => query.right.size > 0)) {
    const found = (await search(text)).slice(0, 10);
    ranks.push(found.findIndex((row) => right.has(idAt(row))) + 1);
  }
  return ranks;
}

const documentOf = (entry: FaqEntry, id: number, locale: string): Document => {
  const answer = entry.answer[locale];
  return {
    id,
    question: entry.question[locale] ?? "",
    alternates: entry.alternates[locale] ?? [],
    tags: entry.tags.join(" "),
    answer: answer === undefined ? "" : answerText(answer),
  };
};

/** Alternates stay in the base here: what is compared is speed, and that each engine finds what it was given. */
const alternatesOf = (entries: readonly FaqEntry[]): LabelledQuery[] =>
  entries.flatMap(({ id, alternates }) =>
    Object.entries(alternates).flatMap(([locale, texts]) =>
      texts.map((text) => ({ text, locale, right: new Set([id]) })),
    ),
  );
