import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReportFigures } from "../src/figures/report-figures.ts";
import type { RejectedRow } from "../src/orders/read-chunk.ts";
import { reportPage } from "../src/page/page.ts";
import { SENTENCES } from "../src/page/sentences.ts";
import { sumFile } from "../src/shards/sum-file.ts";
import { runReport, withFiles } from "./run-report.ts";

const SAMPLE = fileURLToPath(new URL("../data/cdnow-sample.csv", import.meta.url));

describe("The report of the sample", () => {
  let figures: ReportFigures;
  beforeAll(async () => {
    await withFiles({}, async (folder) => {
      const { stdout } = await runReport(["--json", "--out", `${folder}/r.html`]);
      figures = JSON.parse(stdout);
    });
  });

  it("counts every row", () => {
    expect(figures.source).toMatchObject({
      rows: 6919,
      orders: 6919,
      rejected: 0,
      customers: 2357,
    });
  });

  it("fits what was published of these customers", () => {
    const { fit, calibrationEnd, holdOut } = figures.forecast ?? expect.fail("no forecast");
    expect(calibrationEnd).toBe("1997-09-30");
    expect(fit.parameters.r).toBeCloseTo(0.243, 3);
    expect(fit.parameters.alpha).toBeCloseTo(4.414, 2);
    expect(fit.parameters.a).toBeCloseTo(0.793, 2);
    expect(fit.parameters.b).toBeCloseTo(2.426, 2);
    expect(holdOut.actual).toBe(1882);
  });

  it("adds the tracking up to what came", () => {
    const rows = figures.forecast?.rows ?? [];
    expect(rows.at(-1)?.week).toBe(77);
    const heights = rows.map(({ actual }) => actual);
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
    expect(
      rows.every(({ interval, expected }) => interval !== null && interval.lower < expected),
    ).toBe(true);
  });

  it("shares out the whole value by tenths, the best first", () => {
    const { tenths, totalMinor, interval } = figures.worth;
    const total = tenths.reduce((sum, tenth) => sum + tenth.totalMinor, 0);
    expect(total / totalMinor).toBeCloseTo(1, 9);
    expect(tenths.reduce((sum, { customers }) => sum + customers, 0)).toBe(2357);
    expect(interval?.lower).toBeLessThan(totalMinor);
    expect(interval?.upper).toBeGreaterThan(totalMinor);
  });

  it("lists to win back only whom it takes for lost", () => {
    const { rows, gainMinor } = figures.winBack;
    expect(rows.every(({ alive }) => alive < 0.5)).toBe(true);
    expect(rows.reduce((sum, row) => sum + row.gainMinor, 0)).toBe(gainMinor);
  });

  it.each(["en", "zh-Hans", "zh-Hant"] as const)(
    "is one page with nothing from elsewhere, in %s",
    (locale) => {
      const page = reportPage(figures, locale);
      expect(page).toContain(`<html lang="${locale}">`);
      expect(page).toContain(SENTENCES["point-title"][locale]);
      expect(page.match(/<svg /g)).toHaveLength(10);
      expect(page).toContain(SENTENCES["stays-share"][locale]);
      // Not "half are gone": nobody is seen to leave.
      expect(page).not.toMatch(/are gone in|半数已离开|半數已離開/);
      expect(page).not.toMatch(/<script|<link|<img|src=|url\(|NaN|undefined|\{\w+\}<|Infinity/);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});

describe("Sums", () => {
  const sumOf = async (file: string, workers: number, chunkBytes?: number) => {
    const rejected: RejectedRow[] = [];
    const sum = await sumFile(file, {
      columns: {},
      decimals: 2,
      workers,
      chunkBytes,
      keepRejected: async (rows) => {
        rejected.push(...rows);
      },
      onProgress: () => undefined,
    });
    const { parts, close, ...counts } = sum;
    const histories = [];
    for await (const part of parts) histories.push(part);
    await close();
    return JSON.stringify([counts, rejected, histories]);
  };

  it("are the same to the last bit however the file is cut", async () => {
    expect(await sumOf(SAMPLE, 1, 4096)).toBe(await sumOf(SAMPLE, 1));
  });

  it("are the same to the last bit in threads, with rejected rows in the order of the file", async () => {
    const lines = Array.from({ length: 400 }, (_, at) =>
      at % 7 === 0
        ? `"c\n${at}";never;1`
        : `c${at % 50};2026-01-${String(1 + (at % 28)).padStart(2, "0")};1.${at % 10}`,
    );
    await withFiles({ "o.csv": `id;date;amount\n${lines.join("\n")}` }, async (folder) => {
      const one = await sumOf(`${folder}/o.csv`, 1);
      expect(JSON.parse(one)[1]).toHaveLength(58);
      expect(await sumOf(`${folder}/o.csv`, 2, 512)).toBe(one);
    });
  });
});

describe("Small shops", () => {
  it.each([
    ["one order", "mei,2026-01-05,10"],
    ["one customer", "mei,2026-01-05,10\nmei,2026-02-05,10"],
    ["nobody comes back", "mei,2026-01-05,10\nann,2026-02-05,10\nkai,2026-04-01,3"],
    ["all was paid back", "mei,2026-01-05,10\nmei,2026-01-09,-10\nann,2026-02-05,10"],
    ["nothing was paid", "mei,2026-01-05,0\nmei,2026-03-05,0\nann,2026-02-05,0"],
    [
      "hostile names",
      '"<script>alert(1)</script>",2026-01-05,9\n"</svg>",2026-02-05,9\n__proto__,2026-02-05,9',
    ],
  ])("%s: a report nonetheless", async (_, rows) => {
    await withFiles({ "o.csv": `id,date,amount\n${rows}\n` }, async (folder) => {
      const { code, stderr } = await runReport([`${folder}/o.csv`, "--out", `${folder}/r.html`]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(readFileSync(`${folder}/r.html`, "utf8")).not.toMatch(
        /NaN|Infinity|undefined|<script/,
      );
    });
  });
});
