import { currencyDecimals } from "@kefu/core";
import { plotStyles } from "@kefu/plots";
import type { ReportFigures } from "../figures/report-figures.ts";
import { escaped, sectionMarkup } from "./markup.ts";
import { PAGE_STYLE } from "./page-style.ts";
import {
  cohortsSection,
  forecastSection,
  lastKnown,
  rfmSection,
  staysSection,
  together,
} from "./sections.ts";
import { type ReportLocale, type Words, wordsIn } from "./words.ts";
import { pointSection, winBackSection, worthSection } from "./worth-sections.ts";

const SECTIONS = [
  staysSection,
  cohortsSection,
  rfmSection,
  forecastSection,
  worthSection,
  winBackSection,
  pointSection,
];

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
export function reportPage(figures: ReportFigures, locale: ReportLocale): string {
  const { currency } = figures.source;
  const words = wordsIn(locale, currency, currencyDecimals(currency));
  const title = escaped(words.say("title"));
  const sections = SECTIONS.map((section) => sectionMarkup(section(figures, words)));
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${PAGE_STYLE}${plotStyles}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="source">${escaped(sourceText(figures, words))}</p>
${tilesMarkup(figures, words)}
${sections.join("\n")}
${footerMarkup(figures, words)}
</main>
</body>
</html>
`;
}

function sourceText({ source }: ReportFigures, words: Words): string {
  const { say, count } = words;
  const { file, orders, rejected, rows, customers, first, last } = source;
  return together(
    words,
    say("source", { file, orders: count(orders), customers: count(customers), first, last }),
    rejected > 0 ? say("rejected", { rejected: count(rejected), rows: count(rows) }) : "",
  );
}

function tilesMarkup(
  figures: ReportFigures,
  { say, count, percent, amount, range }: Words,
): string {
  const { source, worth } = figures;
  const known = lastKnown(figures);
  const tiles = [
    [say("tile-customers"), count(source.customers), ""],
    [say("tile-revenue"), amount(source.revenueMinor), ""],
    ...(known ? [[say("tile-again", { days: known.days }), percent(known.share), ""]] : []),
    [
      say("tile-worth"),
      amount(worth.totalMinor),
      worth.interval === null ? "" : range(worth.interval, amount),
    ],
  ];
  const marked = tiles.map(([name = "", figure = "", below = ""]) => {
    const small = below === "" ? "" : `<small>${escaped(below)}</small>`;
    return `<div><dt>${escaped(name)}</dt><dd>${escaped(figure)}${small}</dd></div>`;
  });
  return `<dl class="tiles">${marked.join("")}</dl>`;
}

function footerMarkup({ source }: ReportFigures, { say }: Words): string {
  return source.file === "cdnow-sample.csv" ? `<footer>${escaped(say("credit"))}</footer>` : "";
}
