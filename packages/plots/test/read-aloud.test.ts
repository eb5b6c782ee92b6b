import { describe, expect, it } from "vitest";
import {
  cohortHeatMap,
  type Figure,
  npsTrend,
  rfmGrid,
  survivalCurves,
  trackingCurve,
  valueChain,
} from "../src/index.ts";
import { chain, cohorts, HOSTILE, nps, rfm, survival, tracking } from "./samples.ts";

const [first] = cohorts.cohorts;
const hostile: readonly (readonly [string, Figure])[] = [
  ["cohort", cohortHeatMap({ ...cohorts, cohorts: [{ ...first, label: HOSTILE } as never] })],
  [
    "group",
    survivalCurves({
      ...survival,
      curves: [...survival.curves, { label: HOSTILE, points: [{ time: 1, share: 0.5 }] }],
    }),
  ],
  [
    "note",
    rfmGrid({
      ...rfm,
      noteName: HOSTILE,
      cells: [{ recency: 1, frequency: 1, customers: 1, note: HOSTILE }],
    }),
  ],
  ["measure", trackingCurve({ ...tracking, measure: HOSTILE })],
  ["period", npsTrend({ ...nps, periods: [{ label: HOSTILE, score: 1, answers: 3 }] })],
  [
    "step",
    valueChain({
      ...chain,
      steps: [
        { label: HOSTILE, value: HOSTILE, interval: HOSTILE, note: HOSTILE },
        { label: "Kept", value: "+42" },
      ],
    }),
  ],
];

it.each(hostile)("escapes a hostile %s wherever it is written", (_name, { svg }) => {
  expect(svg).not.toMatch(/<script|alert\("/);
  expect(svg).not.toContain("\u0000");
  expect(svg).toContain("&#60;script&#62;");
});

describe("for whoever does not see the figure", () => {
  it("a cohort says each share with its interval, and what is not yet known", () => {
    expect(cohortHeatMap(cohorts).table.rows).toEqual([
      ["2026-01", "1,200", "100%", "30% (27% to 33%)", "0.4%"],
      ["2026-02", "80", "100%", "0%", "not yet known"],
      ["Mean", "", "100%", "28%", "0.4%"],
    ]);
  });

  it("a cohort shorter than others is not yet known in the rest", () => {
    const short = { label: "2026-03", customers: 5, shares: [1] };
    const { table, svg } = cohortHeatMap({ ...cohorts, cohorts: [...cohorts.cohorts, short] });
    expect(table.rows[2]).toEqual(["2026-03", "5", "100%", "not yet known", "not yet known"]);
    expect(svg.match(/>·</g)).toHaveLength(3);
    expect(svg).toContain("· not yet known");
  });

  it("survival has a row for each step and each count of those at risk", () => {
    expect(survivalCurves(survival).table.rows).toEqual([
      ["High end", "0", "100% (100% to 100%)", "1,000"],
      ["High end", "1", "90% (85% to 93%)", ""],
      ["High end", "2", "70% (60% to 80%)", "700"],
      ["Regular", "0", "100% (100% to 100%)", ""],
      ["Regular", "1", "50%", ""],
    ]);
  });

  it.each([
    ["en", "Not bought again", "Regular, Not bought again: half in year 1."],
    ["zh-Hans", "未再购买", "Regular，未再购买：第 1 年为半数。"],
    ["zh-Hant", "未再購買", "Regular，未再購買：第 1 年為半數。"],
  ])("survival in %s is of what it is said to be of", (locale, shareName, half) => {
    const { description, table, vegaLite } = survivalCurves({ ...survival, shareName }, { locale });
    expect(description).toContain(half);
    expect(table.columns).toContain(shareName);
    expect(JSON.stringify(vegaLite).split(`"title":"${shareName}"`)).toHaveLength(3);
    expect(`${description}${table.columns}`).not.toMatch(/still there|仍在|仍有/i);
  });

  it.each([
    [1, "50%"],
    [0, "not yet known"],
  ])("survival beyond the last step with %d still watched is %s", (count, share) => {
    const curve = {
      label: "a",
      points: [{ time: 1, share: 0.5 }],
      atRisk: [{ time: 3, count }],
    };
    const { table } = survivalCurves({ ...survival, curves: [curve] });
    expect(table.rows.at(-1)).toEqual(["a", "3", share, String(count)]);
  });

  it("RFM has a row for every pair of scores, also those with nobody", () => {
    const { rows } = rfmGrid(rfm).table;
    expect(rows).toHaveLength(9);
    expect(rows[2]).toEqual(["3", "3", "1,234", "$90"]);
    expect(rows[8]).toEqual(["3", "1", "0", ""]);
  });

  it("a forecast says from when on it had not seen what came", () => {
    const { description, table } = trackingCurve(tracking);
    expect(description).toContain("What came from week 1 on was not known to the forecast.");
    expect(table.rows[0]).toEqual(["1", "90", "100 (80 to 120)"]);
  });

  it("a chain says value, interval and note of each step", () => {
    expect(valueChain(chain).table.rows).toEqual([
      ["Satisfied", "+1 point", "from 82% to 83%"],
      ["Kept", "+42 (30 to 55)", ""],
    ]);
  });
});

describe("an interval", () => {
  const [low, high] = [{ lower: 1 }, { upper: 3 }];
  it.each([
    ["with one end", low],
    ["with the other end", high],
    ["upside down", { lower: 3, upper: 1 }],
  ])("%s is refused with its path", (_title, ends) => {
    const periods = [{ label: "a", score: 2, answers: 1, ...ends }];
    expect(() => npsTrend({ ...nps, periods })).toThrow(
      expect.objectContaining({
        code: "invalid-input",
        issues: [expect.objectContaining({ path: ["periods", 0] })],
      }),
    );
  });

  it("of one point is one", () => {
    const periods = [{ label: "a", score: 2, answers: 1, lower: 2, upper: 2 }];
    expect(npsTrend({ ...nps, periods }).table.rows).toEqual([["a", "2 (2 to 2)", "1"]]);
  });
});

it("a mean longer than every cohort is refused", () => {
  expect(() => cohortHeatMap({ ...cohorts, mean: [1, 0.5, 0.2, 0.1] })).toThrow("mean");
});

it("a trend keeps its latest score and period in sight, and its specification their order", () => {
  const periods = Array.from({ length: 60 }, (_, at) => ({
    ...{ label: `Week ${at}`, answers: 9 },
    ...(at === 3 ? { score: null } : { score: at, lower: at - 1, upper: at + 1 }),
  }));
  const { svg, vegaLite } = npsTrend({ ...nps, periods }, { width: 280 });
  expect(svg).toContain(">Week 59</text>");
  expect(svg).toContain(">59</text>");
  expect(JSON.stringify(vegaLite)).toContain('"sort":["Week 0","Week 1","Week 2","Week 3"');
});
