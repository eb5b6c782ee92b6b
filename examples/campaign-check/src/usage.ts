/** What can be typed. */
export const USAGE = `campaign-check <campaign.json> [customers.jsonl]

Looks through the rules of a campaign. With customers, also tells who would get what, by which channel, when and why;
nothing is sent.

  --at <moment>     as if it were then, ISO 8601 with offset; now unless told
  --why <customer>  tells of one customer what became of every rule
  --locale <tag>    the language of reasons: en, zh-Hans or zh-Hant
  --limit <n>       how many customers the table shows, 20 unless told; the sums count all
  --json            prints findings, decisions and sums as JSON
  --strict          findings alone end it with code 1
  --help

Ends with 0; with 1 when the rules can't be used; with 2 when the command or a file is mistaken.`;
