import type { FaqHit, FaqSearchResult } from "@kefu/faq";
import { marked, type Paint } from "./paint.ts";
import { table } from "./table.ts";

const OUTCOME = { answer: "green", clarify: "yellow", handOff: "red" } as const;

/** A search result as it is shown: outcome, hits, choices, words. */
export function resultText(result: FaqSearchResult, paint: Paint): string {
  const { outcome, confidence, because, total } = result;
  const facts = Object.entries(because.facts ?? {}).map(([key, value]) => `${key} ${shown(value)}`);
  const reason = [because.code, ...facts].join(", ");
  const found = total === 1 ? "1 entry" : `${total} entries`;
  return [
    `${paint(OUTCOME[outcome], outcome)}  confidence ${confidence.toFixed(3)}  ${paint("dim", `${reason}; ${found}`)}`,
    ...choiceLines(result, paint),
    "",
    ...result.hits.map((hit, at) => hitText(hit, at, paint)),
    ...termLines(result, paint),
  ].join("\n");
}

const shown = (value: unknown) =>
  typeof value === "number" && !Number.isInteger(value) ? value.toFixed(3) : String(value);

function choiceLines(result: FaqSearchResult, paint: Paint): string[] {
  if (result.outcome !== "clarify") return [];
  return [
    "",
    "Which one?",
    ...result.choices.map(
      ({ question, distinguishing }, at) =>
        `  ${at + 1}) ${marked(question, distinguishing, paint)}`,
    ),
  ];
}

function hitText(
  { id, question, similarity, highlights, because }: FaqHit,
  at: number,
  paint: Paint,
): string {
  const { excerpt, ranges } = highlights.answer;
  const answer = marked(excerpt, ranges, paint).replaceAll("\n", " / ");
  const by = because.field === "question" ? "" : `, by ${because.field} “${because.text}”`;
  return [
    `${at + 1}. ${marked(question, highlights.question, paint)}`,
    `   ${paint("dim", `${id}, similarity ${similarity.toFixed(3)}${by.replaceAll("\n", " / ")}`)}`,
    ...(answer === "" ? [] : [`   ${answer}`]),
  ].join("\n");
}

function termLines({ terms }: FaqSearchResult, paint: Paint): string[] {
  if (terms.length === 0) return [];
  const rows = terms.map(({ term, known, coverage, correctedTo }) => [
    term,
    `${Math.round(coverage * 100)} %`,
    correctedTo === undefined ? (known ? "" : "not in the base") : `read as “${correctedTo}”`,
  ]);
  return ["", paint("dim", table([["word", "covered", ""], ...rows]))];
}
