/** What can be typed. */
export const USAGE = `faq-lab ask <base> ["query"]       what a query finds; without one, asks for queries
faq-lab measure <base> [queries]   how well it finds, and how far it can answer at once
faq-lab compare <base> [queries]   the same beside other engines, with their speed
faq-lab lint <base>                what to mend in the base

  --locale <tag>   ask: the reader's language; lint: en, zh-Hans or zh-Hant
  --limit <n>      ask: how many hits, 3 unless told
  --svg <file>     measure: draws the hand-off curve
  --help

<base> is a file or a folder of JSON, JSONL, CSV or Markdown; queries are CSV, JSON or JSONL.`;
