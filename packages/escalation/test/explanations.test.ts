import { readdirSync, readFileSync } from "node:fs";
import { compileCalendar } from "@kefu/calendar";
import { instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { describeClock, escalationMessages, explainClock, reportMessages } from "../src/index.ts";
import { oneTarget, story } from "./story.ts";

const desk = compileCalendar({
  timeZone: "Europe/Berlin",
  weekly: { daily: [["08:00", "18:00"]], sat: [], sun: [] },
  holidays: ["2026-05-22", "2026-05-25"],
});

function explained(budget: { working: object } | { elapsed: object }) {
  const { tell, context, ticket } = story(oneTarget({ metric: "resolution", budget }), { desk });
  tell({ type: "open", at: "2026-05-21T14:00:00Z" });
  tell({ type: "setState", state: "pending", at: "2026-05-21T14:30:00Z" });
  tell({ type: "setState", state: "open", at: "2026-05-21T15:00:00Z" });
  const at = instant("2026-05-21T15:00:00Z");
  return explainClock(context, ticket(), { clock: "SLA:resolution", at });
}

describe("why a clock is due then", () => {
  it("is told as data: what counted, what did not, and why", () => {
    const explanation = explained({ working: { hours: 4 } });
    expect(explanation).toMatchObject({
      ...{ policy: "shop@1", rule: "everybody", calendars: ["desk@1"] },
      until: Date.parse("2026-05-26T08:30:00Z"),
    });
    expect(explanation?.time.workingMilliseconds).toBe(4 * 3_600_000);
    const reasons = new Set(explanation?.time.excluded.map(({ why }) => why));
    expect([...reasons].sort()).toEqual(["closed", "holiday", "paused"]);
  });

  it.each([
    [
      "en",
      "“target” is due on 2026-05-26 10:30 (Europe/Berlin). Policy shop@1, rule everybody, gives 4 h of working time from 2026-05-21 16:00 on, by the calendar desk@1. Closed hours left out: 90 h. Holidays left out: 2026-05-22 08:00 – 2026-05-22 18:00; 2026-05-25 08:00 – 2026-05-25 18:00. Pauses left out, 30 min: 2026-05-21 16:30 – 2026-05-21 17:00.",
    ],
    [
      "zh-CN",
      "“target”应于2026-05-26 10:30（Europe/Berlin）前完成。依据政策shop@1的规则everybody，自2026-05-21 16:00起按日历desk@1计4小时工作时间。不计非工作时间：90小时。不计节假日：2026-05-22 08:00 – 2026-05-22 18:00; 2026-05-25 08:00 – 2026-05-25 18:00。不计暂停时间，共30分钟：2026-05-21 16:30 – 2026-05-21 17:00。",
    ],
  ])("is told as a paragraph in %s", (locale, paragraph) => {
    const explanation = explained({ working: { hours: 4 } });
    expect(explanation && describeClock(explanation, locale)).toBe(paragraph);
  });

  it("leaves out only pauses where all time counts", () => {
    const explanation = explained({ elapsed: { hours: 4 } });
    expect(explanation?.time.excluded.map(({ why }) => why)).toEqual(["paused"]);
    expect(explanation && describeClock(explanation, "zh-HK")).toContain("不分晝夜計4小時");
  });

  it("is nothing for a clock that is not there", () => {
    const { context, ticket } = story(
      oneTarget({ metric: "resolution", budget: { working: { hours: 1 } } }),
      { desk },
    );
    const at = instant("2026-05-21T15:00:00Z");
    expect(explainClock(context, ticket(), { clock: "toString", at })).toBeNull();
  });
});

const source = new URL("../src/", import.meta.url);
const sources = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(new URL(path.replaceAll("\\", "/"), source), "utf8"));

/** Codes as the sources write them; those put together from parts are listed. */
const codes = [
  ...sources.flatMap((text) => [
    ...text.matchAll(/(?:ignore\(\s*run,\s*|\bcode: |return )"([a-z]+(?:-[a-z]+)+)"/g),
    ...text.matchAll(/tell(?:Clock)?\(run, "\w+", "([a-z-]+)"/g),
    ...text.matchAll(/^ {2}(?:Promise|BadNews)\w+: "([a-z-]+)",$/gm),
  ]),
].map(([, code = ""]) => code);
const joined = [
  ...["unsolved", "limit", "person", "complaint", "recurrence", "asked"].map(
    (why) => `level-raised-${why}`,
  ),
  ...["complaint-closed-confirmed", "complaint-closed-silence"],
  ...["complaint-opened", "complaint-recurred", "another-complaint-open", "complaint-open"],
  ...["clock-paused", "clock-resumed", "target-met", "fulfilled-late", "breached", "retargeted"],
  ...["promise-not-open", "not-agreed", "no-bad-news-owed"],
  ...["already-invited", "not-invited", "not-taking-part", "nothing-contributed"],
];

it.each([...new Set([...codes, ...joined])].sort())("%s has words in three languages", (code) => {
  const catalogue = { ...escalationMessages, ...reportMessages };
  expect(Object.keys(catalogue[code] ?? {})).toEqual(["en", "zh-Hans", "zh-Hant"]);
});

it("every sentence is there in three languages", () => {
  for (const sentence of Object.values(escalationMessages)) {
    expect(Object.keys(sentence)).toEqual(["en", "zh-Hans", "zh-Hant"]);
  }
});
