import { valueChain } from "@kefu/plots";
import { figureMarkup, tableMarkup } from "./markup.ts";
import { bear, parametersText, type SectionOf, together } from "./sections.ts";
import type { Words } from "./words.ts";

/** What the customers will be worth. */
export const worthSection: SectionOf = ({ worth, valuation, source }, words) => {
  const { say, count, percent, amount } = words;
  const { tenths, purchases, spend, standardErrorMinor } = worth;
  const rows = tenths.map((tenth, at) => [
    String(at + 1),
    count(tenth.customers),
    amount(tenth.meanMinor),
    amount(tenth.totalMinor),
    percent(tenth.share),
  ]);
  return {
    id: "worth",
    title: say("worth-title"),
    said: say("worth-said", {
      date: source.last,
      total: amount(worth.totalMinor),
      range: between(worth.interval, words),
      share: percent(tenths[0]?.share ?? null),
    }),
    shown: tableMarkup(
      say("worth-table"),
      [
        say("worth-tenth"),
        say("customers"),
        say("worth-mean"),
        say("worth-total"),
        say("worth-share"),
      ],
      rows,
    ),
    note: together(
      words,
      say("worth-note", {
        margin: percent(valuation.margin),
        discount: percent(valuation.discountRate),
        error: standardErrorMinor === null ? "–" : amount(standardErrorMinor),
      }),
      ` ${parametersText(purchases)}`,
      spend.customers > 0 ? ` ${parametersText(spend)} ` : "",
      bear(words, purchases.diagnostics, spend.diagnostics),
    ),
  };
};

/** An interval between brackets, as a sentence has it. */
function between(
  interval: { readonly lower: number; readonly upper: number } | null,
  { locale, range, amount }: Words,
): string {
  if (interval === null) return "";
  const text = range(interval, amount);
  return locale === "en" ? ` (${text})` : `（${text}）`;
}

/** Whom to write to. */
export const winBackSection: SectionOf = ({ winBack }, words) => {
  const { say, count, percent, amount } = words;
  const { rows, left, gainMinor, successShare, contactCostMinor } = winBack;
  const facts = {
    customers: count(rows.length),
    gain: amount(gainMinor),
    success: percent(successShare),
    cost: amount(contactCostMinor),
  };
  return {
    id: "win-back",
    title: say("back-title"),
    said: rows.length === 0 ? say("back-none") : say("back-said", facts),
    shown:
      rows.length === 0
        ? ""
        : tableMarkup(
            say("back-table"),
            [
              say("customer"),
              say("back-silent"),
              say("back-alive"),
              say("rfm-spent"),
              say("back-value"),
              say("back-gain"),
            ],
            rows.map((row) => [
              row.customerId,
              count(row.silentDays),
              percent(row.alive),
              amount(row.spendMinor),
              amount(row.valueMinor),
              amount(row.gainMinor),
            ]),
          ),
    note: say("back-note", {
      beyond: count(left["beyond-limit"]),
      stay: count(left["not-churned"]),
      cheap: count(left["not-worthwhile"]),
    }),
  };
};

/** What another point of satisfaction is worth. */
export const pointSection: SectionOf = ({ serviceValue, satisfaction }, words) => {
  const { say, count, percent, amount, range } = words;
  const title = say("point-title");
  const { repurchaseSatisfied, repurchaseDissatisfied, retained, marginMinor } = serviceValue;
  const { returnOnSpending } = serviceValue;
  if (retained.value === null || marginMinor.value === null) {
    return { id: "point", title, said: say("point-none"), shown: "" };
  }
  const tenth = (value: number) => String(Number(value.toFixed(1)));
  const step = (figure: typeof retained, text: (value: number) => string) => ({
    value: figure.value === null ? "–" : text(figure.value),
    ...(figure.interval === null ? {} : { interval: range(figure.interval, text) }),
  });
  const steps = [
    { label: say("point-satisfied"), value: say("point-step") },
    {
      label: say("point-again"),
      ...step(repurchaseSatisfied, percent),
      note: say("point-against", { share: percent(repurchaseDissatisfied.value) }),
    },
    { label: say("point-kept"), ...step(retained, tenth) },
    { label: say("point-margin"), ...step(marginMinor, amount) },
    ...(returnOnSpending.value === null
      ? []
      : [{ label: say("point-return"), ...step(returnOnSpending, tenth) }]),
  ];
  const { satisfied, isGiven } = satisfaction;
  return {
    id: "point",
    title,
    said: say("point-said", {
      kept: tenth(retained.value),
      margin: amount(marginMinor.value),
      range: between(marginMinor.interval, words),
    }),
    shown: figureMarkup(
      (options) =>
        valueChain({ title: say("point-figure"), subtitle: say("point-subtitle"), steps }, options),
      words.locale,
    ),
    note: together(
      words,
      say(isGiven ? "point-given" : "point-assumed", {
        count: count(satisfied.count),
        of: count(satisfied.of),
      }),
      bear(words, serviceValue.diagnostics),
    ),
  };
};
