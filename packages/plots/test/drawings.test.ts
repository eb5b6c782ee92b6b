import { describe, expect, it } from "vitest";
import {
  cohortHeatMap,
  npsTrend,
  rfmGrid,
  survivalCurves,
  trackingCurve,
  valueChain,
} from "../src/index.ts";
import { chain, cohorts, nps, rfm, survival, tracking } from "./samples.ts";

const numbersIn = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);
const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]);

describe("cohortHeatMap", () => {
  it("writes every share in its cell, unknown ones as a dot and what is almost nothing as such", () => {
    const texts = textsIn(cohortHeatMap(cohorts).svg);
    expect(texts.filter((text) => text === "·")).toHaveLength(1);
    expect(texts).toEqual(expect.arrayContaining(["100%", "30%", "&#60;1%", "0%", "1,200"]));
  });

  it("colours by the highest share after the first period", () => {
    const { svg } = cohortHeatMap(cohorts);
    expect(svg).toMatch(/<title>2026-01, month 1: 30% \(27% to 33%\)<\/title><rect class="heat5"/);
    expect(svg).toMatch(/<title>2026-02, month 1: 0%<\/title><rect class="heat0"/);
  });

  it("is as wide as its columns need", () => {
    const shares = Array.from({ length: 60 }, () => 0.5);
    const { svg } = cohortHeatMap(
      { ...cohorts, cohorts: [{ label: "a", customers: 1, shares }] },
      { width: 360 },
    );
    expect(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])).toBeGreaterThan(60 * 16);
  });
});

describe("survivalCurves", () => {
  it("goes down in steps and never up", () => {
    const [, path = ""] =
      /class="curve stroke0" d="(M[\d.]+ [\d.]+(?:H[\d.]+V[\d.]+)+)"/.exec(
        survivalCurves(survival).svg.replace(
          /<path class="curve stroke0" d="M[\d.]+ [\d.]+h28"\/>/,
          "",
        ),
      ) ?? [];
    const heights = numbersIn(path).filter((_, at) => at % 2 === 1);
    expect(heights).toHaveLength(3);
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
  });

  it("tells groups apart by dashes, and counts those watched", () => {
    const { svg } = survivalCurves(survival);
    expect(svg).toContain('class="curve stroke1 dash1"');
    expect(textsIn(svg)).toEqual(expect.arrayContaining(["At risk", "1,000", "700"]));
  });
});

describe("rfmGrid", () => {
  it("has a cell for each pair of scores, the best on the upper right", () => {
    const { svg } = rfmGrid(rfm);
    const cells = [...svg.matchAll(/<rect class="heat(\d)" x="([\d.]+)" y="([\d.]+)"/g)].map(
      (match) => match.slice(1).map(Number),
    );
    expect(cells).toHaveLength(9);
    const [best] = cells.filter(([step]) => step === 5);
    expect(best?.[1]).toBe(Math.max(...cells.map(([, x = 0]) => x)));
    expect(best?.[2]).toBe(Math.min(...cells.map(([, , y = 0]) => y)));
  });

  it.each([
    [{ recency: 4, frequency: 1, customers: 1 }, "within the scores"],
    [{ recency: 3, frequency: 3, customers: 1 }, "only one"],
  ])("refuses the cell %j", (cell, message) => {
    expect(() => rfmGrid({ ...rfm, cells: [...rfm.cells, cell] })).toThrow(message);
  });
});

describe("trackingCurve", () => {
  it("shades what the forecast had not seen, up to the right end", () => {
    const { svg } = trackingCurve(tracking);
    const [x = 0, , width = 0] = numbersIn(/<rect class="shade" ([^>]+)>/.exec(svg)?.[1] ?? "");
    expect(x + width).toBe(720 - 16 - 8);
    expect(textsIn(svg)).toContain("hold-out");
    expect(trackingCurve({ ...tracking, holdOutFrom: 2 }).svg).not.toContain('shade"');
  });

  it.each([
    [1190, "19% more than expected"],
    [1000, "as expected"],
    [950, "5.0% fewer than expected"],
  ])("says how far %d is from 1,000", (value, said) => {
    const actual = [{ time: 2, value }];
    expect(trackingCurve({ ...tracking, actual }).description).toContain(said);
  });
});

describe("npsTrend", () => {
  it("parts the line where nobody answered", () => {
    const { svg, table } = npsTrend(nps);
    expect(svg.match(/class="curve/g)).toHaveLength(2);
    expect(svg.match(/class="dot/g)).toHaveLength(2);
    expect(table.rows[1]).toEqual(["Q2", "not yet known", "0"]);
    expect(table.rows[0]?.[1]).toBe("−12 (−20 to −4)");
  });
});

describe("valueChain", () => {
  it("goes from left to right where there is room, else down", () => {
    const boxes = (width: number) =>
      [...valueChain(chain, { width }).svg.matchAll(/class="box" x="([\d.]+)" y="([\d.]+)"/g)].map(
        ([, x, y]) => [Number(x), Number(y)],
      );
    const [wide, narrow] = [boxes(720), boxes(280)];
    expect(wide[1]?.[1]).toBe(wide[0]?.[1]);
    expect(narrow[1]?.[0]).toBe(narrow[0]?.[0]);
  });
});

it.each([
  [
    "times that do not rise",
    () => trackingCurve({ ...tracking, actual: [...tracking.actual, { time: 2, value: 1 }] }),
    "times must rise",
  ],
  [
    "two rows of one name",
    () => cohortHeatMap({ ...cohorts, cohorts: [cohorts.cohorts[0], cohorts.cohorts[0]] as never }),
    "labels must be distinct",
  ],
  [
    "a share above 1",
    () =>
      survivalCurves({ ...survival, curves: [{ label: "a", points: [{ time: 0, share: 1.1 }] }] }),
    "share",
  ],
  [
    "a score that is none",
    () => npsTrend({ ...nps, periods: [{ label: "a", score: Number.NaN, answers: 1 }] }),
    "score",
  ],
])("refuses %s", (_title, draw, message) => {
  expect(draw).toThrow(message);
});
